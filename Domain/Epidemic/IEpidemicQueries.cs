using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>The figures of the epidemic: an operator sees those of their territories, everybody else none.</summary>
public interface IEpidemicQueries
{
    /// <summary>The whole dashboard. It reads sums that the writes keep, never the cases one by one.</summary>
    Task<EpidemicFigures> ReadAsync(Actor actor, EpidemicFilter filter, CancellationToken cancellationToken);

    /// <summary>The shapes of the comuni of the actor's territories; empty when no geometry was imported.</summary>
    Task<IReadOnlyList<MapShape>> ShapesAsync(Actor actor, CancellationToken cancellationToken);
}
