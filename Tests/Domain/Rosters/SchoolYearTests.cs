using CovidSchoolReporting.Domain.Rosters;

namespace CovidSchoolReporting.Tests.Domain.Rosters;

public sealed class SchoolYearTests
{
    private static readonly SchoolYear _usual = new(8, 31);

    [Theory]
    [InlineData("2020-11-25", "2021-08-31")]
    [InlineData("2021-08-31", "2021-08-31")]
    [InlineData("2021-09-01", "2022-08-31")]
    [InlineData("2020-12-31", "2021-08-31")]
    public void EndOf_Day_IsTheLastDayOfItsSchoolYear(string day, string end) =>
        Assert.Equal(DateOnly.Parse(end, null), _usual.EndOf(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2021-08-31", "2020-08-31")] // the last day still belongs to the year
    [InlineData("2021-09-01", "2021-08-31")]
    [InlineData("2020-11-25", "2020-08-31")]
    public void LastEndBefore_Today_IsOver(string today, string end) =>
        Assert.Equal(DateOnly.Parse(end, null), _usual.LastEndBefore(DateOnly.Parse(today, null)));

    [Theory]
    [InlineData("06-30", 6, 30)]
    [InlineData("08-31", 8, 31)]
    public void TryParse_DayOfEveryYear_IsRead(string text, int month, int day) =>
        Assert.Equal(new SchoolYear(month, day), SchoolYear.TryParse(text));

    [Theory]
    [InlineData("02-29")] // not every year has it
    [InlineData("31-08")]
    [InlineData("8-31")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_AnythingElse_IsNoSchoolYear(string? text) => Assert.Null(SchoolYear.TryParse(text));
}
