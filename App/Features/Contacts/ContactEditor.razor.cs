using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>A contact of a case: new, being amended or deleted, or only to be read.</summary>
public partial class ContactEditor
{
    private CaseRow? _row;
    private Func<int?>? _rosterSite;
    private string? _added;
    private bool _another;
    private bool _deleting;
    private bool _deleteFailed;

    [Inject]
    public required CaseReporting Reporting { get; init; }

    [Inject]
    public required ICaseQueries Queries { get; init; }

    [Inject]
    public required IRosterQueries Roster { get; init; }

    [Inject]
    public required ContactDraftValidator Rules { get; init; }

    [Inject]
    public required DraftTidying Tidying { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required AppraisalMemory Appraisals { get; init; }

    [Inject]
    public required IStringLocalizer<ContactTexts> ContactText { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    /// <summary>Null for a new contact.</summary>
    [Parameter]
    public int? ContactId { get; set; }

    /// <summary>Which of several drafts of the same form; null for the usual one.</summary>
    [Parameter]
    public Guid? Mark { get; set; }

    /// <summary>Shows the contact to be read and asks whether to delete it.</summary>
    [Parameter]
    public bool IsDeleting { get; set; }

    private bool IsClosed => _row?.Status == CaseStatus.Closed;

    protected override Task OnInitializedAsync() => ReadAsync(draft: null);

    protected override async Task OnChangedAsync(Change change)
    {
        if (change.CaseId != CaseId || Form is null || IsSending || _deleting)
        {
            return;
        }

        if (!Form.IsDirty && Form.Draft.Id is not null)
        {
            await ReadAsync(draft: null);
        }
        else if (await Queries.FindAsync(await ActorAsync(), CaseId, Gone) is { } sheet)
        {
            _row = sheet.Row;
            Follow(sheet);
        }
        else
        {
            OnNotFound();
        }
    }

    protected override async Task<SaveOutcome> SaveAsync(ContactDraftForm form) =>
        await Reporting.SaveContactAsync(await ActorAsync(), CaseId, form.Draft, CancellationToken.None);

    protected override async Task OnSavedAsync(SaveOutcome.Saved saved)
    {
        if (_another)
        {
            var last = Form!.Draft;
            _added = ContactText["SavedContinue", saved.Id, last.Surname, last.Name];
            await ReadAsync(NewDraft(last));
            await FocusOnAsync(nameof(PersonDraft.Surname));
            return;
        }

        Message.Leave(ContactId is null ? ContactText["SavedNew"] : ContactText["SavedAmended", saved.Id]);
        Navigation.NavigateTo($"/casi/{CaseId}/contatti");
    }

    protected override void OnNotFound()
    {
        if (Form is { IsDirty: true, Draft.Id: not null } && _row is { Status: CaseStatus.Open })
        {
            SurviveDeletion(Guid.CreateVersion7());
        }
        else
        {
            Navigation.NotFound();
        }
    }

    /// <summary>A class is typed pupil after pupil: what they share stays.</summary>
    private static ContactDraft NewDraft(ContactDraft? last) => new()
    {
        RequestKey = Guid.CreateVersion7(),
        Role = last?.Role,
        ClassName = last?.ClassName ?? "",
        Section = last?.Section ?? "",
        Domicile = last?.Domicile ?? "",
    };

    private string LabelOf(string field) =>
        field == nameof(PersonDraft.Phone) ? ContactText["Phone"] : Text[$"Label_{field}"];

    private Task SaveAndReturnAsync()
    {
        _another = false;
        return SendAsync();
    }

    private Task SaveAndContinueAsync()
    {
        if (_added is not null && !Form!.IsDirty)
        {
            return Task.CompletedTask; // The second half of a double click: the next contact has not been begun.
        }

        _another = true;
        _added = null;
        return SendAsync();
    }

    /// <summary>The case changed under unsaved typing: take over what the rules need, overwrite nothing.</summary>
    private void Follow(CaseSheet sheet)
    {
        Form!.Setting = sheet.SettingFor(ContactId);
        var stored = sheet.Contacts.FirstOrDefault(c => c.Id == ContactId);
        if (IsClosed)
        {
            Lock();
        }
        else if (ContactId is not null && (stored is null || stored.Draft.Revision != Form.Draft.Revision))
        {
            Warn();
        }

        Form.Check();
    }

    private async Task FocusOnAsync(string fieldId)
    {
        await using var module = await Script.InvokeAsync<IJSObjectReference>("import", "./js/focus.js");
        await module.InvokeVoidAsync("focusOn", fieldId);
    }

    private async Task DeleteAsync()
    {
        if (_deleting)
        {
            return;
        }

        _deleting = true;
        try
        {
            var outcome = await Reporting.RemoveContactAsync(await ActorAsync(), CaseId, ContactId!.Value, CancellationToken.None);
            _deleteFailed = outcome is SaveOutcome.NothingSaved;
            if (outcome is SaveOutcome.Locked)
            {
                await ReadAsync(draft: null);
            }
            else if (!_deleteFailed)
            {
                Message.LeaveDeletion(ContactText["Deleted", ContactId.Value], ContactId.Value);
                Navigation.NavigateTo($"/casi/{CaseId}/contatti");
            }
        }
        finally
        {
            _deleting = false;
        }
    }
}
