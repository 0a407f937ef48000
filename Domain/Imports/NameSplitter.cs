using System.Globalization;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>Parts surname and names that stand in one cell, and writes names as people write them.</summary>
internal static class NameSplitter
{
    /// <summary>Words that a surname begins with and never ends with.</summary>
    private static readonly HashSet<string> _particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "d", "da", "dal", "dall", "dalla", "dalle", "dallo", "de", "dei", "degli", "del", "dell", "della", "delle", "dello", "di",
        "la", "las", "le", "li", "lo", "los", "in", "san", "santa", "van", "von", "vander", "der", "den", "ten", "ter", "zu",
        "el", "al", "ben", "bin", "ibn", "abu", "abd", "mac", "mc", "st", "saint", "do", "dos", "das", "du", "des",
    };

    /// <summary>Particles that stay small inside a name.</summary>
    private static readonly HashSet<string> _small = new(StringComparer.OrdinalIgnoreCase) { "van", "von", "der", "den", "ten", "ter", "zu", "dos", "das" };

    /// <summary>Parts a full name.</summary>
    /// <param name="code">The codice fiscale as written, which tells where the surname ends; may be empty or wrong.</param>
    /// <param name="nameFirst">Whether the header says that the name comes before the surname.</param>
    public static (string Surname, string Name) Split(string fullName, string code, bool nameFirst)
    {
        if (fullName.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } before, { Length: > 0 } after])
        {
            return (before, after);
        }

        var words = fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return (fullName, "");
        }

        return ByCode(words, code, nameFirst) ?? ByCapitals(words) ?? (nameFirst ? ByLastSurname(words) : ByFirstSurname(words));
    }

    /// <summary>«DE FILIPPI» and «de filippi» give De Filippi, «D'ANGELO-ROSSI» D'Angelo-Rossi; a name in mixed case stays as it is.</summary>
    public static string Capitalise(string name)
    {
        var letters = name.Where(char.IsLetter).ToList();
        if (letters.Count < 2 || (!letters.TrueForAll(char.IsUpper) && !letters.TrueForAll(char.IsLower)))
        {
            return name;
        }

        var words = name.Split(' ');
        return string.Join(' ', words.Select((word, i) => i > 0 && _small.Contains(word) ? word.ToLowerInvariant() : CapitaliseWord(word)));
    }

    private static string CapitaliseWord(string word)
    {
        var characters = word.ToLower(CultureInfo.InvariantCulture).ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i == 0 || characters[i - 1] is '\'' or '’' or '`' or '´' or '-' or '.')
            {
                characters[i] = char.ToUpperInvariant(characters[i]);
            }
        }

        // A final accent typed as an apostrophe (NICOLO') has nothing after it to be raised.
        return new string(characters);
    }

    /// <summary>The words whose letters are those of the code. Several ways fit when names are alike: the one that the particles give goes first.</summary>
    private static (string, string)? ByCode(string[] words, string code, bool nameFirst)
    {
        var letters = code.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (letters.Length < 6 || !letters.AsSpan(0, 6).ContainsOnlyLetters())
        {
            return null;
        }

        var guess = nameFirst ? ByLastSurname(words) : ByFirstSurname(words);
        var ways = Enumerable.Range(1, words.Length - 1)
            .SelectMany(i => new[] { (Surname: Join(words[..i]), Name: Join(words[i..])), (Surname: Join(words[i..]), Name: Join(words[..i])) })
            .Where(way => PersonName.SurnameGroup(way.Surname) == letters[..3] && PersonName.GivenNameGroup(way.Name) == letters[3..6])
            .ToList();
        return ways.Count == 0 ? null : ways.Contains(guess) ? guess : ways[0];
    }

    /// <summary>«ROSSI BIANCHI Mario»: registers write the surname in capitals.</summary>
    private static (string, string)? ByCapitals(string[] words)
    {
        var capitals = words.Select(word => word.Count(char.IsLetter) > 1 && !word.Any(char.IsLower)).ToArray();
        var atStart = capitals.TakeWhile(isCapital => isCapital).Count();
        if (atStart > 0 && atStart < words.Length && !capitals.AsSpan(atStart..).Contains(true))
        {
            return (Join(words[..atStart]), Join(words[atStart..]));
        }

        var atEnd = capitals.Reverse().TakeWhile(isCapital => isCapital).Count();
        return atEnd > 0 && atEnd < words.Length && !capitals.AsSpan(..^atEnd).Contains(true)
            ? (Join(words[^atEnd..]), Join(words[..^atEnd]))
            : null;
    }

    private static (string Surname, string Name) ByFirstSurname(string[] words)
    {
        var surname = 1;
        while (surname < words.Length - 1 && IsParticle(words[surname - 1]))
        {
            surname++;
        }

        return (Join(words[..surname]), Join(words[surname..]));
    }

    private static (string Surname, string Name) ByLastSurname(string[] words)
    {
        var surname = words.Length - 1;
        while (surname > 1 && IsParticle(words[surname - 1]))
        {
            surname--;
        }

        return (Join(words[surname..]), Join(words[..surname]));
    }

    private static bool IsParticle(string word) => _particles.Contains(word.TrimEnd('\'', '’', '.'));

    private static string Join(IEnumerable<string> words) => string.Join(' ', words);

    private static bool ContainsOnlyLetters(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('A', 'Z');
}
