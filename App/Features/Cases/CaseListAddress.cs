using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>The words of the list's address: <c>/casi?ordina=cognome&amp;verso=asc&amp;stato=aperti&amp;dopo=12</c>.</summary>
public static class CaseListAddress
{
    public const string OrderKey = "ordina";
    public const string DirectionKey = "verso";
    public const string StatusKey = "stato";
    public const string AfterKey = "dopo";
    public const string BeforeKey = "prima";

    private const string Ascending = "asc";
    private const string Descending = "desc";

    private static readonly (CaseOrder Order, string Word)[] Orders =
    [
        (CaseOrder.Id, "id"), (CaseOrder.Surname, "cognome"), (CaseOrder.LastDay, "giorno"), (CaseOrder.Status, "stato"),
    ];

    private static readonly (CaseStatus? Status, string Word)[] Statuses =
        [(CaseStatus.Open, "aperti"), (CaseStatus.Closed, "chiusi")];

    /// <summary>Reads an address; a word that it does not know means the default.</summary>
    public static CaseListRequest Read(string address)
    {
        var words = new AddressWords(address);
        var by = Orders.FirstOrDefault(o => o.Word == words.Word(OrderKey)).Order;
        return new CaseListRequest(
            by,
            words.Word(DirectionKey) switch { Ascending => false, Descending => true, _ => StartsDescending(by) },
            Statuses.FirstOrDefault(s => s.Word == words.Word(StatusKey)).Status,
            Anchor: words.Anchor(AfterKey, BeforeKey));
    }

    public static string Of(CaseListRequest request) => "/casi" + Query(request);

    /// <summary>The closing question of a case, over the list as it is.</summary>
    public static string OfClosing(int caseId, CaseListRequest request) => $"/casi/{caseId}/chiudi" + Query(request);

    /// <summary>Newest first, latest day first; names and states from the beginning.</summary>
    public static bool StartsDescending(CaseOrder order) => order is CaseOrder.Id or CaseOrder.LastDay;

    private static string Query(CaseListRequest request)
    {
        var words = new List<string>();
        if (request.Order != CaseOrder.Id)
        {
            words.Add($"{OrderKey}={Orders.First(o => o.Order == request.Order).Word}");
        }

        if (request.Descending != StartsDescending(request.Order))
        {
            words.Add($"{DirectionKey}={(request.Descending ? Descending : Ascending)}");
        }

        if (request.Status is not null)
        {
            words.Add($"{StatusKey}={Statuses.First(s => s.Status == request.Status).Word}");
        }

        if (request.Anchor is { } anchor)
        {
            words.Add($"{(anchor.Backwards ? BeforeKey : AfterKey)}={anchor.Id}");
        }

        return words.Count == 0 ? "" : $"?{string.Join('&', words)}";
    }
}
