using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.Policies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>One contact, drawn again only when something about it changed.</summary>
public partial class ContactLineRow
{
    private (ContactLine Line, bool IsOpen, bool IsTicked, bool Detailed) _drawn;
    private bool _detailed;

    [Inject]
    public required IStringLocalizer<CaseFileTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter, EditorRequired]
    public ContactLine Line { get; set; } = null!;

    /// <summary>Decisions may be taken now.</summary>
    [Parameter, EditorRequired]
    public bool IsOpen { get; set; }

    [Parameter, EditorRequired]
    public bool IsTicked { get; set; }

    [Parameter]
    public EventCallback<bool> OnTick { get; set; }

    [Parameter]
    public EventCallback OnDecide { get; set; }

    private ReportedPersonData Person => Line.Sent.Person;

    private string TickId => $"contact-{Line.Id}";

    private string Decide => Text[Line.Decision is null ? "Decide" : "Change"];

    private string Details => Text[_detailed ? "HideDetails" : "Details"];

    private string Why => Line.Proposal switch
    {
        { Reason: { } reason } => GuideTexts.Of(reason),
        { Ground: var ground } => Text[$"Ground_{ground}"],
    };

    /// <summary>From when to when; what is only proposed says so.</summary>
    private IEnumerable<string> Measure
    {
        get
        {
            if (Line.Period is not { } period)
            {
                yield return Line.Decision is null && Line.Proposal.Status is null ? "" : Text["NoMeasure"];
                yield break;
            }

            if (period.Kind == MeasureKind.SelfMonitoring)
            {
                yield return Text["SelfMonitoring"];
            }

            yield return Text["FromTo", DayText.Of(period.From), DayText.Of(period.To)];
            if (period.ToWithTest is { } withTest)
            {
                yield return Text["EndsWithTest", DayText.Of(withTest)];
            }
            else if (period.NeedsTest)
            {
                yield return Text["NeedsTest"];
            }

            if (period.IsOwnEnd)
            {
                yield return Text["OwnEndBecause", Line.Decision?.Reason ?? ""];
            }

            if (Line.Decision is null)
            {
                yield return Text["OnlyProposed"];
            }
        }
    }

    protected override bool ShouldRender() => !Equals(_drawn, (Line, IsOpen, IsTicked, _detailed));

    protected override void OnAfterRender(bool firstRender) => _drawn = (Line, IsOpen, IsTicked, _detailed);

    private Task TickAsync(ChangeEventArgs change) => OnTick.InvokeAsync(change.Value is true);

    private string Named(string command) => $"{command}: {Line.FullName}";

    private void Toggle() => _detailed = !_detailed;
}
