namespace CovidSchoolReporting.Domain.Matches;

/// <summary>Whether two reports may be about one person. It only proposes: a person looks at both and says.</summary>
public static class MatchRules
{
    /// <summary>Up to so many letters no slip is allowed: half of the short surnames are one letter apart.</summary>
    private const int ShortName = 3;

    /// <summary>From so many letters two slips are allowed.</summary>
    private const int LongName = 9;

    private const string EndingsOfGender = "AOIE";

    /// <summary>The surest ground on which the two may be one; null when there is none.</summary>
    public static MatchGround? Compare(MatchPerson one, MatchPerson other)
    {
        if (one.FiscalCodeKey is { } code && code == other.FiscalCodeKey)
        {
            return MatchGround.FiscalCode;
        }

        if (one.HasAnotherCodeThan(other))
        {
            return null;
        }

        var sameName = one.Surname == other.Surname && one.Name == other.Name;
        if (one.BirthDate != other.BirthDate)
        {
            return sameName && one.BirthDate == other.TransposedBirthDate ? MatchGround.TransposedBirthDate : null;
        }

        return sameName ? MatchGround.NameAndBirthDate
            : one.Surname == other.Name && one.Name == other.Surname ? MatchGround.SwappedNames
            : IsSlip(one.Surname, other.Surname) && IsSlip(one.Name, other.Name) && !AreTwins(one, other) ? MatchGround.TypingSlip
            : null;
    }

    /// <summary>Two children of one surname and birth date whose names differ in the last vowel only are brother and sister.</summary>
    private static bool AreTwins(MatchPerson one, MatchPerson other) =>
        one.Surname == other.Surname && one.Name.Length == other.Name.Length && one.Name.Length > 1
        && one.Name[..^1] == other.Name[..^1]
        && EndingsOfGender.Contains(one.Name[^1], StringComparison.Ordinal) && EndingsOfGender.Contains(other.Name[^1], StringComparison.Ordinal);

    private static bool IsSlip(string one, string other)
    {
        var (shorter, longer) = (Math.Min(one.Length, other.Length), Math.Max(one.Length, other.Length));
        var allowed = shorter <= ShortName ? 0 : longer < LongName ? 1 : 2;
        return longer - shorter <= allowed && EditDistance.Between(one, other) <= allowed;
    }
}
