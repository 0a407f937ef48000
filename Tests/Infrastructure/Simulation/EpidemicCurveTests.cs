using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Simulation;

namespace CovidSchoolReporting.Tests.Infrastructure.Simulation;

public sealed class EpidemicCurveTests
{
    private static readonly SchoolType[] _all = Enum.GetValues<SchoolType>();

    private readonly EpidemicCurve _curve = new(SchoolWeek.Load());

    [Fact]
    public void Weeks_AreTheTwentyEightThatWerePublished()
    {
        var weeks = SchoolWeek.Load();

        Assert.Equal(28, weeks.Count);
        Assert.All(weeks, week => Assert.Equal(6, week.To.DayNumber - week.From.DayNumber));
        Assert.Equal(24_908, weeks.Max(week => week.Isolated));
    }

    [Theory]
    [InlineData("2020-11-02", 2616)]
    [InlineData("2020-11-16", 1170)]
    [InlineData("2021-03-01", 943)]
    public void CasesOn_DaysOfAPublishedWeek_AddUpToIt(string monday, int cases)
    {
        var from = DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(cases, Enumerable.Range(0, 7).Sum(day => _curve.CasesOn(from.AddDays(day))), 0.001);
    }

    [Fact]
    public void CasesOfWeek_NotPublished_LiesBetweenItsNeighbours()
    {
        Assert.InRange(_curve.CasesOfWeek(new DateOnly(2020, 10, 26)), 85, 2616);
        Assert.True(_curve.CasesOfWeek(new DateOnly(2020, 10, 12)) < _curve.CasesOfWeek(new DateOnly(2020, 10, 19)));
    }

    [Fact]
    public void TypesOn_SomeKindsMissing_ShareTheWholeAmongTheOthers()
    {
        var day = new DateOnly(2020, 11, 4);

        Assert.Equal(1, _curve.TypesOn(day, _all).Sum(type => type.Part), 0.0001);
        Assert.Equal(821.0 / 2616, _curve.TypesOn(day, _all).Single(type => type.Type == SchoolType.Primary).Part, 0.0001);
        Assert.Equal([(SchoolType.Primary, 1.0)], _curve.TypesOn(day, [SchoolType.Primary]));
    }

    [Fact]
    public void ContactsPerCase_OfTheWorstWeek_AreThoseThatWereIsolated() =>
        Assert.Equal(24_908.0 / 2616, _curve.ContactsPerCaseOn(new DateOnly(2020, 11, 5)), 0.0001);
}
