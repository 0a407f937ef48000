using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>«Incolla o carica un elenco»: a class becomes contacts of a case.</summary>
public partial class ImportPage
{
    private CaseSheet? _case;
    private ContactImport? _target;
    private KeptList? _kept;
    private ListImport? _import;
    private Dictionary<string, string> _suggested = [];

    [Inject]
    public required ICaseQueries Queries { get; init; }

    [Inject]
    public required CaseReporting Reporting { get; init; }

    [Inject]
    public required ContactDraftValidator Rules { get; init; }

    [Inject]
    public required DraftTidying Tidying { get; init; }

    [Inject]
    public required RowReader Reader { get; init; }

    [Inject]
    public required ListDrafts Drafts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required IStringLocalizer<SheetTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<ContactTexts> ContactText { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter]
    public int CaseId { get; set; }

    /// <summary>The mark of the draft to go on with, where there are several of the same list.</summary>
    [SupplyParameterFromQuery(Name = DraftAddress.Mark)]
    public string? Mark { get; set; }

    private string ContactsAddress => $"/casi/{CaseId}/contatti";

    protected override async Task OnParametersSetAsync()
    {
        if (_case?.Row.Id == CaseId)
        {
            return;
        }

        _case = await Queries.FindAsync(await ActorAsync(), CaseId, Gone);
        if (_case is not { Row.Status: CaseStatus.Open })
        {
            Navigation.NotFound();
            return;
        }

        _kept = await KeptList.OpenAsync(Drafts, DraftKey.ContactImport(CaseId) with { Mark = DraftAddress.ReadMark(Mark) }, Gone);
        _kept.LeaveOut(_case.Contacts.Select(contact => contact.Draft.RequestKey).ToHashSet());
        _target = new ContactImport(CaseId, _case.ContactSetting, Reporting, Rules, Tidying, Reader);
        _suggested = SuggestedFor(_case);
    }

    /// <summary>The case or its contacts changed: the rows are judged by what is there now, and stay as they were typed.</summary>
    protected override async Task OnChangedAsync(Change change)
    {
        if (change.CaseId != CaseId || _target is null)
        {
            return;
        }

        _case = await Queries.FindAsync(await ActorAsync(), CaseId, Gone);
        if (_case is null)
        {
            Navigation.NotFound();
            return;
        }

        _target.Setting = _case.ContactSetting;
        _import?.JudgeAgain();
    }

    /// <summary>Most lists are the case's own class: what its members share is offered, not written.</summary>
    private static Dictionary<string, string> SuggestedFor(CaseSheet sheet) => new()
    {
        [nameof(PersonDraft.Role)] = nameof(PersonRole.Pupil),
        [nameof(PersonDraft.ClassName)] = sheet.Draft.ClassName,
        [nameof(PersonDraft.Section)] = sheet.Draft.Section,
        [nameof(PersonDraft.Domicile)] = sheet.Draft.Domicile,
        [nameof(ContactDraft.LastContactDate)] = sheet.ContactSetting.ProposedDay,
    };

    private void ReturnAsync(int saved)
    {
        Message.Leave(Text["AllSaved", saved]);
        Navigation.NavigateTo(ContactsAddress);
    }
}
