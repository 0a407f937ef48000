using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
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
    public static IQueryable<ReceivedReport> VisibleTo(this IQueryable<ReceivedReport> reports, Actor actor)
    {
        if (!actor.IsAgencyOperator || actor.Territories.Count == 0)
        {
            return reports.Where(_ => false);
        }

        if (actor.Territories.Count == Enum.GetValues<Territory>().Length)
        {
            return reports;
        }

        var territories = actor.Territories.ToArray();
        var only = territories[0];
        return territories.Length == 1 ? reports.Where(r => r.Territory == only) : reports.Where(r => territories.Contains(r.Territory));
    }
}
