using CovidSchoolReporting.App.Components.Layout;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>Focolai: the clusters of the operator's territories, the one with the latest case first.</summary>
public partial class ClustersPage
{
    private ClusterListRequest _request = new();
    private Page<ClusterRow>? _page;
    private ClusterRule? _rule;
    private bool _isDue;

    [Inject]
    public required IClusterQueries Queries { get; init; }

    [Inject]
    public required IPolicyStore PolicyStore { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required ChartTables Tables { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [CascadingParameter(Name = MainLayout.AddressName)]
    public string Address { get; set; } = "";

    private IReadOnlyList<FilterLink> Filters =>
    [
        FilterTo(null, false, Text["FilterActive"]),
        FilterTo(ClusterState.Open, false, Text["FilterOpen"]),
        FilterTo(ClusterState.Watched, false, Text["FilterWatched"]),
        FilterTo(ClusterState.Closed, false, Text["FilterClosed"]),
        FilterTo(null, true, Text["FilterAll"]),
    ];

    private bool IsSearched => _request.SiteId is not null || _request.MunicipalityCode is not null;

    protected override async Task OnParametersSetAsync()
    {
        var request = ClusterAddress.Read(Address);
        if (_page is null || request != _request)
        {
            _request = request;
            await LoadAsync();
        }
    }

    protected override async Task OnChangedAsync(Change change)
    {
        if (_isDue)
        {
            return;
        }

        _isDue = true;
        await Task.Delay(EpidemicPage.Pause, Time, Gone);
        _isDue = false;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _rule = (await PolicyStore.TimelineAsync(Gone)).InForceOn(Clock.Today).Terms.ClusterRule;
        _page = await Queries.ListAsync(await ActorAsync(), _request, Gone);
    }

    private string? AddressOf(PageAnchor? anchor) => anchor is null ? null : ClusterAddress.Of(_request with { Anchor = anchor });

    private void Search(ClusterListRequest request) => Navigation.NavigateTo(ClusterAddress.Of(request));

    /// <summary>Another state of the same school and comune.</summary>
    private FilterLink FilterTo(ClusterState? state, bool closed, string text)
    {
        var request = _request with { State = state, Closed = closed, Anchor = null };
        return new FilterLink(text, ClusterAddress.Of(request), request == _request with { Anchor = null });
    }
}
