using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>The list of one's own cases: a page at a time, kept up to date with what colleagues do.</summary>
public partial class CaseGrid
{
    private readonly RowSlots _slots = new();
    private Page<CaseRow>? _page;
    private CaseListRequest? _shown;

    [Inject]
    public required ICaseQueries Queries { get; init; }

    [Inject]
    public required IStringLocalizer<CaseTexts> Text { get; init; }

    [Inject]
    public required SearchMemory<CaseGrid> Memory { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Order, filter and place; what is searched for comes from <see cref="Memory"/>.</summary>
    [Parameter, EditorRequired]
    public CaseListRequest Request { get; set; } = new();

    private IReadOnlyList<FilterLink> Filters =>
        [FilterTo(null, "FilterAll"), FilterTo(CaseStatus.Open, "FilterOpen"), FilterTo(CaseStatus.Closed, "FilterClosed")];

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

    private Task SearchAsync(string searched)
    {
        Memory.Searched = searched;
        if (Request.Anchor is null)
        {
            return LoadAsync();
        }

        // The place in the list that the address names was a place in another list.
        Navigation.NavigateTo(CaseListAddress.Of(Request with { Anchor = null }));
        return Task.CompletedTask;
    }

    private FilterLink FilterTo(CaseStatus? status, string text) =>
        new(Text[text], CaseListAddress.Of(Request with { Status = status, Anchor = null }), Request.Status == status);

    private string? AddressOf(PageAnchor? anchor) =>
        anchor is null ? null : CaseListAddress.Of(Request with { Anchor = anchor });

    private string SortAddress(CaseOrder order) => CaseListAddress.Of(Request with
    {
        Order = order,
        Descending = Request.Order == order ? !Request.Descending : CaseListAddress.StartsDescending(order),
        Anchor = null,
    });

    private string? SortOf(CaseOrder order) =>
        Memory.Searched.Length > 0 || Request.Order != order ? null : Request.Descending ? "descending" : "ascending";

    private string SortMark(CaseOrder order) => SortOf(order) switch { "descending" => "▼", "ascending" => "▲", _ => "↕" };
}
