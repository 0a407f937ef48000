using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Support;
using static CovidSchoolReporting.Tests.Domain.Cases.Rulebook;

namespace CovidSchoolReporting.Tests.Domain.Cases;

/// <summary>What the form says of a codice fiscale beside the other fields of the person.</summary>
public sealed class FiscalCodeRulesTests
{
    private const string Field = nameof(PersonDraft.FiscalCode);

    [Theory]
    [InlineData(Drafts.MarioRossi)]
    [InlineData(" rssmra 10c01 f205i ")]
    [InlineData("RSS-MRA-10C01-F205I")]
    [InlineData("STP1234567890123")]
    [InlineData("ENI1234567890123")]
    public void Check_CodeOfThePerson_IsRightHoweverItIsTyped(string code) => Assert.Empty(CheckCase(d => d.HasCode(code)));

    [Theory]
    [InlineData("", RuleCodes.Required)]
    [InlineData("RSSMRA10C01F205", RuleCodes.FiscalCodeFormat)]
    [InlineData("RSSMRA10C01F205IX", RuleCodes.FiscalCodeFormat)]
    [InlineData("RSSMRA10K01F205I", RuleCodes.FiscalCodeImpossibleDate)]
    [InlineData("RSSMRA10C32F205I", RuleCodes.FiscalCodeImpossibleDate)]
    [InlineData("RSSMRA10B30F205I", RuleCodes.FiscalCodeImpossibleDate)]
    [InlineData("RSSMRA10C01F205A", RuleCodes.FiscalCodeCheckLetter)]
    [InlineData("12345678900", RuleCodes.FiscalCodeProvisionalCheck)]
    [InlineData("00000000000", RuleCodes.FiscalCodeFormat)]
    [InlineData("STP12345678901", RuleCodes.FiscalCodeFormat)]
    public void Check_TextThatIsNoCode_IsAnError(string code, string rule) => OnlyError(CheckCase(d => d.HasCode(code)), Field, rule);

    [Fact]
    public void Check_ProvisionalCodeWithItsCheckDigit_IsRight()
    {
        var right = "0123456789".Select(digit => "1234567890" + digit).Single(code => FiscalCode.TryParse(code, out _) is not null);

        Assert.Empty(CheckCase(d => d.HasCode(right)));
    }

    [Fact]
    public void Check_AnotherBirthDate_IsAnErrorThatNamesTheCodesOwn()
    {
        var findings = CheckCase(d =>
        {
            d.HasCode(Drafts.MarioRossi);
            d.BirthDate = "02/03/2010";
        });

        OnlyError(findings, Field, RuleCodes.FiscalCodeBirthDate);
        Assert.Contains("01/03/2010", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AnotherSex_IsAnError() => OnlyError(
        CheckCase(d =>
        {
            d.HasCode(Drafts.MarioRossi);
            d.Sex = Sex.Female;
        }),
        Field, RuleCodes.FiscalCodeSex);

    [Fact]
    public void Check_SexAsInTheCodeOrNotGiven_IsRight() => Assert.All<Sex?>(
        [Sex.Male, null],
        sex => Assert.Empty(CheckCase(d =>
        {
            d.HasCode(Drafts.MarioRossi);
            d.Sex = sex;
        })));

    [Theory]
    [InlineData("Verdi", "Mario", RuleCodes.FiscalCodeSurname)]
    [InlineData("Rossi", "Luca", RuleCodes.FiscalCodeName)]
    public void Check_AnotherName_Warns(string surname, string name, string rule) => OnlyWarning(
        CheckCase(d =>
        {
            d.HasCode(Drafts.MarioRossi);
            (d.Surname, d.Name) = (surname, name);
        }),
        Field, rule);

    [Fact]
    public void Check_TheManualsOwnExample_WarnsOfBothNamesAndDoesNotBlock()
    {
        var findings = CheckContact(d =>
        {
            d.HasCode("CRCLSN75H05I690S");
            (d.Surname, d.Name, d.BirthDate, d.Role) = ("ERCOLI", "ALFREDO", "05/06/1975", PersonRole.Teacher);
        });

        Assert.Equal(
            [(Field, RuleCodes.FiscalCodeSurname, FindingWeight.Warning), (Field, RuleCodes.FiscalCodeName, FindingWeight.Warning)],
            findings.Told());
    }

    [Fact]
    public void Check_PlaceInNoTable_WarnsAndNamesThePlace()
    {
        var findings = CheckCase(d => d.HasCode(Completed("RSSMRA10C01Z999")));

        OnlyWarning(findings, Field, RuleCodes.FiscalCodePlace);
        Assert.Contains("Z999", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_CodeOfAWhollyOtherPerson_BlocksForTheDateAndWarnsForTheNames()
    {
        var findings = CheckContact(d => d.HasCode(Drafts.MarioRossi));

        Assert.Equal(
            [
                (Field, RuleCodes.FiscalCodeBirthDate, FindingWeight.Error),
                (Field, RuleCodes.FiscalCodeSurname, FindingWeight.Warning),
                (Field, RuleCodes.FiscalCodeName, FindingWeight.Warning),
            ],
            findings.Told());
    }

    [Theory]
    [InlineData("", RuleCodes.FiscalCodeReason)]
    [InlineData("  ", RuleCodes.FiscalCodeReason)]
    [InlineData("😀", RuleCodes.ForbiddenCharacters)]
    public void Check_CodeNotAvailableWithoutAReason_IsAnError(string reason, string rule) => OnlyError(
        CheckContact(d => d.FiscalCodeUnavailableReason = reason), nameof(PersonDraft.FiscalCodeUnavailableReason), rule);

    [Fact]
    public void Check_LongReason_IsRightUpToTheLimit()
    {
        Assert.Empty(CheckContact(d => d.FiscalCodeUnavailableReason = new string('a', FieldLimits.Reason)));
        OnlyError(
            CheckContact(d => d.FiscalCodeUnavailableReason = new string('a', FieldLimits.Reason + 1)),
            nameof(PersonDraft.FiscalCodeUnavailableReason), RuleCodes.TooLong);
    }

    [Fact]
    public void Check_CodeNotAvailable_DoesNotJudgeTheHiddenField() => Assert.Empty(CheckContact(d => d.FiscalCode = "ABC"));

    [Fact]
    public void Check_CodeGiven_DoesNotAskForAReason() => Assert.Empty(CheckCase(d => d.HasCode(Drafts.MarioRossi)));
}
