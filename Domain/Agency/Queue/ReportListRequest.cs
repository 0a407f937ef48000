using CovidSchoolReporting.Domain.Lists;

namespace CovidSchoolReporting.Domain.Agency.Queue;

/// <summary>Which page of «Casi ricevuti»: newest first, unless another order is asked for or a person is searched for.</summary>
/// <param name="Search">Beginning of surname and name in either order, or a whole codice fiscale; the former are ordered by name.</param>
public sealed record ReportListRequest(string? Search = null, PageAnchor? Anchor = null)
{
    public const int PageSize = 25;

    public ReportFilter Filter { get; init; } = ReportFilter.None;

    public ReportOrder Order { get; init; } = ReportOrder.Received;

    public bool Descending { get; init; } = true;

    /// <summary>The first page of the same list.</summary>
    public ReportListRequest FirstPage => this with { Anchor = null };

    public ReportListRequest By(ReportOrder order) => this with { Order = order, Descending = order.StartsDescending(), Anchor = null };

    public ReportListRequest Where(ReportFilter filter) => this with { Filter = filter, Anchor = null };
}
