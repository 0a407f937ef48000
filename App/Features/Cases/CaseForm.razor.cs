using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>A case: new, being amended, or closed and only to be read.</summary>
public partial class CaseForm
{
    private Func<int?>? _rosterSite;

    [Inject]
    public required CaseReporting Reporting { get; init; }

    [Inject]
    public required ICaseQueries Queries { get; init; }

    [Inject]
    public required IRosterQueries Roster { get; init; }

    [Inject]
    public required ICaseStore Store { get; init; }

    [Inject]
    public required CaseDraftValidator Rules { get; init; }

    [Inject]
    public required DraftTidying Tidying { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Null for a new case.</summary>
    [Parameter]
    public int? CaseId { get; set; }

    /// <summary>The contact who has become positive; null for a new case like any other.</summary>
    [Parameter]
    public CaseStart? Start { get; set; }

    /// <summary>Which of several drafts of the same form; null for the usual one.</summary>
    [Parameter]
    public Guid? Mark { get; set; }

    [Parameter]
    public EventCallback<SaveOutcome.Saved> OnSaved { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override async Task OnChangedAsync(Change change)
    {
        if (change.CaseId != CaseId || Form is null || IsSending)
        {
            return;
        }

        var sheet = await Queries.FindAsync(await ActorAsync(), change.CaseId, Gone);
        if (sheet is null)
        {
            OnNotFound();
        }
        else if (!Form.IsDirty)
        {
            await ShowAsync(sheet);
        }
        else if (sheet.Row.Status == CaseStatus.Closed)
        {
            Lock();
        }
        else if (sheet.Draft.Revision != Form.Draft.Revision)
        {
            Warn();
        }
    }

    protected override async Task<SaveOutcome> SaveAsync(CaseDraftForm form) =>
        await Reporting.SaveCaseAsync(await ActorAsync(), form.Draft, CancellationToken.None);

    protected override Task OnSavedAsync(SaveOutcome.Saved saved) => OnSaved.InvokeAsync(saved);

    protected override void OnNotFound() => Navigation.NotFound();

    private string LabelOf(string field) => Text[$"Label_{field}"];

    protected override Task StartOverAsync() => ReadAsync(resume: false);

    protected override async Task ResumeAsync(KeptForm kept)
    {
        var setting = await Store.SettingAsync(await ActorAsync(), Gone);
        Show(new CaseDraftForm((CaseDraft)kept.Form.Mine, setting, Rules, Tidying, kept.Form.Original), kept);
    }

    private async Task ReadAsync(bool resume = true)
    {
        _rosterSite = await Roster.ExistsAsync(await ActorAsync(), Gone)
            ? () => Form?.Setting.Find(Form.Draft.SchoolName, Places.Resolve(Form.Draft.SiteMunicipality))?.Id
            : null;
        if (CaseId is not { } id)
        {
            await BeginAsync(resume);
        }
        else if (await Queries.FindAsync(await ActorAsync(), id, Gone) is { } sheet)
        {
            await ShowAsync(sheet, resume);
        }
        else
        {
            OnNotFound();
        }
    }

    private async Task BeginAsync(bool resume)
    {
        var asked = (Mark ?? Start?.Mark) is { } mark ? DraftKey.NewCase(mark) : null;
        if (resume && await FindDraftAsync(asked, DraftKind.Case, caseId: null) is { } kept)
        {
            await ResumeAsync(kept);
            return;
        }

        var actor = await ActorAsync();
        var draft = Start is { } start
            ? await Queries.StartFromContactAsync(actor, start.CaseId, start.ContactId, Gone)
            : await Queries.StartDraftAsync(actor, Gone);
        if (draft is null)
        {
            OnNotFound();
            return;
        }

        draft.RequestKey = Guid.CreateVersion7();
        Show(new CaseDraftForm(draft, await Store.SettingAsync(actor, Gone), Rules, Tidying), asked ?? DraftKey.NewCase(Guid.NewGuid()));
    }

    private async Task ShowAsync(CaseSheet sheet, bool resume = true)
    {
        var key = DraftKey.OfCase(sheet.Row.Id) with { Mark = Mark };
        if (resume && await FindDraftAsync(key, DraftKind.Case, sheet.Row.Id) is { } kept
            && DraftComparison.Differences(kept.Form.Mine, sheet.Draft).Count > 0)
        {
            await ResumeAsync(kept);
            if (sheet.Draft.Revision != kept.Form.Mine.Revision)
            {
                Warn();
            }

            return;
        }

        var form = new CaseDraftForm(sheet.Draft, await Store.SettingAsync(await ActorAsync(), Gone), Rules, Tidying);
        if (sheet.Row.Status == CaseStatus.Closed)
        {
            ShowOnly(form);
            Lock();
        }
        else
        {
            Show(form, key);
        }
    }

    private List<string> SuggestSiteMunicipality(string typed) =>
        [.. Places.Search(typed, PersonFields.MostSuggestions, ofTerritoryOnly: true).Select(place => place.Label)];

    private List<string> SuggestSchool(string typed)
    {
        var key = LatinLetters.SearchKey(typed);
        return [.. Form!.Setting.Sites.Select(site => site.Name)
            .Where(name => LatinLetters.SearchKey(name).Contains(key, StringComparison.Ordinal))
            .Take(PersonFields.MostSuggestions)];
    }
}
