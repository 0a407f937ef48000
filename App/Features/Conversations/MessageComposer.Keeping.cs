using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace CovidSchoolReporting.App.Features.Conversations;

/// <summary>How what is half typed is kept, and found again.</summary>
public partial class MessageComposer
{
    /// <summary>A browser that does not answer by then is gone, and has handed in its text as it went.</summary>
    private static readonly TimeSpan BrowserPatience = TimeSpan.FromSeconds(2);

    private DraftKeeper? _keeper;
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

    private string StatusText => _keeper?.Status switch
    {
        { IsFull: true } => FormText["DraftNoRoom"],
        { Failed: true } => FormText["DraftNotSaved"],
        { SavedAt: { } at } when _text.Length > 0 => FormText[_keeper.Other is null ? "DraftSaved" : "DraftSavedBeside", DayText.TimeOf(at)],
        _ => "",
    };

    /// <summary>Each save makes a new version, but not another form: the page keeps the ticket that it has.</summary>
    private string? Ticket
    {
        get
        {
            if (_keeper is { } keeper && LastActor is { } actor && _ticket?.Form.Key != keeper.Key)
            {
                var form = new FormTicket(
                    actor.UserId, actor.InstituteId ?? 0, keeper.Key, keeper.Tab, keeper.Version, Revision: 0,
                    Address: "/" + Navigation.ToBaseRelativePath(Navigation.Uri));
                _ticket = (form, Tickets.Seal(form));
            }

            return _ticket?.Sealed;
        }
    }

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

    private async Task OpenDraftAsync()
    {
        var key = DraftKey.Message(CaseId);
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

    private void Resume(StoredDraft? stored, DraftKey key)
    {
        var kept = stored is null ? null : TextDraft.Read(stored)?.Text;
        _text = kept?.ReplaceLineEndings("\n").Trim() == LastWritten ? "" : kept ?? "";
        _keeper = new DraftKeeper(Drafts, Current.MayPutAwayAsync, tab => new TextDraft(tab, _text).Write(), key, stored);
    }

    private async Task KeepAsync()
    {
        if (_keeper is { } keeper)
        {
            await keeper.KeepAsync();
        }
    }

    /// <summary>Fetches what is half typed from the browser, and returns when it is in the database if it can be.</summary>
    private async Task LeaveAsync()
    {
        await FlushAsync();
        await KeepAsync();
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

    private async Task ForgetDraftAsync()
    {
        if (_keeper is not { } keeper)
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

    /// <summary>The page that this one replaces was heard out late: its text is taken over if nothing was typed here yet.</summary>
    private void HearOfHandIn(int userId, DraftKey key) => _ = InvokeAsync(async () =>
    {
        try
        {
            if (_keeper is not { } keeper || key != keeper.Key || await Current.MayPutAwayAsync() is not { } actor || actor.UserId != userId
                || await Drafts.FindAsync(actor, key, CancellationToken.None) is not { } stored)
            {
                return;
            }

            if (TextDraft.Read(stored)?.Tab == keeper.Tab)
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
