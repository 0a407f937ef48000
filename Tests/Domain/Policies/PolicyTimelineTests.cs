using System.Globalization;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Tests.Domain.Policies;

public sealed class PolicyTimelineTests
{
    private static readonly DateOnly _today = new(2020, 11, 25);
    private static readonly PolicyTimeline _timeline = new(ReferencePolicies.Load());

    [Theory]
    [InlineData("2020-08-31", "2020-09-01")] // before the first one begins, it applies
    [InlineData("2020-09-01", "2020-09-01")]
    [InlineData("2020-10-11", "2020-09-01")]
    [InlineData("2020-10-12", "2020-10-12")]
    [InlineData("2022-08-30", "2022-03-30")]
    [InlineData("2026-01-01", "2023-08-11")]
    public void InForceOn_Day_IsTheLastThatHasBegun(string day, string startsOn) =>
        Assert.Equal(DateOnly.Parse(startsOn, CultureInfo.InvariantCulture), _timeline.InForceOn(DateOnly.Parse(day, CultureInfo.InvariantCulture)).StartsOn);

    [Fact]
    public void InForceOn_OnlyDrafts_IsAFault() =>
        Assert.Throws<InvalidOperationException>(() => new PolicyTimeline([Draft(_today)]).InForceOn(_today));

    [Fact]
    public void StateOf_Timeline_FollowsFromTodayAndTheOthers() => Assert.Equal(
        [PolicyState.Past, PolicyState.InForce, .. Enumerable.Repeat(PolicyState.Planned, 8)],
        _timeline.All.Reverse().Select(policy => _timeline.StateOf(policy, _today)));

    [Fact]
    public void StateOf_Draft_IsADraftWhateverItsDay() =>
        Assert.All([_today, _today.AddYears(-1), _today.AddYears(1)], day =>
            Assert.Equal(PolicyState.Draft, _timeline.StateOf(Draft(day), _today)));

    [Fact]
    public void StateOf_DaysPass_PlannedComesInForceAndThenIsPast()
    {
        var policy = _timeline.InForceOn(new DateOnly(2021, 8, 11));

        Assert.Equal(PolicyState.Planned, _timeline.StateOf(policy, new DateOnly(2021, 8, 10)));
        Assert.Equal(PolicyState.InForce, _timeline.StateOf(policy, new DateOnly(2021, 8, 11)));
        Assert.Equal(PolicyState.InForce, _timeline.StateOf(policy, new DateOnly(2021, 11, 5)));
        Assert.Equal(PolicyState.Past, _timeline.StateOf(policy, new DateOnly(2021, 11, 6)));
    }

    [Fact]
    public void LastDayOf_EachPublished_IsTheDayBeforeTheNextBegins()
    {
        Assert.Equal(new DateOnly(2021, 8, 10), _timeline.LastDayOf(_timeline.InForceOn(_today)));
        Assert.Null(_timeline.LastDayOf(_timeline.All[0]));
    }

    [Theory]
    [InlineData("2020-11-25", null)]
    [InlineData("2021-08-10", null)]
    [InlineData("2030-01-01", null)]
    [InlineData("2020-11-24", RuleCodes.PolicyStartPassed)]
    [InlineData("2020-10-13", RuleCodes.PolicyStartPassed)]
    [InlineData("2020-10-11", RuleCodes.PolicyBeforeInForce)]
    [InlineData("2020-10-12", RuleCodes.PolicyDayTaken)]
    [InlineData("2021-08-11", RuleCodes.PolicyDayTaken)]
    public void Objection_Start_IsTodayOrLaterAndFree(string startsOn, string? code) =>
        Assert.Equal(code, _timeline.Objection(DateOnly.Parse(startsOn, CultureInfo.InvariantCulture), _today)?.Code);

    [Fact]
    public void Objection_NothingHasBegun_StillNothingBeginsBeforeTheFirst() => Assert.Equal(
        RuleCodes.PolicyBeforeInForce, _timeline.Objection(new DateOnly(2020, 8, 20), new DateOnly(2020, 8, 10))?.Code);

    private static ReportingPolicy Draft(DateOnly startsOn) =>
        ReportingPolicy.Draft(Guid.NewGuid(), _timeline.All[0].Details with { StartsOn = startsOn });
}
