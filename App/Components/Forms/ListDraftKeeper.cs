using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>Opens the drafts of lists for the screens that put them right.</summary>
public sealed class ListDrafts(IDraftStore store, CurrentActor current, FormTickets tickets)
{
    /// <summary>The draft of a list, with what was kept of it.</summary>
    /// <exception cref="SessionEndedException">The session is over.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be read.</exception>
    public async Task<ListDraftKeeper> OpenAsync(DraftKey key, CancellationToken cancellationToken = default)
    {
        var actor = await current.RequireAsync(cancellationToken);
        return new ListDraftKeeper(store, current, tickets, actor, await store.FindAsync(actor, key, cancellationToken), key);
    }
}

/// <summary>
/// Keeps a list as it is put right: the rows after each change, and beside them the cell that is half typed, which the page hands in
/// after a pause (js/typing.js). Runs on the dispatcher of the circuit.
/// </summary>
public sealed class ListDraftKeeper
{
    private static readonly Dictionary<string, string> _none = [];

    private readonly IDraftStore _store;
    private readonly CurrentActor _current;
    private readonly DraftKeeper _keeper;
    private readonly Func<FormTicket, string> _seal;
    private readonly FormTicket _form;
    private string _rows;
    private IReadOnlyDictionary<string, string> _cells;
    private (DraftKey Key, string Ticket)? _sealed;

    internal ListDraftKeeper(
        IDraftStore store, CurrentActor current, FormTickets tickets, Domain.Access.Actor actor, StoredDraft? stored, DraftKey key)
    {
        (_store, _current) = (store, current);
        Found = stored is null ? null : ListDraft.Read(stored);
        ResumedAt = Found is null ? null : stored!.SavedAt;
        _rows = Found?.Rows ?? "";
        _cells = Found?.Cells ?? _none;
        _keeper = new DraftKeeper(store, current.MayPutAwayAsync, tab => new ListDraft(tab, _rows, _cells).Write(), key, stored);
        _seal = tickets.Seal;
        _form = new FormTicket(actor.UserId, actor.InstituteId ?? 0, key, _keeper.Tab, _keeper.Version, Revision: 0);
    }

    /// <summary>What was kept, or null.</summary>
    public ListDraft? Found { get; }

    /// <summary>UTC of what was kept.</summary>
    public DateTime? ResumedAt { get; }

    public DraftKey Key => _keeper.Key;

    public DraftStatus Status => _keeper.Status;

    /// <summary>Nothing was changed on this screen since the list was opened.</summary>
    public bool IsUntouched => _keeper.IsUntouched;

    /// <summary>The list went on in another tab; this one is kept in a second draft beside it.</summary>
    public bool IsBeside => _keeper.Other is not null;

    /// <summary>For the mark on the page: see <see cref="ListDraftFrame"/>.</summary>
    public string Ticket
    {
        get
        {
            if (_sealed is not { } known || known.Key != Key)
            {
                _sealed = known = (Key, _seal(_form with { Key = Key, Version = _keeper.Version }));
            }

            return known.Ticket;
        }
    }

    /// <summary>Keeps the list as it is now. Call it after each change; changes that come meanwhile are kept together.</summary>
    /// <param name="rows">At most 3,000,000 characters, in any notation.</param>
    public Task KeepAsync(string rows)
    {
        (_rows, _cells) = (rows, _none); // What was half typed stands in the rows by now.
        return _keeper.KeepAsync();
    }

    /// <summary>The list is saved, or thrown away.</summary>
    public async Task ForgetAsync()
    {
        await _keeper.EndAsync();
        try
        {
            await _store.RemoveAsync(await _current.RequireAsync(CancellationToken.None), Key, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // What it holds is saved already, or was not wanted: it expires by itself.
        }

        (_rows, _cells) = ("", _none);
        _keeper.BeginAgain();
    }

    /// <summary>The page that this one replaces was heard out late.</summary>
    /// <returns>The draft as it is then, to go on with; null when there is nothing new, or something was changed here meanwhile.</returns>
    public async Task<ListDraftKeeper?> FindLaterAsync(ListDrafts drafts, CancellationToken cancellationToken)
    {
        if (!IsUntouched || await drafts.OpenAsync(Key, cancellationToken) is not { Found: { } found } later || found.Tab == _keeper.Tab)
        {
            return null;
        }

        return IsUntouched && later._keeper.Version != _keeper.Version ? later : null;
    }

    /// <summary>The page has handed in a cell: says when.</summary>
    internal async Task FollowAsync(int userId, DraftKey key)
    {
        if (key == Key && await _current.MayPutAwayAsync() is { } actor && actor.UserId == userId
            && await _store.FindAsync(actor, key, CancellationToken.None) is { } stored)
        {
            _keeper.Adopt(stored);
        }
    }
}
