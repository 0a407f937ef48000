using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Imports;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Rosters;

/// <summary>«Carica le classi»: a list of pupils and staff becomes classes of the roster.</summary>
public partial class LoadClassesPage
{
    private const string Screen = "/classi/carica";

    private readonly Dictionary<string, string> _suggested = new() { [nameof(PersonDraft.Role)] = nameof(PersonRole.Pupil) };
    private List<SiteOption> _options = [];
    private SiteOption? _chosen;
    private RosterImport? _target;
    private KeptList? _kept;
    private ListImport? _import;

    [Inject]
    public required IRosterQueries Roster { get; init; }

    [Inject]
    public required RosterKeeping Keeping { get; init; }

    [Inject]
    public required RosterDraftValidator Rules { get; init; }

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
    public required IStringLocalizer<RosterTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    /// <summary>The mark of the draft to go on with, where there are several.</summary>
    [SupplyParameterFromQuery(Name = DraftAddress.Mark)]
    public string? Mark { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        var kept = await KeptList.OpenAsync(Drafts, DraftKey.RosterImport with { Mark = DraftAddress.ReadMark(Mark) }, Gone);
        var setting = await Keeping.SettingAsync(actor, chosenSiteId: null, Gone);
        var classes = await Roster.ClassesAsync(actor, Gone);
        _options = [.. setting.Sites.Select(site => new SiteOption(site))];
        if (_options is [var only])
        {
            (_chosen, setting) = (only, setting with { Chosen = only.Site });
        }
        else
        {
            _options.Add(new SiteOption(null));
            if (kept.Found is { } found)
            {
                _chosen = _options.Find(option => option.Site?.Id == found.SiteId);
                setting = setting with { Chosen = _chosen?.Site };
            }
        }

        kept.SiteId = _chosen?.Site?.Id;
        (_kept, _target) = (kept, new RosterImport(setting, classes, Roster, Keeping, Rules, Tidying, Reader, Screen));
    }

    /// <summary>Only cases tell of changes.</summary>
    protected override Task OnChangedAsync(Change change) => Task.CompletedTask;

    private string NameOf(SiteOption option) => option.Site?.Name ?? Text["LoadSiteInList"];

    private string NameOf(RosterClassRow row)
    {
        var name = row.Name.Length > 0 ? row.Name : Text["StaffWithoutClass"].Value;
        return _options.Count == 1 ? name : $"{name} ({row.SiteName})";
    }

    private Task ChooseAsync(SiteOption? option)
    {
        if (option is null)
        {
            return Task.CompletedTask; // The list is at work already: it keeps the plesso that it has.
        }

        _chosen = option;
        _kept!.SiteId = option.Site?.Id;
        _target!.Setting = _target.Setting with { Chosen = option.Site };
        _import?.JudgeAgain();
        return _import?.KeepAgainAsync() ?? Task.CompletedTask;
    }

    private void Return(int saved)
    {
        Message.Leave(Text["LoadedAll", saved]);
        Navigation.NavigateTo("/classi");
    }

    /// <param name="Site">Null when the list itself names the plesso of each person.</param>
    private sealed record SiteOption(SiteChoice? Site);
}
