using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>How the list is kept while it is put right, and gone on with.</summary>
public sealed partial class ListImport : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>A browser that does not answer by then is gone, and has handed in its cell as it went.</summary>
    private static readonly TimeSpan BrowserPatience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyDictionary<string, string> _shared = new Dictionary<string, string>();
    private DateTime? _resumedAt;
    private bool _retrying;

    [Inject]
    public required HandInNews News { get; init; }

    [Inject]
    public required LastWords LastWords { get; init; }

    [Inject]
    public required IJSRuntime Browser { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    /// <summary>The draft of the list.</summary>
    [Parameter, EditorRequired]
    public KeptList Kept { get; set; } = null!;

    /// <summary>Nothing is left to be put right: there is no sheet, or all of it is saved.</summary>
    private bool IsDone => _sheet is not { Rows.Count: > 0 } || _allSaved || (_saving && _sheet.Counts.Rows == 0);

    private DraftSituation Situation => DraftSituation.None with { ResumedAt = _resumedAt };

    /// <summary>What the list is loaded for is another now, and is kept with it.</summary>
    public Task KeepAgainAsync() => _sheet is null ? Task.CompletedTask : KeepAsync();

    public void Dispose()
    {
        News.Came -= Hear;
        LastWords.Asked -= FlushAsync;
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            News.Came += Hear;
            LastWords.Asked += FlushAsync;
        }

        Resume();
    }

    private void Resume()
    {
        if (Kept.Resume(Target) is { } sheet)
        {
            (_table, _shared, _resumedAt) = (Kept.Found!.Table, Kept.Shared(Suggested), Kept.Draft.ResumedAt);
            Show(sheet);
        }
    }

    private async Task KeepAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        try
        {
            await (IsDone ? Kept.ForgetAsync() : Kept.KeepAsync(_sheet!.State, _table, _shared));
            if (Kept.Draft.Status.Failed)
            {
                _ = RetryAsync();
            }
        }
        catch (Exception exception) when (exception is SessionEndedException or OperationCanceledException or ObjectDisposedException)
        {
            // The user is being led away; what was kept stays kept.
        }
    }

    /// <summary>The database could not be written: tries again until it can, or the list is left.</summary>
    private async Task RetryAsync()
    {
        if (_retrying)
        {
            return;
        }

        _retrying = true;
        try
        {
            await Task.Delay(RetryAfter, Time, _gone.Token);
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
        StateHasChanged();
    }

    private Task ShareAsync(IReadOnlyDictionary<string, string> shared)
    {
        _shared = shared;
        return KeepAsync();
    }

    /// <summary>The page is left by a link, or by Back: the cell that is half typed is fetched first.</summary>
    private async Task LeaveAsync()
    {
        if (_sheet is not null && !IsLocked)
        {
            await FlushAsync();
            await (IsDone ? Task.CompletedTask : KeepAsync());
        }
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

    private void Hear(int userId, DraftKey key)
    {
        if (key == Kept.Draft.Key)
        {
            _ = InvokeAsync(TakeLaterAsync);
        }
    }

    private async Task TakeLaterAsync()
    {
        try
        {
            if (!IsLocked && await Kept.TakeLaterAsync(_gone.Token))
            {
                Resume();
                StateHasChanged();
            }
        }
        catch (Exception exception) when (exception
            is SessionEndedException or StoreUnavailableException or OperationCanceledException or ObjectDisposedException)
        {
            // The draft is safe, and on the list of drafts.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }
}
