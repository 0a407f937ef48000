using System.Globalization;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Lists;

namespace CovidSchoolReporting.Benchmarks.Lists;

/// <summary>«Elenco dei casi segnalati» of the largest school.</summary>
internal static class SchoolList
{
    private static readonly PlainRows<CaseRow> Rows = new(
        "Cases",
        "Id, Surname, Name, FiscalCode, LastDayAttended, ContactCount, Status, ProtocolNumber",
        reader => new CaseRow
        {
            Id = reader.GetInt32(0),
            Surname = reader.GetString(1),
            Name = reader.GetString(2),
            FiscalCode = reader.IsDBNull(3) ? null : reader.GetString(3),
            LastDayAttended = DateOnly.ParseExact(reader.GetString(4), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            ContactCount = reader.GetInt32(5),
            Status = (CaseStatus)reader.GetInt32(6),
            ProtocolNumber = reader.IsDBNull(7) ? null : reader.GetString(7),
        });

    private static readonly (CaseOrder Order, string Key, bool Descending)[] Orders =
    [
        (CaseOrder.Id, "Id", true),
        (CaseOrder.Surname, "SurnameKey", false),
        (CaseOrder.LastDay, "LastDayAttended", true),
        (CaseOrder.Status, "Status", false),
    ];

    public static IEnumerable<ListVariant> Variants()
    {
        foreach (var (order, key, descending) in Orders)
        {
            foreach (var status in new CaseStatus?[] { null, CaseStatus.Open })
            {
                foreach (var place in Enum.GetValues<Place>())
                {
                    yield return new ListVariant($"by {order}, {status?.ToString() ?? "all"}, {place} page", database =>
                    {
                        var condition = Condition(database, status);
                        var after = place.Find(database, "Cases", condition, key, descending);
                        return Pair(database, new CaseListRequest(order, descending, status, Anchor: PageAnchor.Of(after, null)), [(condition, key)], after);
                    });
                }
            }
        }

        foreach (var typed in new[] { "r", "Rova", "Rovane Ma" })
        {
            foreach (var status in new CaseStatus?[] { null, CaseStatus.Open })
            {
                yield return new ListVariant($"search '{typed}', {status?.ToString() ?? "all"}, First page", database =>
                    Pair(database, new CaseListRequest(Status: status, Descending: false, Search: typed), Searched(Condition(database, status), typed), null));
            }
        }

        yield return new ListVariant("search a codice fiscale", database =>
            Pair(
                database,
                new CaseListRequest(Search: "RSSMRA10C01F205I"),
                [($"{Condition(database, null)} AND FiscalCodeKey = 'RSSMRA10C01F205I'", "Id")],
                null));
    }

    /// <summary>Those whose surname begins so, and those whose name does but not the surname.</summary>
    public static (string Condition, string Key)[] Searched(string condition, string typed)
    {
        var (from, before) = PersonSearch.Range(typed);
        return
        [
            ($"{condition} AND SurnameKey >= '{from}' AND SurnameKey < '{before}'", "SurnameKey"),
            ($"{condition} AND NameKey >= '{from}' AND NameKey < '{before}' AND NOT (SurnameKey >= '{from}' AND SurnameKey < '{before}')", "NameKey"),
        ];
    }

    private static string Condition(FilledDatabase database, CaseStatus? status) =>
        $"InstituteId = {database.School.InstituteId}{(status is { } only ? $" AND Status = {(int)only}" : "")}";

    private static ListPair Pair(FilledDatabase database, CaseListRequest request, (string, string)[] slices, int? after)
    {
        var queries = database.Portal.Get<ICaseQueries>();
        var plain = new PlainList<CaseRow>(database.Plain, Rows, slices, request.Descending, after);
        return new ListPair(
            async () => (await queries.ListAsync(database.School, request, CancellationToken.None)).Rows.Count,
            () => plain.Read().Count);
    }
}
