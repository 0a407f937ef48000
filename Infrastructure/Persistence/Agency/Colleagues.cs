using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <inheritdoc cref="IColleagues"/>
internal sealed class Colleagues(IDbContextFactory<PortalDbContext> contexts) : IColleagues
{
    public async Task<IReadOnlyList<Actor>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator)
        {
            return [];
        }

        // The agency has tens of operators, not thousands: which territories each has is looked at here.
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var operators = await context.Set<PortalUser>().AsNoTracking()
            .Where(user => user.Role == Role.AgencyOperator && user.DisabledAt == null)
            .OrderBy(user => user.DisplayName).ThenBy(user => user.Id).ToListAsync(cancellationToken);
        return [.. operators.Where(user => user.Territories.Overlaps(actor.Territories)).Select(user => user.ToActor())];
    }
}
