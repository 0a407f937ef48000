using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Drafts;

/// <summary>Bozze: what the user has begun and not saved, with the way back to each. Nothing where there is none.</summary>
public partial class DraftList
{
    private IReadOnlyList<DraftRow> _rows = [];
    private StoredDraft? _discarded;

    /// <summary>What was discarded could not come back for want of room.</summary>
    private bool _isFull;

    /// <summary>Why nothing was done; null when it was.</summary>
    private string? _failure;

    [Inject]
    public required IDraftStore Drafts { get; init; }

    [Inject]
    public required IStringLocalizer<DraftTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<FormTexts> FormText { get; init; }

    protected override Task OnInitializedAsync() => ReadAsync();

    /// <summary>A case that was sent takes its drafts along.</summary>
    protected override Task OnChangedAsync(Change change) => ReadAsync();

    private string NameOf(DraftRow row) => row.Person.Length > 0 ? $"{NameOf(row.Key)}: {row.Person}" : NameOf(row.Key);

    private string NameOf(DraftKey key) => key switch
    {
        { Kind: DraftKind.Case, CaseId: null } => Text["NewCase"],
        { Kind: DraftKind.Case } => Text["Case", key.CaseId],
        { Kind: DraftKind.Contact, ContactId: null } => Text["NewContact", key.CaseId!],
        { Kind: DraftKind.Contact } => Text["Contact", key.ContactId, key.CaseId!],
        { Kind: DraftKind.Message } => Text["Message", key.CaseId!],
        { Kind: DraftKind.Supplement } => Text["Supplement", key.CaseId!],
        { Kind: DraftKind.ContactImport } => Text["ContactImport", key.CaseId!],
        _ => Text["RosterImport"],
    };

    private async Task ReadAsync()
    {
        try
        {
            _rows = await Drafts.ListAsync(await ActorAsync(), CancellationToken.None);
        }
        catch (SessionEndedException)
        {
            // The layout is leading the browser away already.
        }
    }

    private Task DiscardAsync(DraftRow row) => WriteAsync(async () =>
    {
        var actor = await ActorAsync();
        var found = await Drafts.FindAsync(actor, row.Key, CancellationToken.None);
        await Drafts.RemoveAsync(actor, row.Key, CancellationToken.None);

        // What makes room for another one is not the one to bring back.
        _discarded = _isFull ? _discarded : found;
        _isFull = false;
        return null;
    });

    private Task RestoreAsync() => WriteAsync(async () =>
    {
        if (_discarded is not { } draft)
        {
            return null;
        }

        var actor = await ActorAsync();
        var outcome = await Drafts.SaveAsync(actor, draft.Key, draft.Content, basedOn: 0, CancellationToken.None);
        if (outcome is DraftOutcome.Overtaken)
        {
            // Another one was begun in its place meanwhile, and stays: this one comes back beside it.
            outcome = await Drafts.SaveAsync(
                actor, draft.Key.Beside(Guid.NewGuid()), draft.Content, basedOn: 0, CancellationToken.None);
        }

        _isFull = outcome is DraftOutcome.NoRoom;
        _discarded = _isFull ? draft : null;
        return outcome switch
        {
            DraftOutcome.NoRoom => Text["ListNoRoom"].Value,
            DraftOutcome.Kept => null,
            _ => Text["ListNotRestored"].Value,
        };
    });

    /// <param name="write">Gives what there is to say, or null.</param>
    private async Task WriteAsync(Func<Task<string?>> write)
    {
        try
        {
            _failure = await write();
            await ReadAsync();
        }
        catch (StoreUnavailableException)
        {
            _failure = Text["ListNotWritten"];
        }
        catch (SessionEndedException)
        {
            // The layout is leading the browser away already.
        }
    }
}
