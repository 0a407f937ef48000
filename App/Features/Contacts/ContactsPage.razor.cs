using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>Elenco dei contatti of one case.</summary>
public partial class ContactsPage
{
    private CaseSheet? _sheet;
    private string? _message;
    private string? _warning;
    private int? _deleted;
    private bool _restoring;
    private bool _restored;
    private bool _nothingSaved;
    private ElementReference _news;
    private bool _hasRoster;

    [Inject]
    public required ICaseQueries Queries { get; init; }

    [Inject]
    public required CaseReporting Reporting { get; init; }

    [Inject]
    public required IRosterQueries Roster { get; init; }

    [Inject]
    public required IStringLocalizer<ContactTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required Cases.ListMessage Message { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public int CaseId { get; set; }

    private bool IsClosed => _sheet!.Row.Status == CaseStatus.Closed;

    /// <summary>As long as nobody has brought the contact back or closed the case meanwhile.</summary>
    private bool CanUndo => !IsClosed && _sheet!.Removed.Any(removed => removed.Id == _deleted);

    protected override Task OnInitializedAsync()
    {
        _deleted = Message.TakeDeletion();
        _message = Message.Take();
        return ReadAsync();
    }

    protected override Task OnChangedAsync(Change change) => change.CaseId == CaseId ? ReadAsync() : Task.CompletedTask;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The button that was pressed is gone: the keyboard goes on where the screen says what happened.
        if (_restored)
        {
            _restored = false;
            await _news.FocusAsync();
        }
    }

    private async Task RestoreAsync(int contactId)
    {
        if (_restoring)
        {
            return;
        }

        _restoring = true;
        try
        {
            var outcome = await Reporting.RestoreContactAsync(await ActorAsync(), CaseId, contactId, CancellationToken.None);
            _nothingSaved = outcome is SaveOutcome.NothingSaved;
            _message = outcome is SaveOutcome.Saved ? Text["Restored", contactId].Value : null;
            _warning = (outcome as SaveOutcome.Saved)?.Warning?.Message;
            _restored = true;
            await ReadAsync();
        }
        finally
        {
            _restoring = false;
        }
    }

    private async Task ReadAsync()
    {
        var actor = await ActorAsync();
        _hasRoster = await Roster.ExistsAsync(actor, Gone);
        _sheet = await Queries.FindAsync(actor, CaseId, Gone);
        if (_sheet is null)
        {
            Navigation.NotFound();
        }
    }
}
