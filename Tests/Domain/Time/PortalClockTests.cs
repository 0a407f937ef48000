using CovidSchoolReporting.Domain.Time;
using Microsoft.Extensions.Time.Testing;

namespace CovidSchoolReporting.Tests.Domain.Time;

public sealed class PortalClockTests
{
    [Theory]
    [InlineData("2020-11-24T22:59:59Z", "2020-11-24")] // 23:59:59 in Rome, winter
    [InlineData("2020-11-24T23:00:00Z", "2020-11-25")] // midnight in Rome
    [InlineData("2020-07-01T21:59:59Z", "2020-07-01")] // 23:59:59 in Rome, summer
    [InlineData("2020-07-01T22:00:00Z", "2020-07-02")]
    [InlineData("2020-12-31T23:00:00Z", "2021-01-01")]
    public void Today_AroundMidnightInRome_IsTheDayThere(string instant, string day)
    {
        var clock = new PortalClock(new FakeTimeProvider(DateTimeOffset.Parse(instant, null)));

        Assert.Equal(DateOnly.Parse(day, null), clock.Today);
    }

    [Theory]
    [InlineData("2020-10-25T00:59:59Z", "2020-10-25T02:59:59")] // still summer
    [InlineData("2020-10-25T01:00:00Z", "2020-10-25T02:00:00")] // the hour that comes twice
    [InlineData("2020-03-29T00:59:59Z", "2020-03-29T01:59:59")]
    [InlineData("2020-03-29T01:00:00Z", "2020-03-29T03:00:00")] // the hour that never was
    public void InRome_WhenTheHourChanges_ShowsTheWallClock(string instant, string wall) => Assert.Equal(
        DateTime.Parse(wall, null),
        PortalClock.InRome(DateTimeOffset.Parse(instant, null).UtcDateTime));

    [Fact]
    public void InRome_InstantReadWithoutKind_IsTakenAsUtc() => Assert.Equal(
        new DateTime(2020, 11, 25, 10, 0, 0),
        PortalClock.InRome(new DateTime(2020, 11, 25, 9, 0, 0, DateTimeKind.Unspecified)));

    [Fact]
    public void Today_TimePasses_ChangesAtMidnight()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2020, 11, 24, 22, 59, 0, TimeSpan.Zero));
        var clock = new PortalClock(time);

        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new DateOnly(2020, 11, 25), clock.Today);
        Assert.Equal(new DateTime(2020, 11, 24, 23, 0, 0, DateTimeKind.Utc), clock.UtcNow);
        Assert.Equal(DateTimeKind.Utc, clock.UtcNow.Kind);
    }
}
