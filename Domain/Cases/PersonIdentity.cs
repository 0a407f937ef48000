namespace CovidSchoolReporting.Domain.Cases;

/// <summary>What tells whether two records are about one person: the decoded codice fiscale, else name and birth date.</summary>
public sealed record PersonIdentity(string? FiscalCodeKey, string SurnameKey, DateOnly? BirthDate)
{
    public static PersonIdentity Of(ReportedPerson person) => new(person.FiscalCodeKey, person.SurnameKey, person.BirthDate);

    public bool IsSameAs(PersonIdentity other) =>
        FiscalCodeKey is not null && other.FiscalCodeKey is not null
            ? FiscalCodeKey == other.FiscalCodeKey
            : BirthDate is not null && BirthDate == other.BirthDate && SurnameKey == other.SurnameKey;
}
