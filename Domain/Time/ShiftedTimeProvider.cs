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
    /// <param name="startDay">The day that it is when the clock is made; the time of day stays the real one.</param>
    public ShiftedTimeProvider(TimeProvider real, DateOnly startDay)
    {
        _real = real;
        var today = DateOnly.FromDateTime(real.GetUtcNow().UtcDateTime);
        _shift = TimeSpan.FromDays(startDay.DayNumber - today.DayNumber);
    }

    public override DateTimeOffset GetUtcNow() => _real.GetUtcNow() + _shift;
}
