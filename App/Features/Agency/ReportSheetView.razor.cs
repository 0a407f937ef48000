using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Places;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>The person and the school of a received report, as the school sent them; the contacts stand below, with what is decided.</summary>
public partial class ReportSheetView
{
    [Inject]
    public required IStringLocalizer<AgencyTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Parameter, EditorRequired]
    public ReportSheet Sheet { get; set; } = null!;
}
