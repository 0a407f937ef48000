using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>How a list finds a person: by the beginning of surname and name, in either order, or by the whole codice fiscale.</summary>
public static class PersonSearch
{
    /// <summary>Longest key: two names, each letter at most two (Ä is AE), and the blank between.</summary>
    public const int KeyMaxLength = (FieldLimits.Name * 4) + 1;

    /// <summary>Comes after every letter and the blank: the end of a range of prefixes.</summary>
    private const char AfterEveryLetter = '~';

    /// <summary>«FIRST SECOND» in plain capitals.</summary>
    public static string Key(string first, string second) =>
        $"{LatinLetters.SearchKey(first)} {LatinLetters.SearchKey(second)}";

    /// <summary>The keys that begin with what was typed: from the first, to before the second.</summary>
    public static (string From, string Before) Range(string typed)
    {
        var prefix = LatinLetters.SearchKey(typed);
        return (prefix, prefix + AfterEveryLetter);
    }

    /// <summary>The comparison key of the codice fiscale that was typed, or null when it was something else.</summary>
    public static string? FiscalCodeKey(string typed) => People.FiscalCode.TryParse(typed, out _)?.ComparisonKey;
}
