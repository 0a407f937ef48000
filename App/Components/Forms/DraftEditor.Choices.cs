using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>What the user chooses about the draft, and what comes to it from another page.</summary>
public abstract partial class DraftEditor<TForm>
{
    private (TForm Form, DraftKey Key)? _discarded;

    /// <summary>What was handed in while no form was shown yet.</summary>
    private DraftKey? _heardOf;

    /// <summary>Shows the form as it would be had nothing been typed.</summary>
    protected abstract Task StartOverAsync();

    /// <summary>Shows what another tab kept of the same form.</summary>
    protected abstract Task ResumeAsync(KeptForm kept);

    protected Task ChooseAsync(DraftChoice choice) => choice switch
    {
        DraftChoice.Discard => DiscardAsync(),
        DraftChoice.Restore => RestoreAsync(),
        DraftChoice.TakeOther => TakeOtherAsync(),
        _ => ForgetOther(),
    };

    private async Task DiscardAsync()
    {
        if (_keeper is { } keeper && Form is { } form)
        {
            await RemoveAsync(keeper);
            State = EditorState.Calm;
            await StartOverAsync();
            _discarded = (form, keeper.Key);
        }
    }

    private async Task RestoreAsync()
    {
        if (_discarded is var (form, key))
        {
            _discarded = null;
            _keeper = NewKeeper(form, key, stored: null);
            Form = form;
            await _keeper.KeepAnewAsync();
            State = EditorState.Calm;
        }
    }

    private async Task TakeOtherAsync()
    {
        if (_keeper?.Other is { } other && await FindDraftAsync(other.Key, other.Key.Kind, other.Key.CaseId) is { } kept)
        {
            await KeepAsync();
            State = EditorState.Calm;
            await ResumeAsync(kept);
        }
    }

    private Task ForgetOther()
    {
        _keeper?.ForgetOther();
        return Task.CompletedTask;
    }

    private void HearOfHandIn(int userId, DraftKey key)
    {
        if (LastActor?.UserId == userId)
        {
            _ = InvokeAsync(() => TakeHandedInAsync(key));
        }
    }

    /// <summary>The page that this one replaces was heard out late. What was typed here meanwhile is not overwritten: see <see cref="DraftKeeper"/>.</summary>
    private async Task TakeHandedInAsync(DraftKey key)
    {
        _heardOf = Form is null ? key : null;
        if (Form is not { IsReadOnly: false } form || _keeper is not { } keeper || keeper.Key != key)
        {
            return;
        }

        try
        {
            await FlushAsync();
            if (keeper.IsUntouched && await FindDraftAsync(key, key.Kind, key.CaseId) is { } kept
                && kept.Stored.Version != keeper.Version && kept.Form.Tab != keeper.Tab
                && keeper.IsUntouched && ReferenceEquals(form, Form))
            {
                State = EditorState.Calm;
                await ResumeAsync(kept);
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
