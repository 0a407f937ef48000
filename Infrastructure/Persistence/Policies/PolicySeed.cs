using CovidSchoolReporting.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Policies;

/// <summary>Fills an empty table with the policies that the portal brings; what the administrator did with them since is never undone.</summary>
internal static class PolicySeed
{
    public static async Task SowAsync(PortalDbContext context, DatabaseEngine engine, CancellationToken cancellationToken)
    {
        if (await context.Set<ReportingPolicy>().AnyAsync(cancellationToken))
        {
            return;
        }

        context.AddRange(ReferencePolicies.Load());
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
        {
            // Another process started on the same empty database and was first.
        }
    }
}
