using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>The received reports of the operator's territories: a page at a time, kept up to date with what schools send and colleagues take.</summary>
public partial class ReportGrid
{
    private readonly RowSlots _slots = new();
    private Page<ReportRow>? _page;
    private ReportListRequest? _shown;
    private TakeInChargeOutcome? _outcome;
    private string _outcomeNumber = "";

    [Inject]
    public required IReportQueries Queries { get; init; }

    [Inject]
    public required AgencyDesk Desk { get; init; }

    [Inject]
    public required IStringLocalizer<AgencyTexts> Text { get; init; }

    [Inject]
    public required SearchMemory<ReportGrid> Memory { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Filter and place; what is searched for comes from <see cref="Memory"/>.</summary>
    [Parameter, EditorRequired]
    public ReportListRequest Request { get; set; } = new();

    private IReadOnlyList<FilterLink> Filters =>
        [FilterTo(null, "FilterAll"), FilterTo(AgencyState.Received, "FilterReceived"), FilterTo(AgencyState.TakenInCharge, "FilterTaken")];

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Request)
        {
            _shown = Request;
            await LoadAsync();
        }
    }

    protected override Task OnChangedAsync(Change change) => LoadAsync();

    private async Task LoadAsync()
    {
        _page = await Queries.ListAsync(await ActorAsync(), Request with { Search = Memory.Searched }, Gone);
        _slots.Seat([.. _page.Rows.Select(row => row.Id)]);
    }

    private async Task TakeInChargeAsync(ReportRow row)
    {
        // A command that was sent is carried out, even if the operator leaves the screen meanwhile.
        _outcome = await Desk.TakeInChargeAsync(await ActorAsync(), row.Id, CancellationToken.None);
        _outcomeNumber = row.ProtocolNumber;
        await LoadAsync();
    }

    private Task SearchAsync(string searched)
    {
        Memory.Searched = searched;
        _outcome = null;
        if (Request.Anchor is null)
        {
            return LoadAsync();
        }

        // The place in the list that the address names was a place in another list.
        Navigation.NavigateTo(ReportListAddress.Of(Request with { Anchor = null }));
        return Task.CompletedTask;
    }

    private FilterLink FilterTo(AgencyState? state, string text) =>
        new(Text[text], ReportListAddress.Of(new ReportListRequest(State: state)), Request.State == state);

    private string? AddressOf(PageAnchor? anchor) =>
        anchor is null ? null : ReportListAddress.Of(Request with { Anchor = anchor });
}
