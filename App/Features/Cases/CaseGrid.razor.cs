using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>The list of one's own cases: a page at a time, kept up to date with what colleagues do.</summary>
public partial class CaseGrid
{
    private Page<CaseRow>? _page;
    private CaseListRequest? _shown;
    private string _typed = "";

    [Inject]
    public required ICaseQueries Queries { get; init; }

    [Inject]
    public required IStringLocalizer<CaseTexts> Text { get; init; }

    [Inject]
    public required CaseListMemory Memory { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Order, filter and place; what is searched for comes from <see cref="CaseListMemory"/>.</summary>
    [Parameter, EditorRequired]
    public CaseListRequest Request { get; set; } = new();

    private (CaseStatus? Status, string Label)[] Filters =>
        [(null, Text["FilterAll"]), (CaseStatus.Open, Text["FilterOpen"]), (CaseStatus.Closed, Text["FilterClosed"])];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _typed = Memory.Search;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Request)
        {
            _shown = Request;
            await LoadAsync();
        }
    }

    protected override Task OnChangedAsync(Change change) => LoadAsync();

    private async Task LoadAsync() =>
        _page = await Queries.ListAsync(await ActorAsync(), Request with { Search = Memory.Search }, Gone);

    private Task SearchAsync()
    {
        Memory.Search = _typed.Trim();
        return ReloadFromStartAsync();
    }

    private Task ClearSearchAsync()
    {
        Memory.Search = _typed = "";
        return ReloadFromStartAsync();
    }

    private Task ReloadFromStartAsync()
    {
        if (Request.Anchor is null)
        {
            return LoadAsync();
        }

        // The place in the list that the address names was a place in another list.
        Navigation.NavigateTo(CaseListAddress.Of(Request with { Anchor = null }));
        return Task.CompletedTask;
    }

    private string SortAddress(CaseOrder order) => CaseListAddress.Of(Request with
    {
        Order = order,
        Descending = Request.Order == order ? !Request.Descending : CaseListAddress.StartsDescending(order),
        Anchor = null,
    });

    private string? SortOf(CaseOrder order) =>
        Memory.Search.Length > 0 || Request.Order != order ? null : Request.Descending ? "descending" : "ascending";

    private string SortMark(CaseOrder order) => SortOf(order) switch { "descending" => "▼", "ascending" => "▲", _ => "↕" };
}
