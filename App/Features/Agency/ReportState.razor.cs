using CovidSchoolReporting.App.Components;
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

    private string Colour => Row.State switch
    {
        AgencyState.Received => "badge-warning",
        AgencyState.TakenInCharge => "badge-info",
        AgencyState.MeasuresIssued => "badge-success",
        _ => "badge-neutral",
    };

    private IconName Drawing => Row.State switch
    {
        AgencyState.Received => IconName.Info,
        AgencyState.TakenInCharge => IconName.User,
        AgencyState.MeasuresIssued => IconName.Send,
        _ => IconName.Success,
    };
}
