using System.Globalization;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>When a school year is over: a roster belongs to the year in which it was loaded, and goes with it.</summary>
/// <param name="EndMonth">Month of the last day.</param>
/// <param name="EndDay">The last day itself, one that every year has.</param>
public sealed record SchoolYear(int EndMonth, int EndDay)
{
    /// <summary>How the last day is written in the configuration.</summary>
    public const string Format = "MM-dd";

    /// <summary>A year without 29 February: what exists in it exists in all.</summary>
    private const int OrdinaryYear = 2001;

    /// <summary>Reads «08-31»; null for what is no day of every year.</summary>
    public static SchoolYear? TryParse(string? text) =>
        DateOnly.TryParseExact($"{OrdinaryYear}-{text}", $"yyyy-{Format}", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new SchoolYear(day.Month, day.Day)
            : null;

    /// <summary>The last day of the school year that a day belongs to.</summary>
    public DateOnly EndOf(DateOnly day)
    {
        var end = new DateOnly(day.Year, EndMonth, EndDay);
        return day <= end ? end : end.AddYears(1);
    }

    /// <summary>The last day of the school year that was over most recently.</summary>
    public DateOnly LastEndBefore(DateOnly today) => EndOf(today).AddYears(-1);
}
