using System.Globalization;
using System.Text;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>
/// Which characters the letters' font has: Latin of all European languages and Vietnamese, Greek, Cyrillic, punctuation. Arabic and Chinese would
/// also need to be shaped and set, which the library that writes the PDF does not do: better refused than printed as empty boxes.
/// </summary>
public static class PrintedLetters
{
    private static readonly (int First, int Last)[] _ranges =
        [(0x20, 0x7E), (0xA0, 0x17F), (0x180, 0x24F), (0x300, 0x304), (0x306, 0x30C), (0x384, 0x3CE), (0x400, 0x45F), (0x490, 0x491),
        (0x1E00, 0x1EFF), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2122, 0x2122)];

    public static bool Has(Rune letter) => Array.Exists(_ranges, range => letter.Value >= range.First && letter.Value <= range.Last)
        && Rune.GetUnicodeCategory(letter) != UnicodeCategory.OtherNotAssigned;

    /// <summary>Stands for what the font lacks.</summary>
    private static readonly Rune _missing = new('?');

    /// <summary>The text with a question mark for each character that no letter can show; lines stay apart.</summary>
    public static string Printable(string text)
    {
        if (FirstUnprintable(text) is null)
        {
            return text;
        }

        var printable = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize().EnumerateRunes())
        {
            printable.Append(letter.Value == '\n' || Has(letter) ? letter : _missing);
        }

        return printable.ToString();
    }

    /// <summary>The first character that no letter can show; null when all can be printed.</summary>
    public static Rune? FirstUnprintable(string text)
    {
        foreach (var letter in text.EnumerateRunes())
        {
            if (!Has(letter))
            {
                return letter;
            }
        }

        return null;
    }
}
