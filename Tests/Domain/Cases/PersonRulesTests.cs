using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;
using static CovidSchoolReporting.Tests.Domain.Cases.Rulebook;

namespace CovidSchoolReporting.Tests.Domain.Cases;

/// <summary>The rules of names, ages, telephones and comuni, which a case and a contact share.</summary>
public sealed class PersonRulesTests
{
    [Theory]
    [InlineData("D'Angelò-Müller")]
    [InlineData("D’Angelo")]
    [InlineData("De Sanctis Maria Grazia")]
    [InlineData("Nguyễn")]
    [InlineData("Łukasz")]
    [InlineData("St. John")]
    [InlineData(" Rossi ")]
    public void Check_NamesThatPeopleBear_AreRight(string surname)
    {
        Assert.Empty(CheckCase(d => d.Surname = surname));
        Assert.Empty(CheckContact(d => d.Surname = surname));
    }

    [Theory]
    [InlineData("Rossi😀", RuleCodes.ForbiddenCharacters)]
    [InlineData("👨‍👩‍👧", RuleCodes.ForbiddenCharacters)]
    [InlineData("Ros\u0000si", RuleCodes.ForbiddenCharacters)]
    [InlineData("Ros\u0007si", RuleCodes.ForbiddenCharacters)]
    [InlineData("Ros\nsi", RuleCodes.ForbiddenCharacters)]
    [InlineData("Ros\u202Esi", RuleCodes.ForbiddenCharacters)]
    [InlineData("Ros\uE000si", RuleCodes.ForbiddenCharacters)]
    [InlineData("R0ssi", RuleCodes.NotAName)]
    [InlineData("Rossi; DROP TABLE", RuleCodes.NotAName)]
    [InlineData("<b>Rossi</b>", RuleCodes.NotAName)]
    [InlineData("-", RuleCodes.NotAName)]
    [InlineData("   ", RuleCodes.Required)]
    public void Check_TextThatIsNoName_IsAnErrorAtTheField(string typed, string code)
    {
        OnlyError(CheckCase(d => d.Surname = typed), nameof(PersonDraft.Surname), code);
        OnlyError(CheckContact(d => d.Name = typed), nameof(PersonDraft.Name), code);
    }

    [Fact]
    public void Check_HalfASurrogatePair_IsAForbiddenCharacter() => OnlyError(
        CheckCase(d => d.Surname = "Rossi" + '\uD83D'), nameof(PersonDraft.Surname), RuleCodes.ForbiddenCharacters);

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    [InlineData(30_000, false)]
    public void Check_LongName_IsRightUpToTheLimit(int length, bool right)
    {
        var findings = CheckContact(d => d.Surname = new string('a', length));

        if (right)
        {
            Assert.Empty(findings);
        }
        else
        {
            OnlyError(findings, nameof(PersonDraft.Surname), RuleCodes.TooLong);
            Assert.Contains("60", findings[0].Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Check_ThirtyThousandCharactersInEveryField_IsAnErrorAtEachOfThem()
    {
        var flooded = new CaseDraft();
        var texts = typeof(CaseDraft).GetProperties().Where(p => p.PropertyType == typeof(string)).ToList();
        texts.ForEach(p => p.SetValue(flooded, new string('a', 30_000)));
        flooded.FiscalCodeUnavailable = true;
        var withCode = new CaseDraft { FiscalCode = flooded.FiscalCode };

        var fields = CaseRules.Check(flooded, OneSite).Concat(CaseRules.Check(withCode, OneSite).Where(f => f.Code != RuleCodes.Required))
            .Where(f => f.IsError).Select(f => f.Field);

        Assert.Empty(texts.Select(p => p.Name).Except(fields));
    }

    [Theory]
    [InlineData("1😀")]
    [InlineData("1️⃣")]
    [InlineData("5\t")]
    [InlineData("5\u2028B")]
    public void Check_SymbolsInClassOrSection_AreErrors(string typed)
    {
        OnlyError(CheckCase(d => d.ClassName = typed + "B"), nameof(PersonDraft.ClassName), RuleCodes.ForbiddenCharacters);
        OnlyError(CheckContact(d => d.Section = typed + "B"), nameof(PersonDraft.Section), RuleCodes.ForbiddenCharacters);
    }

    [Theory]
    [InlineData("5ª")]
    [InlineData("5^")]
    [InlineData("5°")]
    [InlineData("Bolla \"Api & Farfalle\"")]
    public void Check_ClassAsSchoolsWriteIt_IsRight(string typed) => Assert.Empty(CheckCase(d => d.ClassName = typed));

    [Theory]
    [InlineData("+39 02 1234567")]
    [InlineData("02/1234567")]
    [InlineData("02-1234567")]
    [InlineData("333 1234567")]
    [InlineData("0039 333 1234567")]
    [InlineData("+41 91 123 45 67")]
    public void Check_PhonesAsPeopleTypeThem_AreRight(string phone) => Assert.Empty(CheckCase(d => d.Phone = d.ReferentPhone = phone));

    [Theory]
    [InlineData("02 CASA", RuleCodes.NotAPhone)]
    [InlineData("12345", RuleCodes.NotAPhone)]
    [InlineData("+39", RuleCodes.NotAPhone)]
    [InlineData("1234567890123456789", RuleCodes.NotAPhone)]
    [InlineData("☎ 021234567", RuleCodes.NotAPhone)]
    [InlineData("", RuleCodes.Required)]
    public void Check_TextThatIsNoPhone_IsAnError(string phone, string code)
    {
        OnlyError(CheckCase(d => d.ReferentPhone = phone), nameof(CaseDraft.ReferentPhone), code);
        OnlyError(CheckContact(d => d.Phone = phone), nameof(PersonDraft.Phone), code);
    }

    [Theory]
    [InlineData("31/02/2010", RuleCodes.NotADate)]
    [InlineData("29/02/2019", RuleCodes.NotADate)]
    [InlineData("01/13/2010", RuleCodes.NotADate)]
    [InlineData("marzo", RuleCodes.NotADate)]
    [InlineData("", RuleCodes.Required)]
    [InlineData("26/11/2020", RuleCodes.BirthInFuture)]
    [InlineData("24/11/1900", RuleCodes.BirthTooLongAgo)]
    [InlineData("01/01/1850", RuleCodes.BirthTooLongAgo)]
    public void Check_WrongBirthDate_IsAnError(string born, string code) => Assert.Contains(
        (nameof(PersonDraft.BirthDate), code, FindingWeight.Error),
        CheckContact(d => d.BirthDate = born).Told());

    [Theory]
    [InlineData("29/02/2012")]
    [InlineData("1/3/10")]
    [InlineData("01-03-2010")]
    [InlineData("010310")]
    public void Check_BirthDateAsPeopleTypeIt_IsRight(string born) => Assert.Empty(CheckContact(d => d.BirthDate = born));

    [Fact]
    public void Check_BornToday_IsRightForAPupil() =>
        Assert.Empty(CheckContact(d => (d.BirthDate, d.LastContactDate) = ("25/11/2020", "25/11/2020"), NoOthers with { Window = null, LastDayAttended = new(2020, 11, 25) }));

    [Theory]
    [InlineData("25/11/1900", true)]
    [InlineData("24/11/1900", false)]
    public void Check_BirthDate_IsAnErrorOnlyBeyond120Years(string born, bool right) =>
        Assert.Equal(right, CheckContact(d => (d.Role, d.BirthDate) = (PersonRole.OtherStaff, born)).Count == 0);

    [Theory]
    [InlineData(PersonRole.Pupil, "26/11/1994", null)] // 25, the last day before 26
    [InlineData(PersonRole.Pupil, "25/11/1994", RuleCodes.PupilTooOld)] // 26 today
    [InlineData(PersonRole.Teacher, "25/11/1994", null)]
    [InlineData(PersonRole.Teacher, "25/11/2004", null)] // 16 today
    [InlineData(PersonRole.Teacher, "26/11/2004", RuleCodes.OperatorTooYoung)]
    [InlineData(PersonRole.AuxiliaryStaff, "26/11/2004", RuleCodes.OperatorTooYoung)]
    [InlineData(PersonRole.EarlyYearsEducator, "01/03/2010", RuleCodes.OperatorTooYoung)]
    [InlineData(PersonRole.Pupil, "26/11/2004", null)]
    public void Check_AgeAtTheBoundary_WarnsFromTheBirthdayOn(PersonRole role, string born, string? code)
    {
        foreach (var findings in new[]
        {
            CheckCase(d => (d.Role, d.BirthDate) = (role, born)),
            CheckContact(d => (d.Role, d.BirthDate) = (role, born)),
        })
        {
            if (code is null)
            {
                Assert.Empty(findings);
            }
            else
            {
                OnlyWarning(findings, nameof(PersonDraft.BirthDate), code);
            }
        }
    }

    [Theory]
    [InlineData("Castro")]
    [InlineData("livo")]
    [InlineData("Peglio")]
    [InlineData("SAMONE")]
    [InlineData("San Teodoro")]
    [InlineData("Castro (MI)")]
    public void Check_ComuneThatTwoBear_IsAskedWithItsProvince(string typed) =>
        OnlyError(CheckContact(d => d.Domicile = typed), nameof(PersonDraft.Domicile), RuleCodes.NotAMunicipality);

    [Theory]
    [InlineData("Castro (BG)", "Castro (LE)")]
    [InlineData("Livo (CO)", "Livo (TN)")]
    [InlineData("Peglio (CO)", "Peglio (PU)")]
    [InlineData("Samone (TN)", "Samone (TO)")]
    [InlineData("San Teodoro (ME)", "San Teodoro (OT)")]
    public void Check_HomonymWithItsProvince_IsRight(params string[] labels) =>
        Assert.All(labels, label => Assert.Empty(CheckContact(d => d.Domicile = label)));
}
