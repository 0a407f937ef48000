using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>Which cases the figures are about. Null means all of them.</summary>
/// <param name="From">First day of the period, counted by <paramref name="Basis"/>.</param>
/// <param name="To">Last day of the period; it belongs to it.</param>
/// <param name="MunicipalityCode">Belfiore code of the comune of the plesso.</param>
public sealed record EpidemicFilter(
    DateOnly From,
    DateOnly To,
    EpidemicBasis Basis = EpidemicBasis.Reported,
    Territory? Territory = null,
    string? MunicipalityCode = null,
    SchoolType? SchoolType = null,
    RoleGroup? Role = null)
{
    /// <summary>How many days the period has.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>First day of the period as long as this one that ends the day before this one begins.</summary>
    public DateOnly FromBefore => From.AddDays(-Days);

    /// <summary>Those of the actor's territories that the filter leaves; none for whoever is no operator.</summary>
    public IReadOnlyList<Territory> TerritoriesOf(Actor actor) => actor.IsAgencyOperator
        ? [.. actor.Territories.Where(territory => Territory is null || Territory == territory).Order()]
        : [];
}
