using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency.Queue;

/// <summary>«Casi ricevuti» as one would write it for a list in memory, without indexes and without pages.</summary>
internal static class QueueReference
{
    public static IEnumerable<int> Ids(this IEnumerable<ReceivedReport> reports, Actor actor, ReportListRequest request, DateTime now)
    {
        var found = reports.Where(r => actor.Territories.Contains(r.Territory) && Meets(r, request.Filter, actor, now));
        if (string.IsNullOrEmpty(request.Search))
        {
            return Sorted(found, request.Order, request.Descending).Select(r => r.Id);
        }

        if (PersonSearch.FiscalCodeKey(request.Search) is { } code)
        {
            return Sorted(found.Where(r => r.FiscalCodeKey == code), request.Order, request.Descending).Select(r => r.Id);
        }

        var typed = PersonSearch.Range(request.Search).From;
        return found
            .Where(r => Begins(r.SurnameKey, typed) || Begins(r.NameKey, typed))
            .OrderBy(r => Begins(r.SurnameKey, typed) ? r.SurnameKey : r.NameKey, StringComparer.Ordinal).ThenBy(r => r.Id).Select(r => r.Id);
    }

    private static bool Begins(string key, string typed) => key.StartsWith(typed, StringComparison.Ordinal);

    private static bool Meets(ReceivedReport r, ReportFilter filter, Actor actor, DateTime now) =>
        (filter.State is null || r.State == filter.State)
        && (filter.SiteId is null || r.SiteId == filter.SiteId)
        && (filter.MunicipalityCode is null || r.SiteMunicipalityCode == filter.MunicipalityCode)
        && (filter.SchoolType is null || r.SchoolType == filter.SchoolType)
        && (filter.ClassKey is null || r.ClassKey == filter.ClassKey)
        && filter.Received.Contains(PortalClock.DayOf(r.ReceivedAt))
        && filter.LastDayAttended.Contains(r.LastDayAttended)
        && (filter.Waiting is not { } waiting || (r.State == AgencyState.Received && now - r.ReceivedAt >= waiting.Span()))
        && (filter.Missing == ReportGaps.None || (r.Missing & filter.Missing) != 0)
        && filter.Assignee switch
        {
            null => true,
            { Kind: AssigneeKind.Me } => r.AssignedTo == actor.UserId,
            { Kind: AssigneeKind.Nobody } => r.AssignedTo is null,
            { UserId: var user } => r.AssignedTo == user,
        };

    private static IEnumerable<ReceivedReport> Sorted(IEnumerable<ReceivedReport> reports, ReportOrder order, bool descending)
    {
        var ascending = order switch
        {
            ReportOrder.Received => reports.OrderBy(r => r.Id),
            ReportOrder.State => reports.OrderBy(r => r.State).ThenBy(r => r.Id),
            ReportOrder.LastDay => reports.OrderBy(r => r.LastDayAttended).ThenBy(r => r.Id),
            ReportOrder.School => reports.OrderBy(r => r.SchoolName, StringComparer.Ordinal).ThenBy(r => r.Id),
            _ => reports.OrderBy(r => r.SurnameKey, StringComparer.Ordinal).ThenBy(r => r.Id),
        };
        return descending ? ascending.Reverse() : ascending;
    }
}
