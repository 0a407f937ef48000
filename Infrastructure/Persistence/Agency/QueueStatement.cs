using System.Globalization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <summary>
/// The statement that finds the ids of a page of «Casi ricevuti» and says by which index: there are thousands of combinations of filters,
/// and the optimizer, which knows nothing of how rare each is, would guess. Values are parameters; the text is of constants alone.
/// </summary>
/// <remarks>
/// Each territory is walked apart, and beyond an anchor each walk has two stretches, those with the same key and those with a farther
/// one: so each part is one seek in one index, and at most a page of it is read and merged.
/// </remarks>
internal sealed class QueueStatement
{
    private const string Table = "\"ReceivedReports\"";
    private const string IdKey = "\"Id\"";
    private const string StateKey = "\"State\"";

    /// <summary>Days beyond these bound nothing, and those at the ends of the calendar have no midnight in UTC.</summary>
    private static readonly DateOnly Earliest = new(2000, 1, 1), Latest = new(9000, 1, 1);

    private readonly List<object> _values = [];
    private readonly ReportFilter _filter;
    private readonly string _territories;

    private QueueStatement(Actor actor, ReportFilter filter, QueueSearch? search, PageAnchor? anchor, ReportOrder order, bool descending, DateTime now)
    {
        _filter = filter;
        _territories = string.Join(", ", actor.Territories.Order().Select(t => (int)t));
        var (direction, beyond) = descending ? ("DESC", "<") : ("ASC", ">");
        var conditions = Conditions(actor, now);
        var walks = Walks(search, order);
        var limit = (ReportListRequest.PageSize + 1).ToString(CultureInfo.InvariantCulture);
        var place = anchor is null ? null : Value(anchor.Id);
        var slices =
            from territory in actor.Territories.Order()
            from walk in walks
            from stretch in Stretches(walk, place, AnchorKey(walks, place, anchor), beyond)
            select $"SELECT * FROM (SELECT {IdKey}, {walk.Key} AS \"Key\" FROM {Table} INDEXED BY \"{(walk.Index == QueueIndexes.ByFiscalCode ? walk.Index : Chosen() ?? walk.Index)}\" "
                + $"WHERE \"Territory\" = {(int)territory}{conditions}{walk.Condition}{stretch} ORDER BY {walk.Key} {direction}, {IdKey} {direction} LIMIT {limit})";
        Sql = $"SELECT {IdKey} AS \"Value\" FROM ({string.Join(" UNION ALL ", slices)}) ORDER BY \"Key\" {direction}, {IdKey} {direction} LIMIT {limit}";
    }

    /// <summary>For <c>SqlQueryRaw</c>, with a place for each of <see cref="Values"/>.</summary>
    public string Sql { get; }

    public object[] Values => [.. _values];

    /// <summary>The ids beside an anchor in walking order, one more than a page when there are more.</summary>
    /// <param name="now">UTC.</param>
    public static QueueStatement Of(Actor actor, ReportListRequest request, QueueSearch? search, PageAnchor? anchor, DateTime now)
    {
        // Who is searched for by name is listed by name. A list that is walked back is walked in the other direction.
        var (order, descending) = search is QueueSearch.Name ? (ReportOrder.Surname, false) : (request.Order, request.Descending);
        return new QueueStatement(actor, request.Filter, search, anchor, order, descending != anchor is { Backwards: true }, now);
    }

    /// <summary>A choice of few reports is read whole and sorted, whatever the order.</summary>
    private string? Chosen() => _filter switch
    {
        { SiteId: not null } => QueueIndexes.OfSite,
        { ClassKey: not null } => QueueIndexes.OfClass,
        { Assignee.Kind: AssigneeKind.Me or AssigneeKind.Colleague } => QueueIndexes.OfAssignee,
        _ => null,
    };

    private IReadOnlyList<Walk> Walks(QueueSearch? search, ReportOrder order)
    {
        switch (search)
        {
            case QueueSearch.Code code:
                return [new Walk(KeyOf(order), QueueIndexes.ByFiscalCode, $" AND \"FiscalCodeKey\" = {Value(code.Key)}")];
            case QueueSearch.Name name:
                var (from, before) = (Value(name.From), Value(name.Before));
                var bySurname = $"\"SurnameKey\" >= {from} AND \"SurnameKey\" < {before}";
                return
                [
                    new Walk("\"SurnameKey\"", QueueIndexes.BySurname, $" AND {bySurname}"),
                    new Walk("\"NameKey\"", QueueIndexes.ByName, $" AND \"NameKey\" >= {from} AND \"NameKey\" < {before} AND NOT ({bySurname})"),
                ];
            default:
                return [new Walk(KeyOf(order), IndexOf(order), "")];
        }
    }

    private string IndexOf(ReportOrder order) => order switch
    {
        ReportOrder.Received when _filter.MunicipalityCode is not null => QueueIndexes.ByMunicipality,
        ReportOrder.Received when _filter is { State: not null } or { Waiting: not null } => QueueIndexes.ByState,
        ReportOrder.Received => QueueIndexes.ById,
        ReportOrder.State => QueueIndexes.ByState,
        ReportOrder.LastDay => QueueIndexes.ByLastDay,
        ReportOrder.School => QueueIndexes.BySchool,
        _ => QueueIndexes.BySurname,
    };

    private static string KeyOf(ReportOrder order) => order switch
    {
        ReportOrder.Received => IdKey,
        ReportOrder.State => StateKey,
        ReportOrder.LastDay => "\"LastDayAttended\"",
        ReportOrder.School => "\"SchoolName\"",
        _ => "\"SurnameKey\"",
    };

    private string Conditions(Actor actor, DateTime now)
    {
        var conditions = new List<string>();
        if (_filter.State is { } state)
        {
            conditions.Add($"\"State\" = {Value((int)state)}");
        }

        if (_filter.SiteId is { } site)
        {
            conditions.Add($"\"SiteId\" = {Value(site)}");
        }

        if (_filter.ClassKey is { } key)
        {
            conditions.Add($"\"ClassKey\" = {Value(key)}");
        }

        if (_filter.MunicipalityCode is { } municipality)
        {
            conditions.Add($"\"SiteMunicipalityCode\" = {Value(municipality)}");
        }

        if (_filter.SchoolType is { } type)
        {
            conditions.Add($"\"SchoolType\" = {Value((int)type)}");
        }

        if (_filter.Missing != ReportGaps.None)
        {
            conditions.Add($"(\"Missing\" & {Value((int)_filter.Missing)}) <> 0");
        }

        conditions.AddRange(OfDays());
        if (_filter.Waiting is { } waiting)
        {
            conditions.Add($"\"State\" = {(int)AgencyState.Received} AND \"ReceivedAt\" <= {Value(now - waiting.Span())}");
        }

        if (_filter.Assignee is { } assignee)
        {
            conditions.Add(assignee.Kind == AssigneeKind.Nobody
                ? "\"AssignedTo\" IS NULL"
                : $"\"AssignedTo\" = {Value(assignee.Kind == AssigneeKind.Me ? actor.UserId : assignee.UserId)}");
        }

        return string.Concat(conditions.Select(condition => $" AND {condition}"));
    }

    private IEnumerable<string> OfDays()
    {
        var (received, attended) = (_filter.Received, _filter.LastDayAttended);
        if (received.From is { } first && first > Earliest)
        {
            yield return $"\"ReceivedAt\" >= {Value(PortalClock.AtTimeInRome(first, TimeOnly.MinValue))}";
        }

        if (received.To is { } last && last < Latest)
        {
            yield return $"\"ReceivedAt\" < {Value(PortalClock.AtTimeInRome(last.AddDays(1), TimeOnly.MinValue))}";
        }

        if (attended.From is { } from)
        {
            yield return $"\"LastDayAttended\" >= {Value(from)}";
        }

        if (attended.To is { } to)
        {
            yield return $"\"LastDayAttended\" <= {Value(to)}";
        }
    }

    /// <summary>
    /// The key of the row at the anchor, as the walk that finds it sorts it; nothing when the actor has no such row. Its state is what it was when
    /// the page was shown: a report that a colleague took in charge meanwhile would leave out all that still wait behind it.
    /// </summary>
    private string AnchorKey(IReadOnlyList<Walk> walks, string? place, PageAnchor? anchor)
    {
        if (anchor?.Key is { } state && walks is [{ Key: StateKey }])
        {
            return Value(state);
        }

        var key = walks is [var surname, var name] ? $"CASE WHEN 1{surname.Condition} THEN {surname.Key} ELSE {name.Key} END" : walks[0].Key;
        return $"(SELECT {key} FROM {Table} WHERE {IdKey} = {place} AND \"Territory\" IN ({_territories}))";
    }

    private static string[] Stretches(Walk walk, string? place, string anchorKey, string beyond) =>
        place is null ? [""]
        : walk.Key == IdKey ? [$" AND {IdKey} {beyond} {place}"]
        : [$" AND {walk.Key} = {anchorKey} AND {IdKey} {beyond} {place}", $" AND {walk.Key} {beyond} {anchorKey}"];

    private string Value(object value)
    {
        _values.Add(value);
        return $"{{{_values.Count - 1}}}";
    }

    /// <param name="Key">The column that sorts.</param>
    /// <param name="Index">The index that is sorted so.</param>
    private sealed record Walk(string Key, string Index, string Condition);
}
