using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;
using static CovidSchoolReporting.Tests.Domain.Cases.Rulebook;

namespace CovidSchoolReporting.Tests.Domain.Cases;

public sealed class CaseDraftValidatorTests
{
    [Fact]
    public void Check_EverythingRight_FindsNothing() => Assert.Empty(CheckCase(_ => { }));

    [Fact]
    public void Check_NothingTyped_NamesEachRequiredFieldAndNoOther()
    {
        var findings = CaseRules.Check(new CaseDraft(), OneSite);

        Assert.All(findings, f => Assert.Equal((RuleCodes.Required, FindingWeight.Error), (f.Code, f.Weight)));
        string[] optional = [nameof(CaseDraft.SecondPhone), nameof(CaseDraft.PositiveSwabDate), nameof(CaseDraft.SymptomOnset)];
        string[] notAsked = [nameof(CaseDraft.FiscalCodeUnavailableReason), .. optional];
        var texts = typeof(CaseDraft).GetProperties().Where(p => p.PropertyType == typeof(string)).Select(p => p.Name);
        Assert.Equal(
            texts.Except(notAsked).Concat([nameof(CaseDraft.Role), nameof(CaseDraft.SchoolType)]).Order(),
            findings.Select(f => f.Field).Order());
    }

    [Theory]
    [InlineData("20/11/2020")]
    [InlineData("25/11/2020")]
    public void Check_LastDayUpToToday_IsRight(string day) =>
        Assert.Empty(CheckCase(d => d.LastDayAttended = day));

    [Theory]
    [InlineData("26/11/2020", RuleCodes.LastDayInFuture)]
    [InlineData("25/11/2021", RuleCodes.LastDayInFuture)]
    [InlineData("31/11/2020", RuleCodes.NotADate)]
    [InlineData("ieri", RuleCodes.NotADate)]
    [InlineData("", RuleCodes.Required)]
    public void Check_WrongLastDay_IsAnError(string day, string code) =>
        OnlyError(CheckCase(d => d.LastDayAttended = day), nameof(CaseDraft.LastDayAttended), code);

    [Theory]
    [InlineData("26/11/2020", RuleCodes.SwabInFuture)]
    [InlineData("31/02/2020", RuleCodes.NotADate)]
    public void Check_WrongSwabDay_IsAnError(string day, string code) =>
        OnlyError(CheckCase(d => d.PositiveSwabDate = day), nameof(CaseDraft.PositiveSwabDate), code);

    [Theory]
    [InlineData("26/11/2020", RuleCodes.OnsetInFuture)]
    [InlineData("0/11/2020", RuleCodes.NotADate)]
    public void Check_WrongOnsetDay_IsAnError(string day, string code) =>
        OnlyError(CheckCase(d => d.SymptomOnset = day), nameof(CaseDraft.SymptomOnset), code);

    [Fact]
    public void Check_SwabAndOnsetOfToday_AreRight() =>
        Assert.Empty(CheckCase(d => d.PositiveSwabDate = d.SymptomOnset = "25/11/2020"));

    [Fact]
    public void Check_BornAfterTheEvents_IsAnErrorAtEachDay()
    {
        var findings = CheckCase(d =>
        {
            d.BirthDate = "22/11/2020";
            d.SymptomOnset = "21/11/2020";
        });

        Assert.Equal(
            [nameof(CaseDraft.LastDayAttended), nameof(CaseDraft.PositiveSwabDate), nameof(CaseDraft.SymptomOnset)],
            findings.Where(f => f.Code == RuleCodes.BornAfterEvent && f.IsError).Select(f => f.Field));
        Assert.Equal(3, findings.Count);
    }

    [Theory]
    [InlineData("Roma (RM)", RuleCodes.MunicipalityOutsideTerritory)]
    [InlineData("Bergamo", RuleCodes.MunicipalityOutsideTerritory)]
    [InlineData("Atlantide", RuleCodes.NotAMunicipality)]
    [InlineData("Castro", RuleCodes.NotAMunicipality)]
    [InlineData("", RuleCodes.Required)]
    public void Check_PlessoNotInTheTerritory_IsAnError(string typed, string code) =>
        OnlyError(
            CheckCase(d => d.SiteMunicipality = typed, new CaseSetting([])), nameof(CaseDraft.SiteMunicipality), code);

    [Theory]
    [InlineData("Milano (MI)")]
    [InlineData("milano")]
    [InlineData("Lodi (LO)")]
    [InlineData("bertonico")]
    public void Check_PlessoInTheTerritory_IsRight(string typed) =>
        Assert.Empty(CheckCase(d => d.SiteMunicipality = typed, new CaseSetting([])));

    [Theory]
    [InlineData("Scuola primaria Volta", "Milano (MI)")]
    [InlineData("Scuola primaria Calvino", "Lodi (LO)")]
    public void Check_SchoolNotAmongTheInstitutesPlessi_Warns(string school, string municipality) =>
        OnlyWarning(
            CheckCase(d => (d.SchoolName, d.SiteMunicipality) = (school, municipality)),
            nameof(CaseDraft.SchoolName), RuleCodes.SchoolNotOfInstitute);

    [Theory]
    [InlineData("SCUOLA PRIMARIA CALVINO")]
    [InlineData("  scuola  primaria   calvino ")]
    public void Check_SchoolOfTheInstituteWrittenOtherwise_IsRight(string school) =>
        Assert.Empty(CheckCase(d => d.SchoolName = school));

    [Fact]
    public void Check_InstituteWithoutRegisteredPlessi_DoesNotWarnOfTheSchool() =>
        Assert.Empty(CheckCase(d => d.SchoolName = "Scuola qualsiasi", new CaseSetting([])));

    [Fact]
    public void Check_SecondPhone_IsOptionalButRightWhenGiven()
    {
        Assert.Empty(CheckCase(d => d.SecondPhone = " "));
        Assert.Empty(CheckCase(d => d.SecondPhone = "0371/12345"));
        OnlyError(CheckCase(d => d.SecondPhone = "nessuno"), nameof(CaseDraft.SecondPhone), RuleCodes.NotAPhone);
    }

    [Theory]
    [InlineData("referente")]
    [InlineData("referente@")]
    [InlineData("referente@scuola")]
    [InlineData("a b@scuola.it")]
    [InlineData("referente@scuola.it; altro@scuola.it")]
    public void Check_EmailThatNobodyCanReach_IsAnError(string email) =>
        OnlyError(CheckCase(d => d.ReferentEmail = email), nameof(CaseDraft.ReferentEmail), RuleCodes.NotAnEmail);

    [Fact]
    public void Check_ReferentName_TakesTwoNamesInOneField()
    {
        Assert.Empty(CheckCase(d => d.ReferentName = "D'Angelò-Müller Anna Maria"));
        OnlyError(CheckCase(d => d.ReferentName = "Anna 2"), nameof(CaseDraft.ReferentName), RuleCodes.NotAName);
        Assert.Empty(CheckCase(d => d.ReferentName = new string('a', FieldLimits.Name * 2)));
        OnlyError(
            CheckCase(d => d.ReferentName = new string('a', (FieldLimits.Name * 2) + 1)),
            nameof(CaseDraft.ReferentName), RuleCodes.TooLong);
    }

    [Fact]
    public void Check_SeveralFaults_TellsAllOfThemAtOnce()
    {
        var findings = CheckCase(d =>
        {
            d.Surname = "";
            d.Phone = "x";
            d.LastDayAttended = "26/11/2020";
            d.BirthDate = "01/01/1990";
        });

        Assert.Equal(
            [
                (nameof(CaseDraft.Surname), RuleCodes.Required, FindingWeight.Error),
                (nameof(CaseDraft.Phone), RuleCodes.NotAPhone, FindingWeight.Error),
                (nameof(CaseDraft.BirthDate), RuleCodes.PupilTooOld, FindingWeight.Warning),
                (nameof(CaseDraft.LastDayAttended), RuleCodes.LastDayInFuture, FindingWeight.Error),
            ],
            findings.Told());
    }

    [Fact]
    public void Check_RoleOfEveryKind_IsKnownToTheAgeRules()
    {
        foreach (var role in Enum.GetValues<PersonRole>())
        {
            var ageOf20 = CheckCase(d => (d.Role, d.BirthDate) = (role, "25/11/2000"));

            Assert.Empty(ageOf20);
        }
    }
}
