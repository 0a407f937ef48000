using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using CovidSchoolReporting.Infrastructure.Persistence.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Drafts;

/// <summary>Which drafts there are for whom: the first condition of every query.</summary>
internal static class DraftQueries
{
    /// <summary>
    /// The actor's very own, young enough, and not of a case that is closed or of another institute. Those of messages and
    /// integrazioni are about received cases instead; those of letters are an administrator's alone, and the only ones.
    /// </summary>
    public static IQueryable<SavedDraft> DraftsOf(this PortalDbContext context, Actor actor, DateTime notBefore)
    {
        var own = context.Set<SavedDraft>().Where(d => d.UserId == actor.UserId && d.InstituteId == actor.InstituteId && d.SavedAt > notBefore);
        if (actor.Role is Role.AgencyAdministrator)
        {
            return own.Where(d => d.Kind == DraftKind.Letter);
        }

        var openCases = context.OpenCasesOf(actor);
        var received = context.ReceivedFor(actor);
        return own.Where(d => d.Kind != DraftKind.Letter
            && (d.CaseId == null || (d.Kind == DraftKind.Message || d.Kind == DraftKind.Supplement ? received.Any(r => r.CaseId == d.CaseId) : openCases.Any(c => c.Id == d.CaseId))));
    }

    public static IQueryable<CovidCase> OpenCasesOf(this PortalDbContext context, Actor actor) =>
        context.Set<CovidCase>().OwnedBy(actor).Where(c => c.Status == CaseStatus.Open);

    /// <summary>
    /// Marks the drafts of a case for removal with the commit to come. Their contents, which can be long, are not read: id and
    /// version are all that a removal needs.
    /// </summary>
    public static async Task RemoveDraftsOfCaseAsync(this PortalDbContext context, int caseId, CancellationToken cancellationToken)
    {
        var drafts = await context.Set<SavedDraft>().Where(d => d.CaseId == caseId)
            .Select(d => new { d.Id, d.Version }).ToListAsync(cancellationToken);
        foreach (var draft in drafts)
        {
            context.RemoveDraft(draft.Id, draft.Version);
        }
    }

    public static void RemoveDraft(this PortalDbContext context, int id, int version)
    {
        var row = context.Entry((SavedDraft)Activator.CreateInstance(typeof(SavedDraft), nonPublic: true)!);
        row.Property(d => d.Id).CurrentValue = id;
        row.Property(d => d.Version).OriginalValue = version;
        row.State = EntityState.Deleted;
    }
}
