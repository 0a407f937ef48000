using CovidSchoolReporting.App.Components.Live;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>A small form of texts that is kept as a draft while it is typed, and found again: of messages and of letters.</summary>
public abstract class DraftedForm : LiveComponent
{
    /// <summary>A browser that does not answer by then is gone, and has handed in its text as it went.</summary>
    private static readonly TimeSpan BrowserPatience = TimeSpan.FromSeconds(2);

    private (FormTicket Form, string Sealed)? _ticket;

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
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<FormTexts> FormText { get; init; }

    /// <summary>Null until the form is there.</summary>
    protected DraftKeeper? Keeper { get; private set; }

    /// <summary>What of it is worth saying that it is kept.</summary>
    protected virtual bool HasWritten => true;

    /// <summary>The revision of what the form amends; 0 for something new.</summary>
    protected virtual int Revision => 0;

    protected string StatusText => Keeper?.Status switch
    {
        { IsFull: true } => FormText["DraftNoRoom"],
        { Failed: true } => FormText["DraftNotSaved"],
        { SavedAt: { } at } when HasWritten => FormText[Keeper.Other is null ? "DraftSaved" : "DraftSavedBeside", DayText.TimeOf(at)],
        _ => "",
    };

    /// <summary>Each save makes a new version, but not another form: the page keeps the ticket that it has.</summary>
    protected string? Ticket
    {
        get
        {
            if (Keeper is { } keeper && LastActor is { } actor && _ticket?.Form.Key != keeper.Key)
            {
                var form = new FormTicket(
                    actor.UserId, actor.InstituteId ?? 0, keeper.Key, keeper.Tab, keeper.Version, Revision,
                    Address: "/" + Navigation.ToBaseRelativePath(Navigation.Uri));
                _ticket = (form, Tickets.Seal(form));
            }

            return _ticket?.Sealed;
        }
    }

    /// <summary>What is on the screen, as it is kept.</summary>
    protected abstract string ContentOf(Guid tab);

    /// <summary>Shows what was kept, or what stands there without a draft.</summary>
    protected abstract void Show(StoredDraft? stored);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (RendererInfo.IsInteractive)
        {
            LastWords.Asked += FlushAsync;
            News.Came += HearOfHandIn;
        }
    }

    protected override void Dispose(bool disposing)
    {
        LastWords.Asked -= FlushAsync;
        News.Came -= HearOfHandIn;
        base.Dispose(disposing);
    }

    protected async Task OpenDraftAsync(DraftKey key)
    {
        StoredDraft? stored = null;
        try
        {
            stored = await Drafts.FindAsync(await ActorAsync(), key, Gone);
        }
        catch (StoreUnavailableException)
        {
            // The field is there all the same; the draft is taken up when the page is opened again.
        }

        Resume(stored, key);
    }

    protected async Task KeepAsync()
    {
        if (Keeper is { } keeper)
        {
            await keeper.KeepAsync();
        }
    }

    /// <summary>Fetches what is half typed from the browser, and returns when it is in the database if it can be.</summary>
    protected async Task LeaveAsync()
    {
        await FlushAsync();
        await KeepAsync();
    }

    protected async Task ForgetDraftAsync()
    {
        if (Keeper is not { } keeper)
        {
            return;
        }

        await keeper.EndAsync();
        try
        {
            await Drafts.RemoveAsync(await ActorAsync(), keeper.Key, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // It says what is sent already, and expires by itself.
        }

        keeper.BeginAgain();
    }

    private void Resume(StoredDraft? stored, DraftKey key)
    {
        Show(stored);
        Keeper = new DraftKeeper(Drafts, Current.MayPutAwayAsync, ContentOf, key, stored);
    }

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

    /// <summary>The page that this one replaces was heard out late: its text is taken over if nothing was typed here yet.</summary>
    private void HearOfHandIn(int userId, DraftKey key) => _ = InvokeAsync(async () =>
    {
        try
        {
            if (Keeper is not { } keeper || key != keeper.Key || await Current.MayPutAwayAsync() is not { } actor || actor.UserId != userId
                || await Drafts.FindAsync(actor, key, CancellationToken.None) is not { } stored)
            {
                return;
            }

            if (DraftKeeper.TabOf(stored) == keeper.Tab)
            {
                keeper.Adopt(stored);
            }
            else if (keeper.IsUntouched)
            {
                Resume(stored, key);
            }

            StateHasChanged();
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OperationCanceledException or ObjectDisposedException)
        {
            // The text is in the draft, and found when the page is opened again.
        }
    });
}
