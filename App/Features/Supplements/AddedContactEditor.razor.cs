using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Supplements;

/// <summary>A contact that is added to a closed case: the form and the rules of every contact, sent as an integrazione.</summary>
public partial class AddedContactEditor
{
    private CaseRow? _row;

    [Inject]
    public required SupplementDesk Desk { get; init; }

    [Inject]
    public required ICaseQueries Cases { get; init; }

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
    public required IStringLocalizer<ContactTexts> ContactText { get; init; }

    [Inject]
    public required IStringLocalizer<SupplementTexts> SupplementText { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    /// <summary>Which of several drafts of the same form; null for the usual one.</summary>
    [Parameter]
    public Guid? Mark { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override async Task OnChangedAsync(Change change)
    {
        // Somebody else may have added the same person: the rules must know.
        if (change.CaseId == CaseId && Form is { } form && !IsSending
            && await Desk.SettingAsync(await ActorAsync(), CaseId, Gone) is { } setting)
        {
            form.Setting = setting;
            form.Check();
        }
    }

    protected override async Task<SaveOutcome> SaveAsync(ContactDraftForm form) =>
        await Desk.AddContactAsync(await ActorAsync(), CaseId, form.Draft, CancellationToken.None);

    protected override Task OnSavedAsync(SaveOutcome.Saved saved)
    {
        Message.Leave(SupplementText["SentNumber", saved.Id]);
        Navigation.NavigateTo(SupplementAddress.List(CaseId));
        return Task.CompletedTask;
    }

    protected override void OnNotFound() => Navigation.NotFound();

    protected override Task StartOverAsync() => ReadAsync(resume: false);

    protected override async Task ResumeAsync(KeptForm kept)
    {
        if (await Desk.SettingAsync(await ActorAsync(), CaseId, Gone) is { } setting)
        {
            Resume(setting, kept);
        }
    }

    private string LabelOf(string field) =>
        field == nameof(PersonDraft.Phone) ? ContactText["Phone"] : Text[$"Label_{field}"];

    private async Task ReadAsync(bool resume = true)
    {
        var actor = await ActorAsync();
        _row = await Cases.FindRowAsync(actor, CaseId, Gone);
        if (_row is null || await Desk.SettingAsync(actor, CaseId, Gone) is not { } setting)
        {
            OnNotFound();
            return;
        }

        var key = DraftKey.Supplement(CaseId) with { Mark = Mark };
        if (resume && await FindDraftAsync(key, DraftKind.Supplement, CaseId) is { } kept)
        {
            Resume(setting, kept);
        }
        else
        {
            Show(new ContactDraftForm(new ContactDraft { RequestKey = Guid.CreateVersion7() }, setting, Rules, Tidying), key);
        }
    }

    private void Resume(ContactSetting setting, KeptForm kept) =>
        Show(new ContactDraftForm((ContactDraft)kept.Form.Mine, setting, Rules, Tidying, kept.Form.Original), kept);
}
