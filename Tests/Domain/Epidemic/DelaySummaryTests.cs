using CovidSchoolReporting.Domain.Epidemic;

namespace CovidSchoolReporting.Tests.Domain.Epidemic;

public sealed class DelaySummaryTests
{
    [Theory]
    [InlineData(new int[0], null, null)]
    [InlineData(new[] { 3 }, 3, 3)]
    [InlineData(new[] { 1, 9 }, 1, 9)]
    [InlineData(new[] { 5, 1, 3 }, 3, 5)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 7 }, 0, 0)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0, 0, 0, 6, 7 }, 0, 6)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 5, 9)]
    public void Of_Lengths_GivesWhatHalfAndNineTenthsDidNotExceed(int[] lengths, int? median, int? nineTenths)
    {
        var counts = lengths.GroupBy(length => length).Select(same => new DelayCount(DelayStep.SwabToReport, same.Key, same.Count())).ToList();

        var summary = DelaySummary.Of(counts).Single(one => one.Step == DelayStep.SwabToReport);

        Assert.Equal((lengths.Length, median, nineTenths), (summary.Reports, summary.Median, summary.NineTenths));
    }

    [Fact]
    public void Of_Nothing_StillNamesEveryStep() => Assert.Equal(Enum.GetValues<DelayStep>(), DelaySummary.Of([]).Select(summary => summary.Step));
}
