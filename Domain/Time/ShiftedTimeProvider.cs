namespace CovidSchoolReporting.Domain.Time;

/// <summary>
/// A clock that runs at the normal pace from another day. The demonstration uses it to live in the autumn of 2020,
/// when the rules of the original portal were in force.
/// </summary>
public sealed class ShiftedTimeProvider : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly TimeSpan _shift;

    /// <param name="real">The clock that gives the pace.</param>
    /// <param name="startDay">The day in Europe/Rome that it is when the clock is made; the time on the wall there stays the real one.</param>
    public ShiftedTimeProvider(TimeProvider real, DateOnly startDay)
    {
        _real = real;
        var now = real.GetUtcNow().UtcDateTime;

        // Counted in UTC the day would be the next one between midnight in Rome and midnight in UTC.
        _shift = PortalClock.AtTimeInRome(startDay, TimeOnly.FromDateTime(PortalClock.InRome(now))) - now;
    }

    public override DateTimeOffset GetUtcNow() => _real.GetUtcNow() + _shift;
}
