using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>Chiudi il caso ed invia i dati all'ATS Milano: the summary, the warning, SÌ or NO.</summary>
public partial class CloseCaseDialog
{
    private CaseRow? _row;
    private string _reason = "";
    private Finding? _missing;
    private IReadOnlyList<int> _toCheck = [];
    private ContactWindow? _empty;
    private bool _sending;
    private bool _nothingSaved;

    [Inject]
    public required CaseReporting Reporting { get; init; }

    [Inject]
    public required ICaseQueries Queries { get; init; }

    [Inject]
    public required IStringLocalizer<CaseTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    /// <summary>The case is closed, by this dialog or by a colleague meanwhile.</summary>
    [Parameter]
    public EventCallback<int> OnClosed { get; set; }

    [Parameter]
    public EventCallback OnCancelled { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override Task OnChangedAsync(Change change) =>
        change.CaseId == CaseId && !_sending ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        _row = await Queries.FindRowAsync(await ActorAsync(), CaseId, Gone);
        if (_row is null)
        {
            Navigation.NotFound();
        }
        else if (_row.Status == CaseStatus.Closed)
        {
            await OnClosed.InvokeAsync(CaseId);
        }
        else if (_row.ContactCount == 0)
        {
            _empty = (await Queries.FindAsync(await ActorAsync(), CaseId, Gone))?.Measures.Window is { IsEmpty: true } window ? window : null;
        }
    }

    /// <summary>The days themselves say why there are no contacts: the user need not.</summary>
    private void OfferReason() =>
        _reason = Text["CloseEmptyWindowReason", DayText.Of(_empty!.From), DayText.Of(_empty.To)];

    private async Task CloseAsync()
    {
        if (_sending)
        {
            return;
        }

        _sending = true;
        try
        {
            await ShowAsync(await Reporting.CloseAndSendAsync(await ActorAsync(), CaseId, _reason, CancellationToken.None));
        }
        finally
        {
            _sending = false;
        }
    }

    private Task ShowAsync(CloseOutcome outcome)
    {
        _missing = (outcome as CloseOutcome.Incomplete)?.Missing;
        _toCheck = (outcome as CloseOutcome.ContactsToCheck)?.ContactIds ?? [];
        _nothingSaved = outcome is CloseOutcome.NothingSaved;
        switch (outcome)
        {
            case CloseOutcome.Incomplete:
                return ReadAsync(); // A colleague may have taken the last contact away: the reason is asked for now.
            case CloseOutcome.Closed:
                return OnClosed.InvokeAsync(CaseId);
            case CloseOutcome.NotFound:
                Navigation.NotFound();
                break;
        }

        return Task.CompletedTask;
    }
}
