using CovidSchoolReporting.Domain.Places;

namespace CovidSchoolReporting.Domain.People;

/// <summary>What a codice fiscale says otherwise than the person's other data.</summary>
public enum FiscalCodeDiscrepancy
{
    BirthDateDiffers,
    SexDiffers,
    SurnameDiffers,
    NameDiffers,

    /// <summary>The place of birth is in none of the tables.</summary>
    PlaceUnknown,

    /// <summary>The place of birth is known, but did not exist on the day of the birth.</summary>
    PlaceNotValidAtBirth,
}

/// <summary>Whether a finding blocks saving or is confirmed by the user and stored.</summary>
public enum DiscrepancySeverity
{
    Error,
    Warning,
}

/// <summary>One finding with its severity.</summary>
public sealed record FiscalCodeFinding(FiscalCodeDiscrepancy Discrepancy, DiscrepancySeverity Severity);

/// <summary>Compares a code with what was declared of the person.</summary>
public static class FiscalCodeCheck
{
    /// <summary>
    /// Birth date and sex that differ are errors. Surname and name are warnings (married and double surnames, the order
    /// of foreign names, changed names give true codes that do not match), and so is the place (the tables may lag behind).
    /// What is not declared (null or blank) is not compared; a code that is not personal says nothing and finds nothing.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <param name="surname">Surname as declared.</param>
    /// <param name="name">All given names as declared.</param>
    /// <param name="birthDate">Birth date as declared; it also dates the place of birth.</param>
    /// <param name="sex">Sex as declared.</param>
    /// <param name="places">The places known.</param>
    /// <returns>The findings, errors first; empty when all agrees.</returns>
    public static IReadOnlyList<FiscalCodeFinding> Compare(
        FiscalCode code, string? surname, string? name, DateOnly? birthDate, Sex? sex, PlaceRegister places)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(places);
        return code is { Kind: FiscalCodeKind.Personal, BirthDay: { } birthDay, PlaceCode: { } placeCode }
            ? [.. Findings(code, birthDay, placeCode, surname, name, birthDate, sex, places)]
            : [];
    }

    private static IEnumerable<FiscalCodeFinding> Findings(
        FiscalCode code, BirthDayInCode birthDay, string placeCode,
        string? surname, string? name, DateOnly? birthDate, Sex? sex, PlaceRegister places)
    {
        var dateAgrees = birthDate is not { } date || birthDay.AgreesWith(date);
        if (!dateAgrees)
        {
            yield return Error(FiscalCodeDiscrepancy.BirthDateDiffers);
        }

        if (sex is not null && sex != code.Sex)
        {
            yield return Error(FiscalCodeDiscrepancy.SexDiffers);
        }

        if (PersonName.SurnameGroup(surname) is { } surnameGroup && surnameGroup != code.Value[..3])
        {
            yield return Warning(FiscalCodeDiscrepancy.SurnameDiffers);
        }

        if (PersonName.GivenNameGroup(name) is { } nameGroup && nameGroup != code.Value[3..6])
        {
            yield return Warning(FiscalCodeDiscrepancy.NameDiffers);
        }

        // A date that is wrong itself cannot date the place.
        var place = places.FindBirthPlace(placeCode, dateAgrees ? birthDate : null);
        if (place.Status != BirthPlaceStatus.Valid)
        {
            yield return Warning(place.Status == BirthPlaceStatus.Unknown
                ? FiscalCodeDiscrepancy.PlaceUnknown
                : FiscalCodeDiscrepancy.PlaceNotValidAtBirth);
        }
    }

    private static FiscalCodeFinding Error(FiscalCodeDiscrepancy discrepancy) => new(discrepancy, DiscrepancySeverity.Error);

    private static FiscalCodeFinding Warning(FiscalCodeDiscrepancy discrepancy) => new(discrepancy, DiscrepancySeverity.Warning);
}
