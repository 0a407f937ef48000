using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Tests.Domain.Cases;

namespace CovidSchoolReporting.Tests.Domain.Rosters;

public sealed class RosterDraftValidatorTests
{
    private static readonly RosterDraftValidator _rules = Rulebook.RosterRules;

    private static readonly SiteChoice _here = new(7, "Scuola primaria Calvino", SchoolType.Primary, Rulebook.Place("F205"));
    private static readonly SiteChoice _there = new(8, "Scuola primaria D'Angelo", SchoolType.Primary, Rulebook.Place("F205"));

    private static readonly RosterSetting _setting = new([_here, _there], _here);

    [Fact]
    public void Check_OnlyWhoItIs_IsEnough() => Assert.Empty(Check(draft =>
        (draft.FiscalCode, draft.Domicile, draft.Phone, draft.Address, draft.Sex) = ("", "", "", "", null)));

    [Theory]
    [InlineData(nameof(RosterDraft.Surname))]
    [InlineData(nameof(RosterDraft.Name))]
    [InlineData(nameof(RosterDraft.BirthDate))]
    [InlineData(nameof(RosterDraft.ClassName))]
    [InlineData(nameof(RosterDraft.Section))]
    public void Check_WithoutWhatTellsAPupil_IsAnError(string field) =>
        Rulebook.OnlyError(Check(draft => typeof(RosterDraft).GetProperty(field)!.SetValue(draft, " ")), field, RuleCodes.Required);

    [Fact]
    public void Check_StaffOfTheWholeSchool_NeedNoClass() =>
        Assert.Empty(Check(draft => (draft.Role, draft.ClassName, draft.Section, draft.BirthDate) = (PersonRole.AuxiliaryStaff, "", "", "13/01/1980")));

    [Fact]
    public void Check_StaffOfAClass_NeedItsSectionToo() => Rulebook.OnlyError(
        Check(draft => (draft.Role, draft.ClassName, draft.Section, draft.BirthDate) = (PersonRole.Teacher, "5", "", "13/01/1980")),
        nameof(RosterDraft.Section), RuleCodes.Required);

    [Fact]
    public void Check_WhatIsWritten_MustBeRight() => Assert.Equal(
        [RuleCodes.NotAMunicipality, RuleCodes.NotAPhone, RuleCodes.FiscalCodeCheckLetter],
        Check(draft => (draft.FiscalCode, draft.Domicile, draft.Phone) = ("RSSMRA10C01F205A", "Castro", "casa")).Select(f => f.Code));

    [Theory]
    [InlineData("")] // the one that was chosen for the list
    [InlineData("scuola primaria CALVINO")]
    [InlineData("Scuola primaria Dangelo")]
    public void Check_PlessoOfOnesOwn_IsRight(string site) => Assert.Empty(Check(draft => draft.SchoolSite = site));

    [Fact]
    public void Check_AnotherPlesso_IsAnError() => Rulebook.OnlyError(
        Check(draft => draft.SchoolSite = "Liceo Volta"), nameof(RosterDraft.SchoolSite), RuleCodes.NotASite);

    [Fact]
    public void Check_NoPlessoAtAll_IsAnError() => Rulebook.OnlyError(
        _rules.Check(Support.Rosters.Person(), _setting with { Chosen = null }), nameof(RosterDraft.SchoolSite), RuleCodes.Required);

    [Fact]
    public void Check_TwoPlessiOfOneName_DoNotSayWhich() => Rulebook.OnlyError(
        _rules.Check(
            Support.Rosters.Person(change: draft => draft.SchoolSite = _here.Name),
            _setting with { Sites = [_here, _there with { Name = _here.Name }] }),
        nameof(RosterDraft.SchoolSite), RuleCodes.NotASite);

    [Fact]
    public void IdentityOf_TeacherInTwoClasses_StandsInEachOnce()
    {
        var (first, again, other) = (Teacher("5", "B"), Teacher(" 5", "b"), Teacher("4", "A"));

        Assert.True(_rules.IdentityOf(first)!.IsSameAs(_rules.IdentityOf(again)!));
        Assert.False(_rules.IdentityOf(first)!.IsSameAs(_rules.IdentityOf(other)!));
    }

    [Fact]
    public void IdentityOf_PupilInTwoClasses_IsOnePupil() => Assert.True(
        _rules.IdentityOf(Support.Rosters.Person())!.IsSameAs(_rules.IdentityOf(Support.Rosters.Person(change: d => d.ClassName = "4"))!));

    private static RosterDraft Teacher(string className, string section) => Support.Rosters.Person(change: draft =>
        (draft.Role, draft.ClassName, draft.Section, draft.BirthDate) = (PersonRole.Teacher, className, section, "13/01/1980"));

    private static IReadOnlyList<Finding> Check(Action<RosterDraft> change) =>
        Rulebook.In("it", () => _rules.Check(Support.Rosters.Person(change: change), _setting));
}
