using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>How what is typed in the form is kept, and found again.</summary>
public abstract partial class DraftEditor<TForm>
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>A browser that does not answer by then is gone, and has handed in its fields as it went.</summary>
    private static readonly TimeSpan BrowserPatience = TimeSpan.FromSeconds(2);

    private DraftKeeper? _keeper;
    private (FormTicket Form, string Sealed)? _ticket;
    private DateTime? _resumedAt;
    private bool _retrying;

    [Inject]
    public required IDraftStore Drafts { get; init; }

    [Inject]
    public required FormTickets Tickets { get; init; }

    [Inject]
    public required HandInNews News { get; init; }

    [Inject]
    public required LastWords LastWords { get; init; }

    [Inject]
    public required IJSRuntime Browser { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    protected DraftSituation Situation => _keeper is null ? DraftSituation.None with { IsDiscarded = _discarded is not null } : new DraftSituation(
        Ticket(_keeper),
        _keeper.Tab,
        _keeper.Key.Mark is null ? null : DraftAddress.Of(_keeper.Key),
        _keeper.Status,
        _resumedAt,
        _keeper.Other?.SavedAt,
        _discarded is not null,
        _keeper.Key.IsNew ? DraftAddress.Of(_keeper.Key with { Mark = null }) : null);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (RendererInfo.IsInteractive)
        {
            LastWords.Asked += SayLastWordsAsync;
            News.Came += HearOfHandIn;
        }
    }

    protected override void Dispose(bool disposing)
    {
        LastWords.Asked -= SayLastWordsAsync;
        News.Came -= HearOfHandIn;
        base.Dispose(disposing);
    }

    /// <summary>Shows a form in which nothing can be typed.</summary>
    protected void ShowOnly(TForm form)
    {
        (_keeper, _resumedAt) = (null, null);
        Hold(form);
    }

    /// <summary>Shows a form; what is typed in it is kept under the key.</summary>
    protected void Show(TForm form, DraftKey key)
    {
        (_keeper, _resumedAt) = (NewKeeper(form, key, stored: null), null);
        Hold(form);
    }

    /// <summary>Shows a form that goes on where its draft was left.</summary>
    protected void Show(TForm form, KeptForm kept)
    {
        form.Resume(kept.Form.Reasons);
        (_keeper, _resumedAt) = (NewKeeper(form, kept.Stored.Key, kept.Stored), kept.Stored.SavedAt);
        Hold(form);
        form.Check();
    }

    /// <summary>The draft with that key; without a key the newest one of something new.</summary>
    protected async Task<KeptForm?> FindDraftAsync(DraftKey? key, DraftKind kind, int? caseId)
    {
        var actor = await ActorAsync();
        var stored = key is null
            ? await Drafts.FindNewestAsync(actor, kind, caseId, Gone)
            : await Drafts.FindAsync(actor, key, Gone);
        return stored is not null && FormDraft.Read(stored) is { } form ? new KeptForm(stored, form) : null;
    }

    /// <summary>Fetches what is half typed from the browser, and returns when all is in the database that can be.</summary>
    protected async Task LeaveAsync()
    {
        await FlushAsync();
        await KeepAsync();
    }

    private void Hold(TForm form)
    {
        form.Changed += OnFormChanged;
        form.Written += OnWritten;
        Form = form;
        if (_heardOf is { } key && key == _keeper?.Key)
        {
            _ = TakeHandedInAsync(key); // It was handed in while the form was being read.
        }
    }

    private DraftKeeper NewKeeper(TForm form, DraftKey key, StoredDraft? stored) => new(
        Drafts, Current.MayPutAwayAsync, tab => new FormDraft(form.Draft, form.Original, tab, form.Reasons).Write(), key, stored);

    private string? Ticket(DraftKeeper keeper)
    {
        if (LastActor is { InstituteId: { } institute } actor)
        {
            // Each save makes a new version, but not another form: the page keeps the ticket that it has.
            var draft = Form!.Draft;
            var form = new FormTicket(
                actor.UserId, institute, keeper.Key, keeper.Tab, keeper.Version, draft.Revision, draft.RequestKey);
            if (_ticket is not var (known, _) || known with { Version = form.Version } != form)
            {
                _ticket = (form, Tickets.Seal(form));
            }
        }

        return _ticket?.Sealed;
    }

    private void OnWritten() => _ = KeepAsync();

    private async Task KeepAsync()
    {
        if (_keeper is not { } keeper || Form is not { IsReadOnly: false })
        {
            return;
        }

        try
        {
            var key = keeper.Key;
            await keeper.KeepAsync();
            if (keeper.Key != key)
            {
                _resumedAt = null; // From here on it is a draft of its own.
            }

            StateHasChanged();
            if (keeper.Status.Failed)
            {
                _ = RetryAsync();
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The circuit ends; the browser hands in its fields itself.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    /// <summary>The database could not be written: tries again until it can, or the form is left.</summary>
    private async Task RetryAsync()
    {
        if (_retrying)
        {
            return;
        }

        _retrying = true;
        try
        {
            await Task.Delay(RetryAfter, Time, Gone);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            return;
        }
        finally
        {
            _retrying = false;
        }

        await KeepAsync();
    }

    private Task SayLastWordsAsync() => Form is { IsReadOnly: false } ? FlushAsync() : Task.CompletedTask;

    private async Task FlushAsync()
    {
        try
        {
            await Browser.InvokeVoidAsync("portalTyping.flush", BrowserPatience);
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // There is no browser any more to ask.
        }
    }

    private async Task ForgetDraftAsync()
    {
        if (_keeper is { } keeper)
        {
            (_keeper, _resumedAt, _discarded) = (null, null, null);
            await RemoveAsync(keeper);
        }
    }

    private async Task RemoveAsync(DraftKeeper keeper)
    {
        await keeper.EndAsync();
        try
        {
            await Drafts.RemoveAsync(await ActorAsync(), keeper.Key, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // It says what is saved already: opened again it is found to differ in nothing, and it expires by itself.
        }
    }

}

/// <summary>A draft that was found, and the form in it.</summary>
public sealed record KeptForm(StoredDraft Stored, FormDraft Form);
