namespace CovidSchoolReporting.Domain.Time;

/// <summary>
/// The business clock: the one place that says what day and what instant it is for the domain and the screens.
/// Instants are UTC; days are days in Europe/Rome.
/// </summary>
/// <param name="time">Where the time comes from: the system's clock, a shifted one in the demonstration, a fake one in tests.</param>
public sealed class PortalClock(TimeProvider time)
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>The instant, UTC.</summary>
    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    /// <summary>The day in Europe/Rome.</summary>
    public DateOnly Today => DayOf(UtcNow);

    /// <summary>The day in Europe/Rome on which a UTC instant falls.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(InRome(utc));

    /// <summary>The UTC instant at which the wall clock in Europe/Rome shows this; an hour that the day skips comes right after the skip.</summary>
    public static DateTime AtTimeInRome(DateOnly day, TimeOnly timeOfDay)
    {
        var wall = day.ToDateTime(timeOfDay);
        return DateTime.SpecifyKind(wall - Rome.GetUtcOffset(wall), DateTimeKind.Utc);
    }

    /// <summary>A UTC instant as the wall clock in Europe/Rome shows it.</summary>
    public static DateTime InRome(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Rome);
}
