using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Conversations;

/// <summary>Which received cases somebody may write and read about: the first condition of every query.</summary>
internal static class Correspondence
{
    /// <summary>The received reports of an operator's territories, or those of a school's own cases.</summary>
    public static IQueryable<ReceivedReport> ReceivedFor(this PortalDbContext context, Actor actor)
    {
        var reports = context.Set<ReceivedReport>();
        return actor is { IsSchool: true, InstituteId: { } institute }
            ? reports.Where(r => r.InstituteId == institute)
            : reports.VisibleTo(actor);
    }

    /// <summary>The conversations that a side may see.</summary>
    public static IQueryable<Conversation> ConversationsOf(this PortalDbContext context, Actor actor)
    {
        var all = context.Set<Conversation>().AsNoTracking();
        if (actor is { IsSchool: true, InstituteId: { } institute })
        {
            return all.Where(c => c.InstituteId == institute);
        }

        var territories = actor.IsAgencyOperator ? actor.Territories.ToArray() : [];
        return all.Where(c => territories.Contains(c.Territory));
    }
}
