using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Tests.Domain.People;

public sealed class FiscalCodeBirthDateTests
{
    private static readonly DateOnly _today = new(2020, 11, 25);

    [Theory]
    [InlineData("BRMGLI09C71F205U", PersonRole.Pupil, 2009, 3, 31)]
    [InlineData("CRCLSN75H05I690S", PersonRole.Pupil, 1975, 6, 5)] // 2075 lies ahead
    [InlineData("CRCLSN75H05I690S", PersonRole.Teacher, 1975, 6, 5)]
    [InlineData("MRNLCU00A01Z100P", PersonRole.Teacher, 2000, 1, 1)] // 20 rather than 120 years old
    [InlineData("BRMGLI09C71F205U", PersonRole.Teacher, 2009, 3, 31)] // neither 11 nor 111: the warning is about 11
    [InlineData("GLLRRA14M41C816O", PersonRole.EarlyYearsEducator, 2014, 8, 1)]
    [InlineData("VLLDRD00B29F205I", PersonRole.OtherStaff, 2000, 2, 29)] // 1900 had no such day
    [InlineData("BRMGLI09C71F205U", null, 2009, 3, 31)]
    [InlineData("CTTTTR61R02L768O", null, 1961, 10, 2)]
    [InlineData("TRTNNN26C01M439W", PersonRole.Pupil, 1926, 3, 1)]
    public void BirthDate_NothingDeclared_TakesTheLikelyCentury(string code, PersonRole? role, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Parsed(code).BirthDate(null, _today, role));

    [Fact]
    public void BirthDate_OperatorInTheirTwentiesInTheNextCentury_IsOfThatCentury() =>
        Assert.Equal(new DateOnly(2009, 3, 31), Parsed("BRMGLI09C71F205U").BirthDate(null, new DateOnly(2032, 1, 1), PersonRole.Teacher));

    [Fact]
    public void BirthDate_OperatorTooYoungInThisCentury_IsOfTheLastOne()
    {
        var code = Parsed("TRTNNN26C01M439W");

        Assert.Equal(new DateOnly(1926, 3, 1), code.BirthDate(null, new DateOnly(2026, 6, 1), PersonRole.AuxiliaryStaff));
        Assert.Equal(new DateOnly(2026, 3, 1), code.BirthDate(null, new DateOnly(2026, 6, 1), PersonRole.Pupil));
    }

    [Theory]
    [InlineData(1870)]
    [InlineData(1970)]
    public void BirthDate_DeclaredOneAgrees_ItDecidesTheCentury(int year)
    {
        var declared = new DateOnly(year, 8, 31);

        Assert.Equal(declared, Parsed("MNTMRA70M71C615I").BirthDate(declared, _today, PersonRole.Teacher));
    }

    [Fact]
    public void BirthDate_PupilDeclaredInTheLastCentury_IsBelieved()
    {
        var declared = new DateOnly(1909, 3, 31);

        Assert.Equal(declared, Parsed("BRMGLI09C71F205U").BirthDate(declared, _today, PersonRole.Pupil));
    }

    [Fact]
    public void BirthDate_DeclaredOneDiffers_TheCodeIsRead() =>
        Assert.Equal(
            new DateOnly(2009, 3, 31), Parsed("BRMGLI09C71F205U").BirthDate(new DateOnly(2009, 3, 30), _today, PersonRole.Pupil));

    [Fact]
    public void BirthDate_BornToday_IsToday() =>
        Assert.Equal(new DateOnly(2009, 3, 31), Parsed("BRMGLI09C71F205U").BirthDate(null, new DateOnly(2009, 3, 31), PersonRole.Pupil));

    [Fact]
    public void BirthDate_BornTomorrowOrACenturyAgo_IsNeverAhead() =>
        Assert.Equal(new DateOnly(1909, 3, 31), Parsed("BRMGLI09C71F205U").BirthDate(null, new DateOnly(2009, 3, 30), PersonRole.Pupil));

    [Fact]
    public void BirthDate_DeclaredAhead_IsNotBelieved() =>
        Assert.Equal(
            new DateOnly(1926, 3, 1), Parsed("TRTNNN26C01M439W").BirthDate(new DateOnly(2026, 3, 1), _today, PersonRole.Pupil));

    [Theory]
    [InlineData("98765432053")]
    [InlineData("STP0301230001234")]
    [InlineData("ENI0301230004321")]
    public void BirthDate_CodeThatIsNotPersonal_IsNull(string code) =>
        Assert.Null(Parsed(code).BirthDate(new DateOnly(2009, 3, 31), _today, PersonRole.Pupil));

    private static FiscalCode Parsed(string text)
    {
        var code = FiscalCode.TryParse(text, out _);
        Assert.NotNull(code);
        return code;
    }
}
