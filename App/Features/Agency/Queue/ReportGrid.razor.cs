using System.Globalization;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Lists;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency.Queue;

/// <summary>The received reports of the operator's territories: a page at a time, kept up to date with what schools send and colleagues do.</summary>
public partial class ReportGrid
{
    private readonly HashSet<int> _ticked = [];
    private IReadOnlyList<Actor> _colleagues = [];
    private StateCounts? _counts;
    private (TakeInChargeOutcome Outcome, string ProtocolNumber)? _taken;
    private BatchMessage? _batch;
    private bool _filtering;

    [Inject]
    public required IReportQueries Queries { get; init; }

    [Inject]
    public required IQueueQueries Around { get; init; }

    [Inject]
    public required IColleagues Colleagues { get; init; }

    [Inject]
    public required AgencyDesk Desk { get; init; }

    [Inject]
    public required ReportBatch Batch { get; init; }

    [Inject]
    public required IStringLocalizer<QueueTexts> Text { get; init; }

    /// <summary>The figures are those of the territories and the days: with another filter they would promise rows that are not shown.</summary>
    private IReadOnlyList<FilterLink> States =>
    [
        StateLink(null, Text["FilterAll"], _counts?.All),
        .. Enum.GetValues<AgencyState>().Select(state => StateLink(state, Text[$"FilterState_{state}"], _counts?[state])),
    ];

    private bool AllTicked => Page is { Rows.Count: > 0 } && Page.Rows.All(row => _ticked.Contains(row.Id));

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        var actor = await ActorAsync();
        _colleagues = [.. (await Colleagues.ListAsync(actor, Gone)).OrderBy(one => one.UserId != actor.UserId)]; // The user before the others.
    }

    protected override async Task OnParametersSetAsync()
    {
        var before = Page;
        await base.OnParametersSetAsync();
        if (before is not null && before != Page)
        {
            (_taken, _batch) = (null, null); // What is said of a list is not said of another.
        }
    }

    protected override async Task<Page<ReportRow>> ReadAsync(Actor actor, string searched)
    {
        _counts = Request.Filter.IsCounted && searched.Length == 0 ? await Around.CountsAsync(actor, Request.Filter.Received, Gone) : null;
        var page = await Queries.ListAsync(actor, Request with { Search = searched }, Gone);
        _ticked.IntersectWith(page.Rows.Select(IdOf)); // A tick that is not seen any more would be acted on unseen.
        return page;
    }

    protected override int IdOf(ReportRow row) => row.Id;

    protected override PageAnchor? AnchorOf(ReportListRequest request) => request.Anchor;

    protected override string AddressAt(PageAnchor? anchor) => ReportListAddress.Of(Request with { Anchor = anchor });

    protected override Task SearchAsync(string searched)
    {
        (_taken, _batch) = (null, null);
        return base.SearchAsync(searched);
    }

    private void Apply(ReportFilter filter)
    {
        _filtering = false;
        Navigation.NavigateTo(ReportListAddress.Of(Request.Where(filter)));
    }

    private void Tick((int Id, bool Ticked) row) => _ = row.Ticked ? _ticked.Add(row.Id) : _ticked.Remove(row.Id);

    private void TickAll(ChangeEventArgs changed)
    {
        _ticked.Clear();
        if (changed.Value is true)
        {
            _ticked.UnionWith(Page!.Rows.Select(IdOf));
        }
    }

    private Task TakeAsync(ReportRow row) => DoAsync(
        async actor => _taken = (await Desk.TakeInChargeAsync(actor, row.Id, CancellationToken.None), row.ProtocolNumber));

    private Task TakeTickedAsync() => DoAsync(
        async actor => _batch = BatchMessage.OfTaking(Text, await Batch.TakeInChargeAsync(actor, Handed(), CancellationToken.None)));

    private Task AssignTickedAsync(Actor colleague) => DoAsync(async actor =>
        _batch = BatchMessage.OfAssigning(Text, await Batch.AssignAsync(actor, Handed(), colleague.UserId, CancellationToken.None), colleague.DisplayName));

    /// <summary>A command that was sent is carried out, even if the operator leaves the screen meanwhile.</summary>
    private async Task DoAsync(Func<Actor, Task> command)
    {
        (_taken, _batch) = (null, null);
        await command(await ActorAsync());
        await LoadAsync();
    }

    /// <summary>What was ticked, once: a second press finds nothing.</summary>
    private int[] Handed()
    {
        int[] handed = [.. _ticked];
        _ticked.Clear();
        return handed;
    }

    private FilterLink StateLink(AgencyState? state, string text, int? count)
    {
        var words = count is { } known ? Text["FilterCount", text, known.ToString("N0", CultureInfo.CurrentCulture)] : text;
        return new FilterLink(words, ReportListAddress.Of(Request.Where(Request.Filter with { State = state })), Request.Filter.State == state);
    }

    private string SortAddress(ReportOrder order) => ReportListAddress.Of(
        Request.Order == order ? Request with { Descending = !Request.Descending, Anchor = null } : Request.By(order));

    private string? SortOf(ReportOrder order) =>
        IsSearched || Request.Order != order ? null : Request.Descending ? "descending" : "ascending";

    private string SortMark(ReportOrder order) => SortOf(order) switch { "descending" => "▼", "ascending" => "▲", _ => "↕" };
}
