using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>What a roster knows of a person once the row has been read and found right. What the school did not list is null.</summary>
public sealed record RosterDetails
{
    public required PersonRole Role { get; init; }

    public required string Surname { get; init; }

    public required string Name { get; init; }

    public required FiscalCode? FiscalCode { get; init; }

    public required Sex? Sex { get; init; }

    public required DateOnly BirthDate { get; init; }

    /// <summary>Belfiore code of the comune of domicile.</summary>
    public required string? DomicileCode { get; init; }

    public required string? Address { get; init; }

    public required string? Phone { get; init; }

    public required IReadOnlyList<ConfirmedWarning> ConfirmedWarnings { get; init; }
}
