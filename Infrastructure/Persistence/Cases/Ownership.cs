using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Rosters;

namespace CovidSchoolReporting.Infrastructure.Persistence.Cases;

/// <summary>The first condition of every query: what the actor does not own does not exist for them.</summary>
internal static class Ownership
{
    /// <summary>The cases that a school reports. Nobody else sees cases directly: the agency sees reports.</summary>
    public static IQueryable<CovidCase> OwnedBy(this IQueryable<CovidCase> cases, Actor actor) =>
        actor is { IsSchool: true, InstituteId: { } institute }
            ? cases.Where(c => c.InstituteId == institute)
            : cases.Where(_ => false);

    /// <summary>The roster of a school. The agency sees none.</summary>
    public static IQueryable<RosterClass> OwnedBy(this IQueryable<RosterClass> classes, Actor actor) =>
        actor is { IsSchool: true, InstituteId: { } institute }
            ? classes.Where(c => c.InstituteId == institute)
            : classes.Where(_ => false);

    /// <summary>The reports of an operator's territories.</summary>
    public static IQueryable<ReceivedReport> VisibleTo(this IQueryable<ReceivedReport> reports, Actor actor) =>
        actor.IsAgencyOperator ? reports.Within(actor.Territories) : reports.Where(_ => false);

    /// <summary>The reports of the territories of another system of the agency.</summary>
    public static IQueryable<ReceivedReport> VisibleTo(this IQueryable<ReceivedReport> reports, ApiClient client) =>
        client.IsDisabled ? reports.Where(_ => false) : reports.Within(client.Territories);

    private static IQueryable<ReceivedReport> Within(this IQueryable<ReceivedReport> reports, IReadOnlySet<Territory> territories)
    {
        if (territories.Count == 0)
        {
            return reports.Where(_ => false);
        }

        if (territories.Count == Enum.GetValues<Territory>().Length)
        {
            return reports;
        }

        var some = territories.ToArray();
        var only = some[0];
        return some.Length == 1 ? reports.Where(r => r.Territory == only) : reports.Where(r => some.Contains(r.Territory));
    }

    /// <summary>The clusters of an operator's territories.</summary>
    public static IQueryable<Cluster> VisibleTo(this IQueryable<Cluster> clusters, Actor actor)
    {
        if (!actor.IsAgencyOperator)
        {
            return clusters.Where(_ => false);
        }

        var territories = actor.Territories.ToArray();
        return clusters.Where(c => territories.Contains(c.Territory));
    }

    /// <summary>The pairs of which both reports are of an operator's territories: half a pair would tell of a report that is not theirs.</summary>
    public static IQueryable<MatchProposal> VisibleTo(this IQueryable<MatchProposal> pairs, Actor actor)
    {
        if (!actor.IsAgencyOperator || actor.Territories.Count == 0)
        {
            return pairs.Where(_ => false);
        }

        if (actor.Territories.Count == Enum.GetValues<Territory>().Length)
        {
            return pairs;
        }

        var only = actor.Territories.Single();
        return pairs.Where(m => m.OlderTerritory == only && m.NewerTerritory == only);
    }
}
