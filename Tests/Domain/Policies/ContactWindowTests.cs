using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Tests.Domain.Policies;

/// <summary>Domain rule: from 2 days before the swab, or before symptom onset when known, to the last school day.</summary>
public sealed class ContactWindowTests
{
    private static readonly DateOnly _lastDay = new(2020, 11, 20);

    [Fact]
    public void Of_SwabOnly_BeginsTwoDaysBeforeIt() => Assert.Equal(
        new ContactWindow(new DateOnly(2020, 11, 19), _lastDay),
        ContactWindow.Of(2, null, new DateOnly(2020, 11, 21), _lastDay));

    [Theory]
    [InlineData(17, 15)] // before the swab
    [InlineData(22, 20)] // after it: the symptoms still decide
    public void Of_OnsetKnown_BeginsTwoDaysBeforeItWhateverTheSwab(int onset, int from) => Assert.Equal(
        new ContactWindow(new DateOnly(2020, 11, from), _lastDay),
        ContactWindow.Of(2, new DateOnly(2020, 11, onset), new DateOnly(2020, 11, 21), _lastDay));

    [Fact]
    public void Of_NeitherKnown_IsNoWindow() => Assert.Null(ContactWindow.Of(2, null, null, _lastDay));

    [Fact]
    public void Of_AcrossAMonth_CountsCalendarDays() =>
        Assert.Equal(new DateOnly(2020, 2, 28), ContactWindow.Of(2, null, new DateOnly(2020, 3, 1), new DateOnly(2020, 3, 2))!.From);

    [Theory]
    [InlineData(18, false)]
    [InlineData(19, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Contains_Day_CountsBothEnds(int day, bool expected) => Assert.Equal(
        expected,
        new ContactWindow(new DateOnly(2020, 11, 19), _lastDay).Contains(new DateOnly(2020, 11, day)));

    [Theory]
    [InlineData(22, false)] // one day: from and to are the same
    [InlineData(23, true)]
    public void IsEmpty_LastDayBeforeTheWindow_IsTrue(int swab, bool expected)
    {
        var window = ContactWindow.Of(2, null, new DateOnly(2020, 11, swab), _lastDay)!;

        Assert.Equal(expected, window.IsEmpty);
        Assert.Equal(!expected, window.Contains(_lastDay));
    }
}
