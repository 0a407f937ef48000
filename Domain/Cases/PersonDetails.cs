using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>What is known of a reported person once every field has been read and found right.</summary>
public abstract record PersonDetails
{
    public required PersonRole Role { get; init; }

    public required string ClassName { get; init; }

    public required string Section { get; init; }

    public required string Surname { get; init; }

    public required string Name { get; init; }

    /// <summary>Null when the person has none; then <see cref="FiscalCodeUnavailableReason"/> says why.</summary>
    public required FiscalCode? FiscalCode { get; init; }

    public required string? FiscalCodeUnavailableReason { get; init; }

    public required Sex? Sex { get; init; }

    public required DateOnly BirthDate { get; init; }

    /// <summary>Belfiore code of the comune of domicile.</summary>
    public required string DomicileCode { get; init; }

    public required string Phone { get; init; }

    public required IReadOnlyList<ConfirmedWarning> ConfirmedWarnings { get; init; }

    /// <summary>Whether both say the same of the person, whatever warnings were confirmed on the way.</summary>
    public bool SaysTheSameAs(PersonDetails other) => this with { ConfirmedWarnings = other.ConfirmedWarnings } == other;
}

/// <summary>A case, read and found right.</summary>
public sealed record CaseDetails : PersonDetails
{
    /// <summary>The plesso where the case attended, when it is one of the institute's registered ones.</summary>
    public required int? SchoolSiteId { get; init; }

    public required string SchoolName { get; init; }

    public required Schools.SchoolType SchoolType { get; init; }

    /// <summary>Belfiore code of the comune of the plesso.</summary>
    public required string SiteMunicipalityCode { get; init; }

    public required Access.Territory Territory { get; init; }

    public required string ReferentName { get; init; }

    public required string ReferentPhone { get; init; }

    public required string ReferentEmail { get; init; }

    public required string? SecondPhone { get; init; }

    public required DateOnly LastDayAttended { get; init; }

    public required DateOnly? PositiveSwabDate { get; init; }

    public required DateOnly? SymptomOnset { get; init; }
}

/// <summary>A contact, read and found right.</summary>
public sealed record ContactDetails : PersonDetails
{
    public required string? Address { get; init; }

    public required DateOnly LastContactDate { get; init; }

    /// <summary>What the guide proposed about this person; null when it was not walked to its end.</summary>
    public Guide.GuideAppraisal? Appraisal { get; init; }
}
