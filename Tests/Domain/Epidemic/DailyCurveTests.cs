using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Tests.Domain.Epidemic;

public sealed class DailyCurveTests
{
    private static readonly DateOnly _monday = new(2020, 11, 2);

    [Fact]
    public void Of_ByDay_HasABarForEachDayWithItsParts()
    {
        var figures = Figures(_monday, 3,
            new DayCount(_monday, SchoolType.Primary, RoleGroup.Pupils, 4, 0), new DayCount(_monday, SchoolType.Nursery, RoleGroup.Pupils, 1, 0),
            new DayCount(_monday.AddDays(2), SchoolType.Primary, RoleGroup.Teaching, 2, 0));

        Assert.Equal(["5,0,0", "0,0,0", "0,2,0"], Parts(DailyCurve.Of(figures, CurveStep.Day, CurveColours.Role)));
        Assert.Equal(["1,0,4,0,0,0", "0,0,0,0,0,0", "0,0,2,0,0,0"], Parts(DailyCurve.Of(figures, CurveStep.Day, CurveColours.SchoolType)));
    }

    [Fact]
    public void Of_Average_IsOfTheSevenDaysThatEndThere()
    {
        var figures = Figures(_monday, 2,
            new DayCount(_monday.AddDays(-6), SchoolType.Primary, RoleGroup.Pupils, 7, 0), new DayCount(_monday, SchoolType.Primary, RoleGroup.Pupils, 14, 0));

        Assert.Equal([3, 2], DailyCurve.Of(figures, CurveStep.Day, CurveColours.Role).Bars.Select(bar => bar.Average));
    }

    [Fact]
    public void Of_ByWeek_EndsOnSundaysAndWithThePeriod()
    {
        var wednesday = _monday.AddDays(2);
        var figures = Figures(wednesday, 14,
            new DayCount(wednesday, SchoolType.Primary, RoleGroup.Pupils, 1, 0), new DayCount(_monday.AddDays(6), SchoolType.Primary, RoleGroup.Pupils, 2, 0),
            new DayCount(_monday.AddDays(7), SchoolType.Primary, RoleGroup.Pupils, 4, 0), new DayCount(_monday.AddDays(15), SchoolType.Primary, RoleGroup.Pupils, 8, 0));

        var bars = DailyCurve.Of(figures, CurveStep.Week, CurveColours.Role).Bars;

        Assert.Equal(
            [(wednesday, _monday.AddDays(6), 3), (_monday.AddDays(7), _monday.AddDays(13), 4), (_monday.AddDays(14), _monday.AddDays(15), 8)],
            bars.Select(bar => (bar.From, bar.To, bar.Cases)));
    }

    [Fact]
    public void Of_OfficialCurve_IsAveragedOnlyWhereAllSevenDaysAreKnown()
    {
        var official = Enumerable.Range(-6, 7).Select(day => new OfficialCount(_monday.AddDays(day), 70));

        var curve = DailyCurve.Of(Figures(_monday, 2) with { Official = [.. official] }, CurveStep.Day, CurveColours.Role);

        Assert.Equal([70, null], curve.Bars.Select(bar => bar.Official));
        Assert.True(curve.HasOfficial);
        Assert.False(DailyCurve.Of(Figures(_monday, 2), CurveStep.Day, CurveColours.Role).HasOfficial);
    }

    private static IEnumerable<string> Parts(DailyCurve curve) => curve.Bars.Select(bar => string.Join(',', bar.Parts));

    private static EpidemicFigures Figures(DateOnly from, int days, params DayCount[] counts) => new()
    {
        Filter = new EpidemicFilter(from, from.AddDays(days - 1)),
        Days = counts,
        Official = [],
        Places = [],
        Schools = [],
        Classes = [],
        Delays = [],
        Waiting = [],
        CasesBefore = 0,
        ActiveClusters = 0,
    };
}
