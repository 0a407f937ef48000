using System.Globalization;

namespace CovidSchoolReporting.Domain.People;

/// <summary>
/// Dates as people type them, in the Italian order day, month, year: 1/3/10, 01-03-2010, 1.3.2010, 010310, 01032010;
/// the ISO form 2010-03-01 too.
/// </summary>
public static class LenientDate
{
    /// <summary>Characters that a text box accepts.</summary>
    public const int MaxTypedLength = 20;

    // Nobody whom a school reports was born before; a year such as 0010 is a slip, not a date.
    private const int EarliestYear = 1800;

    private static readonly char[] _separators = ['/', '-', '.', ' '];

    /// <summary>Reads a typed date.</summary>
    /// <param name="text">The typed text.</param>
    /// <param name="today">
    /// Today in Europe/Rome. A year of two digits is the latest one that puts the date at most one year after today:
    /// in November 2020 10 is 2010, 21 is 2021 and 75 is 1975. A year of four digits is taken as it stands.
    /// </param>
    /// <param name="date">The date; meaningless when the answer is false.</param>
    /// <returns>False when the text is no date or the day does not exist (31/02/2010).</returns>
    public static bool TryParse(string? text, DateOnly today, out DateOnly date)
    {
        date = default;
        var typed = text?.Trim() ?? "";
        if (typed.Length is 0 or > MaxTypedLength)
        {
            return false;
        }

        return Parts(typed) is { } parts
            && Number(parts.Day, 1, 2) is { } day
            && Number(parts.Month, 1, 2) is { } month
            && Year(parts.Year, day, month, today) is { } year
            && TryCreate(year, month, day, out date);
    }

    /// <summary>dd/MM/yyyy.</summary>
    public static string Format(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static (string Day, string Month, string Year)? Parts(string typed)
    {
        if (typed.All(char.IsAsciiDigit))
        {
            return typed.Length is 6 or 8 ? (typed[..2], typed[2..4], typed[4..]) : null;
        }

        return typed.Split(_separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) switch
        {
            [{ Length: 4 } year, var month, var day] => (day, month, year),
            [var day, var month, var year] => (day, month, year),
            _ => null,
        };
    }

    private static int? Year(string text, int day, int month, DateOnly today)
    {
        if (text.Length == 4)
        {
            return Number(text, 4, 4) is { } whole && whole >= EarliestYear ? whole : null;
        }

        if (Number(text, 2, 2) is not { } ofCentury)
        {
            return null;
        }

        var latest = today.AddYears(1);
        var year = latest.Year - (latest.Year % 100) + ofCentury;
        var isBeyond = year > latest.Year || (year == latest.Year && (month, day).CompareTo((latest.Month, latest.Day)) > 0);
        return isBeyond ? year - 100 : year;
    }

    private static int? Number(string text, int fewest, int most) =>
        text.Length >= fewest && text.Length <= most && text.All(char.IsAsciiDigit)
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;

    private static bool TryCreate(int year, int month, int day, out DateOnly date)
    {
        var exists = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = exists ? new DateOnly(year, month, day) : default;
        return exists;
    }
}
