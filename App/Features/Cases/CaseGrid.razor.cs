using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Lists;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>The list of one's own cases: a page at a time, kept up to date with what colleagues do.</summary>
public partial class CaseGrid
{
    /// <summary>The cases about which the agency waits for an answer.</summary>
    private HashSet<int> _asked = [];

    [Inject]
    public required ICaseQueries Queries { get; init; }

    [Inject]
    public required IConversationQueries Conversations { get; init; }

    [Inject]
    public required IStringLocalizer<CaseTexts> Text { get; init; }

    private IReadOnlyList<FilterLink> Filters =>
        [FilterTo(null, "FilterAll"), FilterTo(CaseStatus.Open, "FilterOpen"), FilterTo(CaseStatus.Closed, "FilterClosed")];

    protected override async Task<Page<CaseRow>> ReadAsync(Actor actor, string searched)
    {
        _asked = [.. (await Conversations.NewsAsync(actor, Gone)).Where(news => news.IsAsked).Select(news => news.CaseId)];
        return await Queries.ListAsync(actor, Request with { Search = searched }, Gone);
    }

    protected override int IdOf(CaseRow row) => row.Id;

    protected override PageAnchor? AnchorOf(CaseListRequest request) => request.Anchor;

    protected override string AddressAt(PageAnchor? anchor) => CaseListAddress.Of(Request with { Anchor = anchor });

    private FilterLink FilterTo(CaseStatus? status, string text) =>
        new(Text[text], CaseListAddress.Of(Request with { Status = status, Anchor = null }), Request.Status == status);

    private string SortAddress(CaseOrder order) => CaseListAddress.Of(Request with
    {
        Order = order,
        Descending = Request.Order == order ? !Request.Descending : CaseListAddress.StartsDescending(order),
        Anchor = null,
    });

    private string? SortOf(CaseOrder order) =>
        IsSearched || Request.Order != order ? null : Request.Descending ? "descending" : "ascending";

    private string SortMark(CaseOrder order) => SortOf(order) switch { "descending" => "▼", "ascending" => "▲", _ => "↕" };
}
