using CovidSchoolReporting.Domain.Agency;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>Where a report stands, by colour, word and icon, and who has it.</summary>
public partial class ReportState
{
    [Inject]
    public required IStringLocalizer<AgencyTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ReportRow Row { get; set; } = null!;
}
