using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Tests.Domain.Cases;

namespace CovidSchoolReporting.Tests.Domain.Decisions;

public sealed class MeasurePeriodTests
{
    private static readonly DateOnly _met = new(2020, 11, 20);

    [Fact]
    public void Proposed_RulesOfOctober2020_AreFourteenDaysOrTenWithATest()
    {
        var period = MeasurePeriod.Proposed(Entities.Policy.Terms.DatesFor(_met), _met);

        Assert.Equal(new MeasurePeriod(MeasureKind.Quarantine, _met, _met.AddDays(14), _met.AddDays(10), NeedsTest: false, IsOwnEnd: false), period);
    }

    [Fact]
    public void Proposed_SeveralGroups_TakesTheOneThatIsFreeLast()
    {
        ContactDates[] dates =
        [
            new ContactMeasure(PersonGroup.NotVaccinated, MeasureKind.Quarantine, 10, 14, null).DatesFrom(_met),
            new ContactMeasure(PersonGroup.Vaccinated, MeasureKind.Quarantine, 7, 14, null).DatesFrom(_met),
            new ContactMeasure(PersonGroup.Boosted, MeasureKind.None, null, null, null).DatesFrom(_met),
        ];

        Assert.Equal((_met.AddDays(14), _met.AddDays(10)), (MeasurePeriod.Proposed(dates, _met)!.To, MeasurePeriod.Proposed(dates, _met)!.ToWithTest));
    }

    [Fact]
    public void Proposed_OnlyATestEndsIt_SaysSo()
    {
        ContactDates[] dates = [new ContactMeasure(PersonGroup.Everybody, MeasureKind.Quarantine, 14, null, null).DatesFrom(_met)];

        Assert.Equal(new MeasurePeriod(MeasureKind.Quarantine, _met, _met.AddDays(14), null, NeedsTest: true, IsOwnEnd: false), MeasurePeriod.Proposed(dates, _met));
    }

    [Fact]
    public void Proposed_NoMeasure_IsNone() =>
        Assert.Null(MeasurePeriod.Proposed([new ContactMeasure(PersonGroup.Everybody, MeasureKind.None, null, null, null).DatesFrom(_met)], _met));

    [Theory]
    [InlineData(ContactStatus.LowRisk)]
    [InlineData(ContactStatus.NotContact)]
    public void Decided_NoCloseContact_AsksForNothing(ContactStatus status) =>
        Assert.Null(MeasurePeriod.Decided(status, null, Entities.Policy.Terms.DatesFor(_met), _met));

    [Fact]
    public void Decided_OwnEnd_ReplacesTheRules()
    {
        var ownEnd = _met.AddDays(7);

        var period = MeasurePeriod.Decided(ContactStatus.Close, ownEnd, Entities.Policy.Terms.DatesFor(_met), _met);

        Assert.Equal(new MeasurePeriod(MeasureKind.Quarantine, _met, ownEnd, null, NeedsTest: false, IsOwnEnd: true), period);
        Assert.Equal(ownEnd, MeasurePeriod.Decided(ContactStatus.Close, ownEnd, [], _met)!.To);
    }
}
