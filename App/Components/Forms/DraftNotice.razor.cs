using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>Says above a form that it goes on where a draft was left, or that the same draft is open elsewhere.</summary>
public partial class DraftNotice
{
    private readonly Guid _another = Guid.NewGuid();

    [Inject]
    public required IStringLocalizer<FormTexts> Text { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Parameter, EditorRequired]
    public DraftSituation Draft { get; set; } = DraftSituation.None;

    /// <summary>Without it there is nothing to choose here.</summary>
    [Parameter]
    public EventCallback<DraftChoice> OnChosen { get; set; }

    /// <summary>«delle 10:32», and the day too when it is another.</summary>
    private string When(DateTime savedAt) => PortalClock.DayOf(savedAt) == Clock.Today
        ? Text["DraftOfTime", DayText.TimeOf(savedAt)]
        : Text["DraftOfDay", DayText.Of(PortalClock.DayOf(savedAt)), DayText.TimeOf(savedAt)];
}
