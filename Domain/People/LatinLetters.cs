using System.Globalization;
using System.Text;

namespace CovidSchoolReporting.Domain.People;

/// <summary>
/// Brings any written name down to the 26 letters of the codice fiscale. Source: the transliteration table of
/// Circ. Ministero dell'Interno 1/2008, adopted by Circ. Agenzia delle Entrate 34/E of 20/07/2011.
/// </summary>
public static class LatinLetters
{
    /// <summary>
    /// Upper case A-Z only: Ä and Æ become AE, Ö and Œ OE, Ü UE, ß SS; every other letter loses its mark (Ç C, Ł L);
    /// spaces, apostrophes, hyphens, digits and letters of other scripts vanish. "D'Angelò-Müller" gives DANGELOMUELLER.
    /// </summary>
    public static string Only(string? text) => Fold(text, _ => null);

    /// <summary>
    /// The same with the words kept apart by single spaces, to search and sort by. Apostrophes vanish (D'Angelo and
    /// Dangelo are found alike), everything else that is no letter, the hyphen too, parts two words:
    /// "D'Angelò-Müller" gives DANGELO MUELLER.
    /// </summary>
    public static string SearchKey(string? text) => Fold(text, rune => IsApostrophe(rune) ? null : ' ').TrimEnd();

    private static string Fold(string? text, Func<Rune, char?> separatorFor)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var folded = new StringBuilder(text.Length + 4);
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            if (IsMark(rune))
            {
                continue;
            }

            if (rune.IsAscii && char.IsAsciiLetter((char)rune.Value))
            {
                folded.Append(char.ToUpperInvariant((char)rune.Value));
            }
            else if (Letters(rune) is { } letters)
            {
                folded.Append(letters);
            }
            else if (separatorFor(rune) is { } separator && folded.Length > 0 && folded[^1] != separator)
            {
                folded.Append(separator);
            }
        }

        return folded.ToString();
    }

    // Half a surrogate pair, which a pasted text may hold, makes Normalize throw: ToString of the runes replaces it.
    private static string Composed(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string? Letters(Rune rune) =>
        rune.IsBmp && !rune.IsAscii ? Tabled((char)rune.Value) ?? Bare((char)rune.Value) : null;

    private static string? Tabled(char letter) => char.ToUpperInvariant(letter) switch
    {
        'Ä' or 'Æ' or 'Ǽ' => "AE",
        'Ö' or 'Œ' => "OE",
        'Ü' => "UE",
        'ß' or 'ẞ' => "SS",

        // Not in the table and without a decomposition of their own; the general rule (drop the mark) still holds.
        'Ø' or 'Ǿ' => "O",
        'Ł' => "L",
        'Đ' or 'Ð' => "D",
        'Ħ' => "H",
        'Ŧ' => "T",
        'ı' => "I",
        _ => null,
    };

    private static string? Bare(char letter)
    {
        var parts = letter.ToString().Normalize(NormalizationForm.FormKD).Where(char.IsAsciiLetter);
        var bare = string.Concat(parts.Select(char.ToUpperInvariant));
        return bare.Length == 0 ? null : bare;
    }

    private static bool IsMark(Rune rune) =>
        !rune.IsAscii && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '`' or '´' or '’' or '‘' or 'ʼ' or '′';
}
