using System.Globalization;

namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>What is wrong with the days that somebody asked for.</summary>
public enum PeriodFault
{
    None,

    /// <summary>A day is no day.</summary>
    Malformed,

    /// <summary>The last day lies before the first.</summary>
    Backwards,

    /// <summary>More than <see cref="EpidemicPeriod.LongestDays"/> days.</summary>
    TooLong,
}

/// <summary>A period of days, and what was wrong with the one that was asked for: then it is the default.</summary>
public sealed record EpidemicPeriod(DateOnly From, DateOnly To, PeriodFault Fault = PeriodFault.None)
{
    /// <summary>Four weeks: long enough to see a wave, short enough to see its days.</summary>
    public const int DefaultDays = 28;

    /// <summary>A year, with the day on which it began.</summary>
    public const int LongestDays = 366;

    private const string Format = "yyyy-MM-dd";

    /// <summary>The four weeks that end today.</summary>
    public static EpidemicPeriod Default(DateOnly today) => LastDays(DefaultDays, today);

    /// <summary>So many days, today among them.</summary>
    public static EpidemicPeriod LastDays(int days, DateOnly today) => new(today.AddDays(1 - days), today);

    /// <summary>Reads the days of an address. One day alone is completed by the default's length.</summary>
    /// <param name="from">yyyy-MM-dd; null or empty when not asked for.</param>
    /// <param name="to">As <paramref name="from"/>.</param>
    public static EpidemicPeriod Read(string? from, string? to, DateOnly today)
    {
        if (!TryRead(from, out var first) || !TryRead(to, out var last))
        {
            return Default(today) with { Fault = PeriodFault.Malformed };
        }

        var end = last ?? EndFor(first, today);
        var begin = first ?? end.AddDays(1 - DefaultDays);
        return end < begin ? Default(today) with { Fault = PeriodFault.Backwards }
            : end.DayNumber - begin.DayNumber >= LongestDays ? Default(today) with { Fault = PeriodFault.TooLong }
            : new EpidemicPeriod(begin, end);
    }

    /// <summary>The day as an address writes it.</summary>
    public static string Write(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    // Years beyond the calendar's ends would overflow when days are added to them.
    private static bool TryRead(string? word, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(word))
        {
            return true;
        }

        if (!DateOnly.TryParseExact(word, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < 1900 or > 2200)
        {
            return false;
        }

        day = read;
        return true;
    }

    private static DateOnly EndFor(DateOnly? first, DateOnly today)
    {
        if (first is not { } begin || begin > today)
        {
            return first ?? today;
        }

        var end = begin.AddDays(DefaultDays - 1);
        return end < today ? end : today;
    }
}
