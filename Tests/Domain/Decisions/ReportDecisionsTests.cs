using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.Decisions;

public sealed class ReportDecisionsTests
{
    private const int Valeria = 11;

    private static readonly DateTime _now = TestPortal.Start.UtcDateTime;
    private static readonly Actor _ada = Actor.OfAgency(1, "Ada", Role.AgencyOperator, Territory.Milano);
    private static readonly Actor _ugo = Actor.OfAgency(2, "Ugo", Role.AgencyOperator, Territory.Milano);

    [Fact]
    public void Decide_FirstTime_CountsTheContactAndLetsMeasuresBeIssued()
    {
        var report = Report();
        Assert.False(report.IssueMeasures(_ada, _now));

        var (outcome, taken) = Decide(report, [], Terms(0), _ada);

        Assert.Equal(new DecisionOutcome.Decided(1), outcome);
        var decision = Assert.Single(taken);
        Assert.Equal((1, true, ContactStatus.Close, "Ada"), (decision.Version, decision.IsCurrent, decision.Status, decision.DecidedByName));
        Assert.Equal(0, report.UndecidedCount);
        Assert.True(report.IssueMeasures(_ada, _now));
    }

    [Fact]
    public void Decide_Again_FollowsTheFormerAndLeavesItAsItWas()
    {
        var report = Report();
        var first = Decide(report, [], Terms(0), _ada).Taken.Single();

        var (_, taken) = Decide(report, [first], Terms(1, ContactStatus.LowRisk), _ugo);

        Assert.Equal((2, ContactStatus.LowRisk), (taken.Single().Version, taken.Single().Status));
        Assert.Equal((false, ContactStatus.Close), (first.IsCurrent, first.Status));
        Assert.Equal(0, report.UndecidedCount);
    }

    [Fact]
    public void Decide_SameOperatorTheSameTwice_IsDoneOnce()
    {
        var report = Report();
        var first = Decide(report, [], Terms(0), _ada).Taken.Single();

        var (outcome, taken) = Decide(report, [first], Terms(0), _ada);

        Assert.Equal(new DecisionOutcome.Decided(1), outcome);
        Assert.Empty(taken);
    }

    [Fact]
    public void Decide_AColleagueWasFirst_IsToldAndNothingIsTaken()
    {
        var report = Report();
        var first = Decide(report, [], Terms(0), _ada).Taken.Single();

        var (outcome, taken) = Decide(report, [first], Terms(0, ContactStatus.LowRisk), _ugo);

        var overtaken = Assert.Single(Assert.IsType<DecisionOutcome.Overtaken>(outcome).Contacts);
        Assert.Equal(new OvertakenContact(Valeria, 1, "Ada", _now), overtaken);
        Assert.Empty(taken);
        Assert.True(first.IsCurrent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decide_NotInChargeOrConcluded_IsRefused(bool concluded)
    {
        var report = concluded ? Report() : Untaken();
        ContactDecision[] stands = [];
        if (concluded)
        {
            stands = [.. Decide(report, [], Terms(0), _ada).Taken];
            Assert.True(report.IssueMeasures(_ada, _now) && report.Conclude(_ada, _now));
        }

        var (outcome, taken) = Decide(report, stands, Terms(stands.Length, ContactStatus.LowRisk), _ada);

        Assert.Equal(new DecisionOutcome.NotOpen(report.State), outcome);
        Assert.Empty(taken);
    }

    [Fact]
    public void Decision_OfAnotherTerritory_IsABrokenRule()
    {
        var stranger = Actor.OfAgency(3, "Lia", Role.AgencyOperator, Territory.Lodi);

        Assert.Throws<InvalidOperationException>(() => Decide(Report(), [], Terms(0), stranger));
    }

    [Fact]
    public void Decision_OwnEndWithoutAReason_IsABrokenRule() => Assert.Throws<ArgumentException>(() =>
        Decide(Report(), [], [new DecisionTerms(Valeria, 0, ContactStatus.Close, new DateOnly(2020, 12, 1), null)], _ada));

    private static (DecisionOutcome Outcome, IReadOnlyList<ContactDecision> Taken) Decide(
        ReceivedReport report, IReadOnlyList<ContactDecision> current, IReadOnlyList<DecisionTerms> terms, Actor by)
    {
        var decisions = new ReportDecisions(report, current.Where(decision => decision.IsCurrent));
        return (decisions.Decide(terms, by, _now), decisions.Taken);
    }

    private static DecisionTerms[] Terms(int seen, ContactStatus status = ContactStatus.Close) => [new(Valeria, seen, status, null, null)];

    private static ReceivedReport Untaken() =>
        ReceivedReport.Register(Guid.NewGuid(), Reports.OfMarioRossi(), new ReportOrigin(1, 1), new Receipt("2020/0000001", _now));

    private static ReceivedReport Report()
    {
        var report = Untaken();
        Assert.True(report.TakeInCharge(_ada, _now));
        return report;
    }
}
