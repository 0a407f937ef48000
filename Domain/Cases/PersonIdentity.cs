using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>What tells whether two records are about one person: the decoded codice fiscale, else name and birth date.</summary>
public sealed record PersonIdentity(string? FiscalCodeKey, string SurnameKey, DateOnly? BirthDate)
{
    public static PersonIdentity Of(ReportedPerson person) => new(person.FiscalCodeKey, person.SurnameKey, person.BirthDate);

    /// <summary>Whether there is a code, or else name, surname and birth date: less tells nobody apart.</summary>
    public bool IsEnough => FiscalCodeKey is not null || HasNameAndBirth;

    public bool HasNameAndBirth => BirthDate is not null && SurnameKey.Trim().Length > 0;

    /// <summary>As far as what was typed can be read.</summary>
    public static PersonIdentity Of(PersonDraft draft, DateOnly today) => new(
        draft.FiscalCodeUnavailable ? null : PersonSearch.FiscalCodeKey(draft.FiscalCode),
        string.IsNullOrWhiteSpace(draft.Surname) || string.IsNullOrWhiteSpace(draft.Name) ? "" : PersonSearch.Key(draft.Surname, draft.Name),
        LenientDate.TryParse(draft.BirthDate, today, out var born) ? born : null);

    public bool IsSameAs(PersonIdentity other) =>
        FiscalCodeKey is not null && other.FiscalCodeKey is not null
            ? FiscalCodeKey == other.FiscalCodeKey
            : BirthDate is not null && BirthDate == other.BirthDate && SurnameKey == other.SurnameKey;
}
