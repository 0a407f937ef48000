using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>Says what became of «Prendi in carico».</summary>
public partial class TakeInChargeNotice
{
    [Inject]
    public required IStringLocalizer<AgencyTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public TakeInChargeOutcome Outcome { get; set; } = null!;

    [Parameter, EditorRequired]
    public string ProtocolNumber { get; set; } = "";

    private NoticeKind Kind => Outcome switch
    {
        TakeInChargeOutcome.TakenInCharge => NoticeKind.Success,
        TakeInChargeOutcome.AlreadyTaken => NoticeKind.Warning,
        _ => NoticeKind.Error,
    };

    private string Message => Outcome switch
    {
        TakeInChargeOutcome.TakenInCharge => Text["Outcome_Taken", ProtocolNumber],
        TakeInChargeOutcome.AlreadyTaken taken => Text["Outcome_AlreadyTaken", ProtocolNumber, taken.ByName, DayText.OfInstant(taken.At)],
        TakeInChargeOutcome.NothingSaved => Text["Outcome_NothingSaved"],
        _ => Text["Outcome_NotFound"],
    };
}
