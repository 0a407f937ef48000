using CovidSchoolReporting.Domain.Epidemic;

namespace CovidSchoolReporting.Tests.Domain.Epidemic;

public sealed class EpidemicPeriodTests
{
    private static readonly DateOnly _today = new(2020, 11, 25);

    [Theory]
    [InlineData(null, null, "2020-10-29", "2020-11-25", PeriodFault.None)]
    [InlineData("2020-11-02", "2020-11-08", "2020-11-02", "2020-11-08", PeriodFault.None)]
    [InlineData("2020-11-08", "2020-11-08", "2020-11-08", "2020-11-08", PeriodFault.None)]
    [InlineData("2020-09-01", null, "2020-09-01", "2020-09-28", PeriodFault.None)]
    [InlineData("2020-11-20", "", "2020-11-20", "2020-11-25", PeriodFault.None)]
    [InlineData("2020-12-24", null, "2020-12-24", "2020-12-24", PeriodFault.None)]
    [InlineData(null, "2020-11-08", "2020-10-12", "2020-11-08", PeriodFault.None)]
    [InlineData("2020-01-01", "2020-12-31", "2020-01-01", "2020-12-31", PeriodFault.None)]
    [InlineData("2020-01-01", "2021-01-01", "2020-10-29", "2020-11-25", PeriodFault.TooLong)]
    [InlineData("2010-11-25", "2020-11-25", "2020-10-29", "2020-11-25", PeriodFault.TooLong)]
    [InlineData("2020-11-08", "2020-11-02", "2020-10-29", "2020-11-25", PeriodFault.Backwards)]
    [InlineData("2020-02-31", "2020-11-02", "2020-10-29", "2020-11-25", PeriodFault.Malformed)]
    [InlineData("ieri", null, "2020-10-29", "2020-11-25", PeriodFault.Malformed)]
    [InlineData("2020-11-02", "02/11/2020", "2020-10-29", "2020-11-25", PeriodFault.Malformed)]
    [InlineData("0001-01-01", null, "2020-10-29", "2020-11-25", PeriodFault.Malformed)]
    [InlineData(null, "9999-12-31", "2020-10-29", "2020-11-25", PeriodFault.Malformed)]
    public void Read_DaysOfAnAddress_GiveThePeriodOrTheDefaultWithItsFault(
        string? from, string? to, string expectedFrom, string expectedTo, PeriodFault fault)
    {
        var period = EpidemicPeriod.Read(from, to, _today);

        Assert.Equal((expectedFrom, expectedTo, fault), (EpidemicPeriod.Write(period.From), EpidemicPeriod.Write(period.To), period.Fault));
    }
}
