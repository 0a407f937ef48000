using CovidSchoolReporting.Domain.Cases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>The warnings that the school saw and confirmed, with its reasons.</summary>
public partial class WarningList
{
    [Inject]
    public required IStringLocalizer<AgencyTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public IReadOnlyList<ConfirmedWarning> Warnings { get; set; } = [];
}
