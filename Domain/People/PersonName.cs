namespace CovidSchoolReporting.Domain.People;

/// <summary>What the codice fiscale makes of a surname or a name.</summary>
public static class PersonName
{
    private const string Vowels = "AEIOU";
    private const int GroupLength = 3;

    /// <summary>
    /// First group of the codice fiscale: the consonants in order, then the vowels, then X, three in all (Fo gives FOX).
    /// Null when the surname holds no Latin letter, so that nothing can be said.
    /// </summary>
    public static string? SurnameGroup(string? surname)
    {
        var (consonants, vowels) = Split(surname);
        return consonants.Length + vowels.Length == 0 ? null : Pad(consonants + vowels);
    }

    /// <summary>
    /// Second group of the codice fiscale: as the surname's, but of four or more consonants the first, third and fourth
    /// (Alessandro gives LSN). All given names count as one (Anna Paola gives NPL).
    /// </summary>
    public static string? GivenNameGroup(string? name)
    {
        var (consonants, vowels) = Split(name);
        return consonants.Length > GroupLength
            ? $"{consonants[0]}{consonants[2]}{consonants[3]}"
            : consonants.Length + vowels.Length == 0 ? null : Pad(consonants + vowels);
    }

    /// <summary>Whether some name can give these three letters: consonants, then vowels, then the padding X.</summary>
    internal static bool IsPossibleGroup(ReadOnlySpan<char> group)
    {
        var afterConsonants = group.TrimStart("BCDFGHJKLMNPQRSTVWXYZ");
        return afterConsonants.TrimStart(Vowels).TrimStart('X').IsEmpty;
    }

    private static string Pad(string letters) => letters.PadRight(GroupLength, 'X')[..GroupLength];

    private static (string Consonants, string Vowels) Split(string? name)
    {
        var letters = LatinLetters.Only(name);
        return (string.Concat(letters.Where(letter => !Vowels.Contains(letter))),
            string.Concat(letters.Where(letter => Vowels.Contains(letter))));
    }
}
