using CovidSchoolReporting.App.Components.Live;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>
/// What the forms of a case and of a contact share: sending the draft, and showing what became of it. What was typed stays on
/// the screen whatever the outcome is.
/// </summary>
/// <typeparam name="TForm">The form's state.</typeparam>
public abstract partial class DraftEditor<TForm> : LiveComponent
    where TForm : DraftForm
{
    private bool _sending;

    [Inject]
    public required IStringLocalizer<FormTexts> Text { get; init; }

    /// <summary>What was typed, or null while it is being read.</summary>
    protected TForm? Form { get; private set; }

    /// <summary>What the frame around the fields has to say.</summary>
    protected EditorState State { get; private set; } = EditorState.Calm;

    protected bool IsSending => _sending;

    /// <summary>Sends the draft once, however often the button is pressed while it is under way.</summary>
    protected async Task SendAsync()
    {
        if (_sending || Form is not { IsReadOnly: false } form)
        {
            return;
        }

        _sending = true;
        try
        {
            await (_keeper?.EndAsync() ?? Task.CompletedTask);
            await ShowAsync(form, await SaveAsync(form));
        }
        finally
        {
            _sending = false;
        }

        // Refused, it is still a draft: the confirmations and what was typed meanwhile belong to it.
        if (ReferenceEquals(form, Form) && form is { IsDirty: true, IsReadOnly: false })
        {
            _keeper?.GoOn();
            await KeepAsync();
        }
    }

    /// <summary>Hands the draft to the domain.</summary>
    protected abstract Task<SaveOutcome> SaveAsync(TForm form);

    /// <summary>The draft is in the database.</summary>
    protected abstract Task OnSavedAsync(SaveOutcome.Saved saved);

    /// <summary>There is no such case or contact any more.</summary>
    protected abstract void OnNotFound();

    protected async Task ConfirmAsync(IReadOnlyList<ConfirmedWarning> confirmations)
    {
        Form!.Confirm(confirmations);
        State = EditorState.Calm;
        await SendAsync();
    }

    protected void BackToFields() => State = EditorState.Calm;

    /// <summary>Takes the chosen fields of the newer version, and saves the result over it.</summary>
    protected async Task ResolveAsync(IReadOnlyList<string> takenFromStored)
    {
        if (State is EditorState.Newer { Stored: var stored } && Form is { } form)
        {
            foreach (var field in takenFromStored)
            {
                DraftComparison.Copy(field, stored, form.Draft);
            }

            form.Draft.Confirmations.Clear();

            form.Draft.Revision = stored.Revision;
            form.Draft.Id = stored.Id; // A first save that was sent before has an id by now.
            State = EditorState.Calm;
            await SendAsync();
        }
    }

    /// <summary>The case was closed, here or by somebody else: what was typed stays to be read.</summary>
    protected void Lock()
    {
        Form?.LockedBecause ??= Text["LockedClosed"];
        State = EditorState.Calm;
    }

    /// <summary>What the user was writing on was deleted by somebody else: what was typed stays, and can be saved as something new.</summary>
    protected void SurviveDeletion(Guid newRequestKey)
    {
        Form!.Draft.Id = null;
        Form.Draft.Revision = 0;
        Form.Draft.RequestKey = newRequestKey;
        State = new EditorState.Deleted();
    }

    /// <summary>Somebody saved a newer version while there is unsaved typing: say so, and overwrite nothing.</summary>
    protected void Warn()
    {
        // The news may come after the save that met the newer version: the comparison it brought says more.
        if (State is not EditorState.Newer)
        {
            State = new EditorState.ChangedElsewhere();
        }
    }

    private void OnFormChanged()
    {
        // A question about values that are being typed over would be answered for others than those it showed.
        if (State is EditorState.Asking)
        {
            State = EditorState.Calm;
        }

        StateHasChanged();
    }

    private async Task ShowAsync(TForm form, SaveOutcome outcome)
    {
        switch (outcome)
        {
            case SaveOutcome.Saved saved:
                form.MarkSaved();
                State = EditorState.Calm;
                await ForgetDraftAsync();
                await OnSavedAsync(saved);
                break;
            case SaveOutcome.Invalid invalid:
                form.Refuse(invalid.Findings);
                State = EditorState.Calm;
                break;
            case SaveOutcome.NeedsConfirmation asked:
                form.Check();
                State = new EditorState.Asking(asked.Warnings);
                break;
            case SaveOutcome.Stale stale:
                State = new EditorState.Newer(stale.Current);
                break;
            case SaveOutcome.Locked:
                Lock();
                break;
            case SaveOutcome.NothingSaved:
                State = new EditorState.NothingSaved();
                break;
            default:
                OnNotFound();
                break;
        }
    }
}

/// <summary>What an editor has to say beside its fields.</summary>
public abstract record EditorState
{
    public static readonly EditorState Calm = new Quiet();

    private EditorState()
    {
    }

    public sealed record Quiet : EditorState;

    /// <summary>Warnings wait for an answer.</summary>
    public sealed record Asking(IReadOnlyList<Finding> Warnings) : EditorState;

    /// <summary>The save met a newer version.</summary>
    public sealed record Newer(PersonDraft Stored) : EditorState;

    /// <summary>Somebody has saved a newer version meanwhile.</summary>
    public sealed record ChangedElsewhere : EditorState;

    /// <summary>Somebody has deleted it meanwhile.</summary>
    public sealed record Deleted : EditorState;

    /// <summary>The database cannot be written now.</summary>
    public sealed record NothingSaved : EditorState;
}
