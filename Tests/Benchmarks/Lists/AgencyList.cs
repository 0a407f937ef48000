using System.Globalization;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Lists;
using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Benchmarks.Lists;

/// <summary>«Casi ricevuti» of the whole agency, and of the operator of one territory.</summary>
internal static class AgencyList
{
    internal static readonly PlainRows<ReportRow> Rows = new(
        "ReceivedReports",
        "Id, CaseId, ProtocolNumber, ReceivedAt, SchoolName, SiteMunicipalityCode, Surname, Name, ContactCount, State, TakenInChargeByName, TakenInChargeAt, "
            + "ClassName, Section, LastDayAttended, Missing, COALESCE(ConcludedByName, MeasuresIssuedByName, TakenInChargeByName), COALESCE(ConcludedAt, MeasuresIssuedAt, TakenInChargeAt), AssignedToName",
        reader => new ReportRow
        {
            Id = reader.GetInt32(0),
            CaseId = reader.GetInt32(1),
            ProtocolNumber = reader.GetString(2),
            ReceivedAt = Instant(reader, 3),
            SchoolName = reader.GetString(4),
            SiteMunicipalityCode = reader.GetString(5),
            Surname = reader.GetString(6),
            Name = reader.GetString(7),
            ContactCount = reader.GetInt32(8),
            State = (AgencyState)reader.GetInt32(9),
            TakenInChargeByName = reader.IsDBNull(10) ? null : reader.GetString(10),
            TakenInChargeAt = reader.IsDBNull(11) ? null : Instant(reader, 11),
            ClassName = reader.GetString(12),
            Section = reader.GetString(13),
            LastDayAttended = DateOnly.ParseExact(reader.GetString(14), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Missing = (ReportGaps)reader.GetInt32(15),
            StateByName = reader.IsDBNull(16) ? null : reader.GetString(16),
            StateAt = reader.IsDBNull(17) ? null : Instant(reader, 17),
            AssignedToName = reader.IsDBNull(18) ? null : reader.GetString(18),
        });

    private static readonly (string Name, Actor Actor)[] Operators =
    [
        ("whole agency", Actor.OfAgency(1, "Ada", Role.AgencyOperator, Territory.Milano, Territory.Lodi)),
        ("Milano", Actor.OfAgency(2, "Ugo", Role.AgencyOperator, Territory.Milano)),
    ];

    public static IEnumerable<ListVariant> Variants()
    {
        foreach (var (name, actor) in Operators)
        {
            foreach (var state in new AgencyState?[] { null, AgencyState.Received })
            {
                foreach (var place in Enum.GetValues<Place>())
                {
                    yield return new ListVariant($"{name}, {state?.ToString() ?? "all"}, {place} page", database =>
                    {
                        var after = place.Find(database, "ReceivedReports", Whole(actor, state), "Id", descending: true);
                        var slices = state is null && actor.Territories.Count > 1
                            ? [("1", "Id")]
                            : Parts(actor, state).Select(condition => (condition, "Id")).ToArray();
                        return Pair(database, actor, new ReportListRequest(Anchor: PageAnchor.Of(after, null)) { Filter = new() { State = state } }, slices, descending: true, after);
                    });
                }
            }

            foreach (var typed in new[] { "r", "Rova", "Rovane Ma" })
            {
                yield return new ListVariant($"{name}, search '{typed}'", database => Pair(
                    database,
                    actor,
                    new ReportListRequest(typed),
                    [.. Parts(actor, null).SelectMany(condition => SchoolList.Searched(condition, typed))],
                    descending: false,
                    null));
            }
        }
    }

    private static IEnumerable<string> Parts(Actor actor, AgencyState? state) => actor.Territories.Order()
        .Select(territory => $"Territory = {(int)territory}{(state is { } only ? $" AND State = {(int)only}" : "")}");

    private static string Whole(Actor actor, AgencyState? state) =>
        $"Territory IN ({string.Join(", ", actor.Territories.Select(territory => (int)territory))}){(state is { } only ? $" AND State = {(int)only}" : "")}";

    private static DateTime Instant(SqliteDataReader reader, int column) => DateTime.Parse(
        reader.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static ListPair Pair(
        FilledDatabase database, Actor actor, ReportListRequest request, (string, string)[] slices, bool descending, int? after)
    {
        var queries = database.Portal.Get<IReportQueries>();
        var plain = new PlainList<ReportRow>(database.Plain, Rows, slices, descending, after);
        return new ListPair(
            async () => (await queries.ListAsync(actor, request, CancellationToken.None)).Rows.Count,
            () => plain.Read().Count);
    }
}
