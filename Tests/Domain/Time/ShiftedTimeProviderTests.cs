using CovidSchoolReporting.Domain.Time;
using Microsoft.Extensions.Time.Testing;

namespace CovidSchoolReporting.Tests.Domain.Time;

public sealed class ShiftedTimeProviderTests
{
    [Theory]
    [InlineData("2026-01-15T10:30:00Z", "2020-11-25")]
    [InlineData("2026-01-15T23:30:00Z", "2020-11-25")] // after midnight in Rome, before it in UTC
    [InlineData("2026-07-15T21:30:00Z", "2020-11-25")] // summer now, winter then
    [InlineData("2026-07-15T22:30:00Z", "2020-11-25")]
    [InlineData("2026-07-15T00:30:00Z", "2020-11-25")]
    [InlineData("2026-01-15T22:30:00Z", "2020-07-01")] // winter now, summer then
    [InlineData("2026-01-15T23:30:00Z", "2020-07-01")]
    [InlineData("2026-01-15T01:30:00Z", "2020-03-29")] // half past two, an hour that this day had not
    public void GetUtcNow_WhenMade_IsTheStartDayInRomeAtAnyHour(string real, string startDay)
    {
        var day = DateOnly.Parse(startDay, null);

        var clock = new PortalClock(new ShiftedTimeProvider(new FakeTimeProvider(DateTimeOffset.Parse(real, null)), day));

        Assert.Equal(day, clock.Today);
    }

    [Theory]
    [InlineData("2026-01-15T10:30:00Z")]
    [InlineData("2026-07-15T10:30:00Z")]
    public void GetUtcNow_WhenMade_KeepsTheTimeOnTheWall(string real)
    {
        var now = DateTimeOffset.Parse(real, null);

        var shifted = new ShiftedTimeProvider(new FakeTimeProvider(now), new DateOnly(2020, 11, 25)).GetUtcNow();

        Assert.Equal(
            TimeOnly.FromDateTime(PortalClock.InRome(now.UtcDateTime)),
            TimeOnly.FromDateTime(PortalClock.InRome(shifted.UtcDateTime)));
    }

    [Fact]
    public void GetUtcNow_TimePasses_KeepsTheRealPace()
    {
        var real = new FakeTimeProvider(new DateTimeOffset(2026, 1, 15, 10, 30, 0, TimeSpan.Zero));
        var shifted = new ShiftedTimeProvider(real, new DateOnly(2020, 11, 25));
        var before = shifted.GetUtcNow();

        real.Advance(TimeSpan.FromHours(37));

        Assert.Equal(TimeSpan.FromHours(37), shifted.GetUtcNow() - before);
    }
}
