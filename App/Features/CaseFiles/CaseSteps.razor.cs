using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>How far the agency has come with a case, with who and when, and the one step that comes next.</summary>
public partial class CaseSteps
{
    private const int MostNamed = 10;

    private AgencyState? _asked;
    private IReadOnlyList<ContactLine> _missing = [];
    private (NoticeKind Kind, string Sentence)? _said;
    private bool _sending;

    [Inject]
    public required AgencyDesk Desk { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IStringLocalizer<CaseFileTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter, EditorRequired]
    public CaseFile File { get; set; } = null!;

    /// <summary>A step was done: read again.</summary>
    [Parameter]
    public EventCallback OnStep { get; set; }

    private AgencyState State => File.Sheet.Row.State;

    private int ReportId => File.Sheet.Row.Id;

    // What was said of undecided contacts is over as soon as they are decided, by whomever.
    protected override void OnParametersSet() =>
        _missing = [.. File.Undecided.Where(line => _missing.Any(before => before.Id == line.Id))];

    private ReportStep? StepOf(AgencyState state) => File.History.Steps.FirstOrDefault(step => step.State == state);

    /// <summary>Why a step was not done.</summary>
    private LocalizedString Undecided(string step, int contacts) =>
        contacts == 1 ? Text[$"UndecidedTo{step}One"] : Text[$"UndecidedTo{step}Many", contacts];

    private void AskToIssue()
    {
        (_said, _missing) = (null, File.Undecided);
        _asked = _missing.Count == 0 ? AgencyState.MeasuresIssued : null;
    }

    // A command that was sent is carried out, even if the operator leaves the screen meanwhile.
    private Task TakeInChargeAsync() => SendAsync(async actor =>
        await Desk.TakeInChargeAsync(actor, ReportId, CancellationToken.None) switch
        {
            TakeInChargeOutcome.TakenInCharge => (NoticeKind.Success, Text["Taken"]),
            TakeInChargeOutcome.AlreadyTaken taken => (NoticeKind.Warning, Text["AlreadyTaken", taken.ByName, DayText.OfInstant(taken.At)]),
            TakeInChargeOutcome.NothingSaved => (NoticeKind.Error, Text["NothingSaved"]),
            _ => (NoticeKind.Error, Text["NoSuchContact"]),
        });

    private Task ConfirmAsync()
    {
        var asked = _asked;
        _asked = null;
        return SendAsync(async actor =>
            (asked == AgencyState.MeasuresIssued
                ? await Desk.IssueMeasuresAsync(actor, ReportId, CancellationToken.None)
                : await Desk.ConcludeAsync(actor, ReportId, CancellationToken.None)) switch
            {
                StepOutcome.Done => (NoticeKind.Success, Text[$"Done_{asked}"]),
                StepOutcome.Undecided open => (NoticeKind.Warning, Undecided(asked == AgencyState.MeasuresIssued ? "Issue" : "Conclude", open.Contacts)),
                StepOutcome.SupplementsWaiting waiting => (NoticeKind.Warning, Text["SupplementsWaiting", waiting.Supplements]),
                StepOutcome.TooEarly => (NoticeKind.Warning, Text["TooEarly"]),
                StepOutcome.NothingSaved => (NoticeKind.Error, Text["NothingSaved"]),
                _ => (NoticeKind.Error, Text["NoSuchContact"]),
            });
    }

    private async Task SendAsync(Func<Domain.Access.Actor, Task<(NoticeKind Kind, LocalizedString Sentence)>> command)
    {
        if (_sending)
        {
            return;
        }

        (_sending, _said) = (true, null);
        try
        {
            _said = await command(await Current.RequireAsync(CancellationToken.None));
            await OnStep.InvokeAsync();
        }
        finally
        {
            _sending = false;
        }
    }
}
