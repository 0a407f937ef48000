using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Schools;

/// <summary>The institutes that report through the portal.</summary>
public sealed class InstituteRegister(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>Adds the institute with its plessi, unless one with the same code is there already.</summary>
    public async Task EnsureAsync(Institute institute, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<Institute>().AnyAsync(i => i.Code == institute.Code, cancellationToken))
        {
            context.Add(institute);
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
