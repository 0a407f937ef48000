using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Rosters;

/// <summary>«Scegli dalla classe»: the contacts of a case, ticked in the roster.</summary>
public partial class ClassContactsPage
{
    private CaseSheet? _case;
    private ClassPick? _pick;
    private IReadOnlyList<RosterClassRow> _others = [];
    private string? _problem;
    private int _attempt;
    private bool _dirty;
    private bool _saving;
    private bool _changedMeanwhile;

    [Inject]
    public required ICaseQueries Queries { get; init; }

    [Inject]
    public required IRosterQueries Roster { get; init; }

    [Inject]
    public required CaseReporting Reporting { get; init; }

    [Inject]
    public required ContactDraftValidator Rules { get; init; }

    [Inject]
    public required DraftTidying Tidying { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required IStringLocalizer<RosterTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<ContactTexts> ContactText { get; init; }

    [Inject]
    public required IStringLocalizer<FormTexts> FormText { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter]
    public int CaseId { get; set; }

    private string ContactsAddress => $"/casi/{CaseId}/contatti";

    private bool IsClosed => _case!.Row.Status == CaseStatus.Closed;

    private bool HasUnsaved => _dirty && !IsClosed;

    private string AddText => _pick!.Ticked.Count() is var count and not 1 ? Text["AddTicked", count] : Text["AddTickedOne"];

    private string? ReasonError => _attempt > 0 && _pick!.IsReasonMissing ? Text["ReasonMissing"].Value : null;

    private IReadOnlyList<FieldError> Errors => _attempt == 0 ? [] :
    [
        .. _pick!.IsReasonMissing ? (FieldError[])[new FieldError("shared-reason", Text["ReasonMissing"])] : [],
        .. _pick.DateFault is { } day ? (FieldError[])[new FieldError("shared-date", $"{Text["SharedDate"]}: {day.Message}")] : [],
        .. _pick.DomicileFault is { } fault ? (FieldError[])[new FieldError("shared-domicile", $"{Text["SharedDomicile"]}: {fault.Message}")] : [],
        .. _pick.Ticked.SelectMany(row => row.Open.Select(finding => new FieldError(PickTable.FieldOf(row, finding), Said(row, finding)))),
    ];

    protected override async Task OnParametersSetAsync()
    {
        if (_case?.Row.Id == CaseId)
        {
            return;
        }

        var actor = await ActorAsync();
        _case = await Queries.FindAsync(actor, CaseId, Gone);
        var classes = await Roster.ClassesAsync(actor, Gone);
        if (_case is not { Row.Status: CaseStatus.Open } || classes.Count == 0)
        {
            Navigation.NotFound();
            return;
        }

        var pick = new ClassPick(_case, Rules, Tidying);
        _others = classes;
        if (ClassPick.ClassOf(_case, classes) is { } own && await Roster.FindAsync(actor, own.Id, Gone) is { } sheet)
        {
            pick.Add(sheet, isOfCase: true);
            _others = [.. classes.Where(row => row.Id != own.Id)];
        }

        _pick = pick;
    }

    protected override async Task OnChangedAsync(Change change)
    {
        if (change.CaseId != CaseId || _pick is null)
        {
            return;
        }

        _changedMeanwhile = _saving;
        if (!_saving)
        {
            await FollowAsync();
        }
    }

    /// <summary>Reads the case again: the ticks are judged by what is there now.</summary>
    private async Task<bool> FollowAsync()
    {
        if (await Queries.FindAsync(await ActorAsync(), CaseId, Gone) is not { } sheet)
        {
            Navigation.NotFound();
            return false;
        }

        _case = sheet;
        _pick!.Follow(sheet);
        return true;
    }

    private string NameOf(RosterClassRow row) =>
        $"{(row.Name.Length > 0 ? row.Name : Text["StaffWithoutClass"])} · {row.SiteName} ({row.PersonCount})";

    private string Said(PickRow row, Finding finding) =>
        $"{row.Draft.Surname} {row.Draft.Name}, {(finding.Field == nameof(ContactDraft.Phone) ? ContactText["Phone"] : FormText[$"Label_{finding.Field}"])}: {finding.Message}";

    private void ShareNoCodeReason(string typed)
    {
        _pick!.SharedNoCodeReason = typed;
        Look();
    }

    private void ShareDate(string typed)
    {
        _pick!.SharedDate = typed;
        Look();
    }

    private void ShareDomicile(string typed)
    {
        _pick!.SharedDomicile = typed;
        Look();
    }

    private List<string> SuggestMunicipality(string typed) =>
        [.. Places.Search(typed, PersonFields.MostSuggestions).Select(place => place.Label)];

    private void Look()
    {
        _dirty = true;
        _pick!.Look();
        if (_attempt > 0)
        {
            _pick.Check();
        }
    }

    private async Task AddAsync(RosterClassRow? chosen)
    {
        if (chosen is not null && await Roster.FindAsync(await ActorAsync(), chosen.Id, Gone) is { } sheet)
        {
            _pick!.Add(sheet, isOfCase: false);
            _others = [.. _others.Where(row => row.Id != chosen.Id)];
        }
    }
}
