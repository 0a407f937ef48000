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
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [CascadingParameter(Name = MainLayout.AddressName)]
    public string Address { get; set; } = "";

    private IReadOnlyList<FilterLink> Filters =>
    [
        FilterTo(new ClusterListRequest(), Text["FilterActive"]),
        FilterTo(new ClusterListRequest(ClusterState.Open), Text["FilterOpen"]),
        FilterTo(new ClusterListRequest(ClusterState.Watched), Text["FilterWatched"]),
        FilterTo(new ClusterListRequest(ClusterState.Closed), Text["FilterClosed"]),
        FilterTo(new ClusterListRequest(Closed: true), Text["FilterAll"]),
    ];

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

    private FilterLink FilterTo(ClusterListRequest request, string text) =>
        new(text, ClusterAddress.Of(request), request == _request with { Anchor = null });
}
