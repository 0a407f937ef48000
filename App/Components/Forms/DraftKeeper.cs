using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>What the screen says about the draft of a form.</summary>
/// <param name="SavedAt">UTC of the last commit; null before the first.</param>
/// <param name="Failed">What was typed since is not in the database, because it cannot be written.</param>
/// <param name="IsFull">It failed because the user has too many drafts: there is room again once some are discarded.</param>
public sealed record DraftStatus(DateTime? SavedAt, bool Failed, bool IsFull = false)
{
    public static readonly DraftStatus Nothing = new(null, Failed: false);
}

/// <summary>
/// Keeps the draft of one form: each change in a commit of its own, one after the other, never twice the same. Everything runs
/// on the dispatcher of the circuit. What it cannot save now it saves with the next change or the next try.
/// </summary>
public sealed class DraftKeeper
{
    private readonly IDraftStore _store;
    private readonly Func<ValueTask<Actor?>> _actor;
    private readonly Func<Guid, string> _content;
    private Task _running = Task.CompletedTask;
    private string _kept;
    private bool _again;
    private bool _ended;
    private bool _wrote;

    /// <param name="actor">Asked before each save; null when nobody may save any more.</param>
    /// <param name="content">What is on the screen, as it is kept, with <see cref="Tab"/>.</param>
    /// <param name="stored">The draft that the screen resumes, or null.</param>
    public DraftKeeper(IDraftStore store, Func<ValueTask<Actor?>> actor, Func<Guid, string> content, DraftKey key, StoredDraft? stored)
    {
        (_store, _actor, _content, Key) = (store, actor, content, key);
        Version = stored?.Version ?? 0;
        Status = stored is null ? DraftStatus.Nothing : new DraftStatus(stored.SavedAt, Failed: false);
        _kept = Content();
    }

    public DraftKey Key { get; private set; }

    /// <summary>Names this form on this screen, so that its own saves are told from another tab's.</summary>
    public Guid Tab { get; } = Guid.NewGuid();

    /// <summary>The version last saved or read, 0 for none.</summary>
    public int Version { get; private set; }

    public DraftStatus Status { get; private set; }

    /// <summary>The other tab's draft, when it went on without this form; this one goes on beside it.</summary>
    public StoredDraft? Other { get; private set; }

    /// <summary>Nothing was typed in this form since it was shown.</summary>
    public bool IsUntouched => !_wrote && !_ended && Content() == _kept;

    /// <summary>Saves what is in the form, if it is anything new. The task ends when all is saved that can be.</summary>
    public Task KeepAsync()
    {
        _again = true;
        if (_running.IsCompleted)
        {
            _running = RunAsync();
        }

        return _running;
    }

    /// <summary>Saves what is in the form even if nothing was typed, for a draft that was taken away before.</summary>
    public Task KeepAnewAsync()
    {
        (_kept, Version) = ("", 0);
        return KeepAsync();
    }

    /// <summary>Nothing more is saved from here on; returns when nothing is under way any more.</summary>
    public Task EndAsync()
    {
        _ended = true;
        return _running;
    }

    /// <summary>The form was not saved after all: its draft goes on.</summary>
    public void GoOn() => _ended = false;

    /// <summary>The user has read about the other tab.</summary>
    public void ForgetOther() => Other = null;

    /// <summary>The draft was taken away; what comes now begins another in its place.</summary>
    public void BeginAgain()
    {
        (_kept, Version, Status, _ended) = (Content(), 0, DraftStatus.Nothing, false);
    }

    /// <summary>This very page has handed in something by itself: what the screen saves next follows that.</summary>
    public void Adopt(StoredDraft stored)
    {
        if (stored.Version > Version && TabOf(stored) == Tab)
        {
            (Version, Status) = (stored.Version, new DraftStatus(stored.SavedAt, Failed: false));
        }
    }

    /// <summary>The form that saved it last.</summary>
    public static Guid? TabOf(StoredDraft stored) =>
        stored.Key.IsList ? ListDraft.Read(stored)?.Tab
        : stored.Key.Kind is DraftKind.Message ? TextDraft.Read(stored)?.Tab
        : stored.Key.Kind is DraftKind.Letter ? LetterDraft.Read(stored)?.Tab
        : FormDraft.Read(stored)?.Tab;

    private string Content() => _content(Tab);

    private async Task RunAsync()
    {
        while (_again && !_ended)
        {
            _again = false;
            var content = Content();
            if (content == _kept)
            {
                continue;
            }

            try
            {
                _wrote = true;
                if (await _actor() is not { } actor)
                {
                    return;
                }

                Follow(await _store.SaveAsync(actor, Key, content, Version, CancellationToken.None), content);
            }
            catch (StoreUnavailableException)
            {
                Status = Status with { Failed = true, IsFull = false };
                return;
            }
        }
    }

    private void Follow(DraftOutcome outcome, string content)
    {
        switch (outcome)
        {
            case DraftOutcome.Kept kept:
                (_kept, Version, Status) = (content, kept.Version, new DraftStatus(kept.SavedAt, Failed: false));
                break;
            case DraftOutcome.Overtaken { Current: null }:
                (Version, _again) = (0, true); // Saved or thrown away elsewhere; what is typed here is typed here.
                break;
            case DraftOutcome.Overtaken { Current: { } current } when TabOf(current) == Tab:
                (Version, _again) = (current.Version, true); // This very page handed it in while it had no circuit.
                break;
            case DraftOutcome.Overtaken { Current: { } current }:
                (Other, Key, Version, _again) = (current, Key.Beside(Tab), 0, true);
                break;
            case DraftOutcome.NoRoom:
                Status = Status with { Failed = true, IsFull = true };
                break;
            default:
                _ended = true; // The case was closed: the form itself says so.
                break;
        }
    }
}
