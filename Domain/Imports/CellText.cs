using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>What people see in a cell, freed of what spreadsheets and web pages put around it.</summary>
internal static partial class CellText
{
    // Excel's day 1 is 01/01/1900, but it believes in a 29/02/1900: from March 1900 on the count begins here.
    private static readonly DateOnly _dayZero = new(1899, 12, 30);

    /// <summary>1913 to 2064: numbers that a date stands behind, and no class, telephone or year.</summary>
    private const int EarliestSerial = 5_000;
    private const int LatestSerial = 60_000;

    private static readonly string[] _months = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];
    private static readonly string[] _englishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>One line, single blanks, no invisible characters.</summary>
    public static string Clean(string text)
    {
        if (!text.Any(IsUnclean) && text.AsSpan().Trim().Length == text.Length && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text;
        }

        var cleaned = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (cleaned.Length > 0 && cleaned[^1] != ' ')
                {
                    cleaned.Append(' ');
                }
            }
            else if (!IsInvisible(character))
            {
                cleaned.Append(character);
            }
        }

        return cleaned.ToString().TrimEnd();
    }

    /// <summary>The day alone, as <see cref="LenientDate"/> reads it: no trailing time, months by number, Excel's day count as a date.</summary>
    public static string Day(string cell)
    {
        if (int.TryParse(cell.EndsWith(".0", StringComparison.Ordinal) ? cell[..^2] : cell, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            && serial is >= EarliestSerial and <= LatestSerial)
        {
            return LenientDate.Format(_dayZero.AddDays(serial));
        }

        var day = TrailingTime().Replace(cell, "");
        return day.Any(char.IsLetter) ? WithMonthNumber(day) : day;
    }

    private static string WithMonthNumber(string day)
    {
        if (WrittenDay().Match(day) is not { Success: true } written)
        {
            return day;
        }

        var name = written.Groups["month"].Value[..3].ToLowerInvariant();
        var month = Math.Max(Array.IndexOf(_months, name), Array.IndexOf(_englishMonths, name)) + 1;
        return month == 0 ? day : $"{written.Groups["day"].Value}/{month}/{written.Groups["year"].Value}";
    }

    private static bool IsUnclean(char character) => character != ' ' && (char.IsWhiteSpace(character) || char.IsControl(character) || IsInvisible(character));

    private static bool IsInvisible(char character) => character > '~' && char.GetUnicodeCategory(character) == UnicodeCategory.Format;

    [GeneratedRegex(@"(?<=\d)(\s+|T)\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?(\s*[AaPp]\.?[Mm]\.?)?Z?$")]
    private static partial Regex TrailingTime();

    [GeneratedRegex(@"^(?<day>\d{1,2})[\s/.\-°]+(?<month>[A-Za-z]{3,9})\.?[\s/.\-]+(?<year>\d{2}|\d{4})$")]
    private static partial Regex WrittenDay();
}
