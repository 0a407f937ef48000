using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.Domain.Cases;
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

    private async Task ReadAsync()
    {
        var actor = await ActorAsync();
        _rosterSite = await Roster.ExistsAsync(actor, Gone)
            ? () => Form?.Setting.Find(Form.Draft.SchoolName, Places.Resolve(Form.Draft.SiteMunicipality))?.Id
            : null;
        if (CaseId is { } id)
        {
            if (await Queries.FindAsync(actor, id, Gone) is { } sheet)
            {
                await ShowAsync(sheet);
            }
            else
            {
                OnNotFound();
            }

            return;
        }

        var draft = Start is { } start
            ? await Queries.StartFromContactAsync(actor, start.CaseId, start.ContactId, Gone)
            : await Queries.StartDraftAsync(actor, Gone);
        if (draft is null)
        {
            OnNotFound();
            return;
        }

        draft.RequestKey = Guid.CreateVersion7();
        Show(new CaseDraftForm(draft, await Store.SettingAsync(actor, Gone), Rules, Tidying));
    }

    private async Task ShowAsync(CaseSheet sheet)
    {
        var setting = await Store.SettingAsync(await ActorAsync(), Gone);
        Show(new CaseDraftForm(sheet.Draft, setting, Rules, Tidying));
        if (sheet.Row.Status == CaseStatus.Closed)
        {
            Lock();
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
