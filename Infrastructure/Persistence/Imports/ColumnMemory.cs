using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Imports;

/// <inheritdoc cref="IColumnMemory"/>
internal sealed class ColumnMemory(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine) : IColumnMemory
{
    public async Task<ColumnMapping?> RecallAsync(Actor actor, string headerKey, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var fields = await Owned(context, actor).AsNoTracking()
                .Where(r => r.HeaderKey == headerKey).Select(r => r.Fields).SingleOrDefaultAsync(cancellationToken);
            return fields is null ? null : RememberedColumns.Read(fields);
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            return null; // A help, for which nothing waits: the columns are recognised as if nobody had corrected them.
        }
    }

    public async Task RememberAsync(Actor actor, string headerKey, ColumnMapping mapping, CancellationToken cancellationToken)
    {
        if (actor is not { IsSchool: true, InstituteId: { } institute })
        {
            return;
        }

        try
        {
            if (!await TryRememberAsync(actor, institute, headerKey, mapping, cancellationToken))
            {
                // A colleague remembered the same list for the first time at the same moment: now there is something to amend.
                await TryRememberAsync(actor, institute, headerKey, mapping, cancellationToken);
            }
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            // Next time it is corrected again.
        }
    }

    private async Task<bool> TryRememberAsync(
        Actor actor, int institute, string headerKey, ColumnMapping mapping, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Owned(context, actor).SingleOrDefaultAsync(r => r.HeaderKey == headerKey, cancellationToken) is { } before)
        {
            before.Amend(mapping);
        }
        else
        {
            context.Add(RememberedColumns.Of(institute, headerKey, mapping));
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
        {
            return false;
        }
    }

    private static IQueryable<RememberedColumns> Owned(PortalDbContext context, Actor actor) =>
        actor is { IsSchool: true, InstituteId: { } institute }
            ? context.Set<RememberedColumns>().Where(r => r.InstituteId == institute)
            : context.Set<RememberedColumns>().Where(_ => false);
}
