using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency.Queue;

/// <summary>The conditions of «Casi ricevuti» as a form: nothing is asked for until it is applied.</summary>
public partial class QueueFilterPanel
{
    private const int MostSuggestions = 8;

    private static readonly IReadOnlyList<SchoolType?> Types = [.. Enum.GetValues<SchoolType>().Select(type => (SchoolType?)type)];
    private static readonly IReadOnlyList<WaitingTime?> Waitings = [.. Enum.GetValues<WaitingTime>().Select(waiting => (WaitingTime?)waiting)];
    private static readonly IReadOnlyList<ReportGaps?> Gaps = [ReportGaps.FiscalCode, ReportGaps.SwabDate, ReportGaps.Contacts, ReportGaps.All];

    private readonly QueueFilterForm _form = new();
    private IReadOnlyList<SiteChoiceRow> _sites = [];
    private QueueFilterErrors _errors = new();
    private ReportFilter? _shown;

    [Inject]
    public required IQueueQueries Around { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required IStringLocalizer<QueueTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    /// <summary>What the list is filtered by now.</summary>
    [Parameter, EditorRequired]
    public ReportFilter Filter { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<Actor> Colleagues { get; set; } = [];

    [Parameter, EditorRequired]
    public EventCallback<ReportFilter> OnApply { get; set; }

    /// <summary>The user is the first of the colleagues, and has a word of their own.</summary>
    private IReadOnlyList<AssigneeFilter?> Assignees =>
        [AssigneeFilter.Me, AssigneeFilter.Nobody, .. Colleagues.Skip(1).Select(one => (AssigneeFilter?)AssigneeFilter.Colleague(one.UserId))];

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Filter)
        {
            return;
        }

        // A filter that is taken away beside the open panel is taken away in it too; what is typed and not yet applied stays.
        var before = _shown ?? ReportFilter.None;
        _shown = Filter;
        _form.Follow(QueueFilterForm.Of(before, Places), QueueFilterForm.Of(Filter, Places));
        if (Filter.SiteId != before.SiteId)
        {
            var site = Filter.SiteId is { } id ? await Around.SiteAsync(await ActorAsync(), id, CancellationToken.None) : null;
            (_form.Site, _form.SiteId) = (site?.Name ?? "", site?.Id);
        }
    }

    private async Task<Actor> ActorAsync() => await Current.RequireAsync(CancellationToken.None);

    private async Task<IReadOnlyList<string>> SitesAsync(string typed)
    {
        _sites = await Around.SitesAsync(await ActorAsync(), typed, CancellationToken.None);
        return [.. _sites.Select(site => Text["SiteChoice", site.Name, Places.FindByCode(site.MunicipalityCode)?.Label ?? site.MunicipalityCode, Shared.Of(site.Type)].Value)];
    }

    private void ChooseSite(int index) => (_form.Site, _form.SiteId) = (_sites[index].Name, _sites[index].Id);

    private void TypeSite(string text) => (_form.Site, _form.SiteId) = (text, null);

    private IReadOnlyList<string> Municipalities(string typed) =>
        [.. Places.Search(typed, MostSuggestions, ofTerritoryOnly: true).Select(municipality => municipality.Label)];

    private async Task ApplyAsync()
    {
        await FindTypedSiteAsync();
        (var filter, _errors) = _form.Read(Filter.State, Places, Clock.Today, Text);
        if (_errors.IsNone)
        {
            await OnApply.InvokeAsync(filter);
        }
    }

    /// <summary>A name or a code that only one plesso can mean need not be chosen from the list.</summary>
    private async Task FindTypedSiteAsync()
    {
        if (_form.SiteId is null && !string.IsNullOrWhiteSpace(_form.Site)
            && await Around.SitesAsync(await ActorAsync(), _form.Site, CancellationToken.None) is [var only])
        {
            (_form.Site, _form.SiteId) = (only.Name, only.Id);
        }
    }
}
