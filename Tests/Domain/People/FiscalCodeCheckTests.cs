using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Tests.Domain.Places;

namespace CovidSchoolReporting.Tests.Domain.People;

public sealed class FiscalCodeCheckTests
{
    private const string Girl = "BRMGLI09C71F205U";
    private static readonly DateOnly _born = new(2009, 3, 31);

    [Fact]
    public void Compare_EverythingAgrees_FindsNothing() =>
        Assert.Empty(Compare(Girl, "Brambilla", "Giulia", _born, Sex.Female));

    [Fact]
    public void Compare_Omocode_FindsNothing() =>
        Assert.Empty(Compare("BRMGLIL9C7MF2L5A", "BRAMBILLA", "giulia", _born, Sex.Female));

    [Theory]
    [InlineData(2009, 3, 30)]
    [InlineData(2009, 4, 30)]
    [InlineData(2010, 3, 31)]
    public void Compare_AnotherBirthDate_IsAnError(int year, int month, int day) =>
        Assert.Equal(
            [new FiscalCodeFinding(FiscalCodeDiscrepancy.BirthDateDiffers, DiscrepancySeverity.Error)],
            Compare(Girl, "Brambilla", "Giulia", new DateOnly(year, month, day), Sex.Female));

    [Fact]
    public void Compare_SameDayOfAnotherCentury_Agrees() =>
        Assert.Empty(Compare(Girl, "Brambilla", "Giulia", new DateOnly(1909, 3, 31), Sex.Female));

    [Fact]
    public void Compare_AnotherSex_IsAnError() =>
        Assert.Equal(
            [new FiscalCodeFinding(FiscalCodeDiscrepancy.SexDiffers, DiscrepancySeverity.Error)],
            Compare(Girl, "Brambilla", "Giulia", _born, Sex.Male));

    [Theory]
    [InlineData("Bianchi", "Giulia", FiscalCodeDiscrepancy.SurnameDiffers)]
    [InlineData("Brambilla", "Marta", FiscalCodeDiscrepancy.NameDiffers)]
    public void Compare_AnotherNameOrSurname_IsAWarning(string surname, string name, FiscalCodeDiscrepancy expected) =>
        Assert.Equal(
            [new FiscalCodeFinding(expected, DiscrepancySeverity.Warning)],
            Compare(Girl, surname, name, _born, Sex.Female));

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "  ")]
    [InlineData("Қазақ", "Әсел")] // no Latin letter: nothing can be said
    public void Compare_NothingDeclared_FindsNothing(string? surname, string? name) =>
        Assert.Empty(Compare(Girl, surname, name, null, null));

    [Theory]
    [InlineData("BRMGLI09C71Z999V")]
    [InlineData("BRMGLI09C71M999I")]
    public void Compare_PlaceInNoTable_IsAWarning(string code) =>
        Assert.Equal(
            [new FiscalCodeFinding(FiscalCodeDiscrepancy.PlaceUnknown, DiscrepancySeverity.Warning)],
            Compare(code, "Brambilla", "Giulia", _born, Sex.Female));

    [Fact]
    public void Compare_BornWhereTheComuneNoLongerWas_IsAWarning()
    {
        var code = WithRightCheckLetter("BRMGLI20A41L768"); // Vermezzo, suppressed in February 2019

        Assert.Equal(
            [new FiscalCodeFinding(FiscalCodeDiscrepancy.PlaceNotValidAtBirth, DiscrepancySeverity.Warning)],
            Compare(code, "Brambilla", "Giulia", new DateOnly(2020, 1, 1), Sex.Female));
        Assert.Empty(Compare(code, "Brambilla", "Giulia", new DateOnly(1920, 1, 1), Sex.Female));
    }

    [Fact]
    public void Compare_BirthDateWrongAndPlaceSuppressed_SaysOnlyTheDate()
    {
        var code = WithRightCheckLetter("BRMGLI18A41L768");

        Assert.Equal(
            [FiscalCodeDiscrepancy.BirthDateDiffers],
            Compare(code, "Brambilla", "Giulia", new DateOnly(2020, 1, 1), Sex.Female).Select(finding => finding.Discrepancy));
    }

    [Theory]
    [InlineData("98765432053")]
    [InlineData("STP0301230001234")]
    [InlineData("ENI0301230004321")]
    public void Compare_CodeThatIsNotPersonal_FindsNothing(string code) =>
        Assert.Empty(Compare(code, "Brambilla", "Giulia", _born, Sex.Female));

    [Fact]
    public void Compare_EverythingDiffers_PutsErrorsFirst()
    {
        var findings = Compare("BRMGLI09C71Z999V", "Rossi", "Mario", new DateOnly(1980, 1, 1), Sex.Male);

        Assert.Equal(
            [
                FiscalCodeDiscrepancy.BirthDateDiffers, FiscalCodeDiscrepancy.SexDiffers,
                FiscalCodeDiscrepancy.SurnameDiffers, FiscalCodeDiscrepancy.NameDiffers, FiscalCodeDiscrepancy.PlaceUnknown,
            ],
            findings.Select(finding => finding.Discrepancy));
    }

    private static IReadOnlyList<FiscalCodeFinding> Compare(
        string text, string? surname, string? name, DateOnly? birthDate, Sex? sex)
    {
        var code = FiscalCode.TryParse(text, out _);
        Assert.NotNull(code);
        return FiscalCodeCheck.Compare(code, surname, name, birthDate, sex, LoadedPlaces.Register);
    }

    private static string WithRightCheckLetter(string fifteen) =>
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ".Select(letter => fifteen + letter).Single(text => FiscalCode.TryParse(text, out _) is not null);
}
