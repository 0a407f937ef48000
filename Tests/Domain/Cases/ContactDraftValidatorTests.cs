using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rules;
using static CovidSchoolReporting.Tests.Domain.Cases.Rulebook;

namespace CovidSchoolReporting.Tests.Domain.Cases;

public sealed class ContactDraftValidatorTests
{
    private const string Day = nameof(ContactDraft.LastContactDate);
    private const string Surname = nameof(ContactDraft.Surname);

    // One person, as issued and after omocodia: Brambilla Giulia, born 31/03/2009 in Milano.
    private const string Giulia = "BRMGLI09C71F205U";
    private const string GiuliaOmocode = "BRMGLIL9C7MF2L5A";

    private static readonly DateOnly _born = new(2010, 1, 13);

    [Fact]
    public void Check_EverythingRight_FindsNothing() => Assert.Empty(CheckContact(_ => { }));

    [Theory]
    [InlineData("", RuleCodes.LastContactRequired)]
    [InlineData("  ", RuleCodes.LastContactRequired)]
    [InlineData("31/02/2020", RuleCodes.NotADate)]
    [InlineData("26/11/2020", RuleCodes.LastContactInFuture)]
    [InlineData("12/01/2010", RuleCodes.BornAfterEvent)]
    public void Check_WrongDayOfContact_IsAnError(string typed, string code) =>
        OnlyError(CheckContact(d => d.LastContactDate = typed), Day, code);

    [Theory]
    [InlineData("19/11/2020")]
    [InlineData("20/11/2020")]
    public void Check_DayInsideTheWindow_IsRight(string typed) => Assert.Empty(CheckContact(d => d.LastContactDate = typed));

    [Theory]
    [InlineData("18/11/2020")]
    [InlineData("21/11/2020")]
    [InlineData("25/11/2020")]
    public void Check_DayOutsideTheWindow_AsksWhyAndNamesTheDays(string typed)
    {
        var findings = CheckContact(d => d.LastContactDate = typed);

        OnlyAsksWhy(findings, Day, RuleCodes.LastContactOutsideWindow);
        Assert.Contains("dal 19/11/2020 al 20/11/2020", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_CaseAwayBeforeTheWindowBegan_AsksWhyForAnyDay()
    {
        var away = NoOthers with { Window = new ContactWindow(new DateOnly(2020, 11, 21), new DateOnly(2020, 11, 20)) };

        OnlyAsksWhy(CheckContact(d => d.LastContactDate = "20/11/2020", away), Day, RuleCodes.NoContactDays);
        OnlyAsksWhy(CheckContact(d => d.LastContactDate = "21/11/2020", away), Day, RuleCodes.NoContactDays);
    }

    [Theory]
    [InlineData("01/09/2020", null)]
    [InlineData("20/11/2020", null)]
    [InlineData("21/11/2020", RuleCodes.LastContactAfterLastDay)]
    public void Check_NeitherSwabNorOnsetKnown_AsksWhyOnlyAfterTheLastDay(string typed, string? code)
    {
        var findings = CheckContact(d => d.LastContactDate = typed, NoOthers with { Window = null });

        if (code is null)
        {
            Assert.Empty(findings);
        }
        else
        {
            OnlyAsksWhy(findings, Day, code);
        }
    }

    [Theory]
    [InlineData(Giulia, GiuliaOmocode)]
    [InlineData(GiuliaOmocode, Giulia)]
    [InlineData(Giulia, "brm gli 09c71 f205u")]
    public void Check_SameCodeWithOrWithoutOmocodia_IsTheSamePerson(string known, string typed)
    {
        var setting = NoOthers with { Others = [Person("Altro", "Nome", null, known)] };

        OnlyWarning(CheckContact(d => IsGiulia(d, typed), setting), Surname, RuleCodes.SameAsContact);
    }

    [Theory]
    [InlineData("Valeri", "Valerio")]
    [InlineData("VALERI", "valerio")]
    [InlineData("Valèri", "Valerio ")]
    public void Check_SameNameAndBirthDate_IsTheSamePerson(string surname, string name) => OnlyWarning(
        CheckContact(d => (d.Surname, d.Name) = (surname, name), NoOthers with { Others = [Person("Valeri", "Valerio", _born)] }),
        Surname, RuleCodes.SameAsContact);

    [Fact]
    public void Check_SameNameAnotherBirthDate_IsAnotherPerson() =>
        Assert.Empty(CheckContact(_ => { }, NoOthers with { Others = [Person("Valeri", "Valerio", _born.AddDays(1))] }));

    [Fact]
    public void Check_SamePersonOnceWithAndOnceWithoutCode_IsFoundByNameAndBirthDate()
    {
        var withCode = NoOthers with { Others = [Person("Brambilla", "Giulia", new DateOnly(2009, 3, 31), Giulia)] };

        OnlyWarning(
            CheckContact(d => (d.Surname, d.Name, d.BirthDate) = ("Brambilla", "Giulia", "31/03/2009"), withCode),
            Surname, RuleCodes.SameAsContact);
    }

    [Fact]
    public void Check_CodeLeftInTheHiddenField_IsNotComparedOnceItIsNotAvailable()
    {
        var others = NoOthers with { Others = [Person("Brambilla", "Giulia", new DateOnly(2009, 3, 31), Giulia)] };

        Assert.Empty(CheckContact(d => d.FiscalCode = Giulia, others));
    }

    [Fact]
    public void Check_TheCaseAmongItsOwnContacts_Warns()
    {
        OnlyWarning(
            CheckContact(d => (d.Surname, d.Name, d.BirthDate) = ("rossi", "MARIO", "1/3/10")), Surname, RuleCodes.SameAsCase);
        OnlyWarning(
            CheckContact(d => IsGiulia(d, GiuliaOmocode), NoOthers with { Case = Person("Altro", "Nome", null, Giulia) }),
            Surname, RuleCodes.SameAsCase);
    }

    [Fact]
    public void Check_SameAsCaseAndAsContact_SaysBoth()
    {
        var both = NoOthers with { Others = [NoOthers.Case] };

        var findings = CheckContact(d => (d.Surname, d.Name, d.BirthDate) = ("Rossi", "Mario", "01/03/2010"), both);

        Assert.Equal([RuleCodes.SameAsCase, RuleCodes.SameAsContact], findings.Select(f => f.Code));
    }

    [Fact]
    public void Check_NameNotYetTyped_DoesNotCompare() => Assert.DoesNotContain(
        CheckContact(d => (d.Surname, d.Name) = ("", ""), NoOthers with { Others = [Person("", "", _born)] }),
        f => f.Code == RuleCodes.SameAsContact);

    [Fact]
    public void Check_Address_IsOptionalPlainText()
    {
        Assert.Empty(CheckContact(d => d.Address = "Via D'Annunzio 3/b, scala C - int. 4"));
        OnlyError(CheckContact(d => d.Address = "Via \u0001"), nameof(ContactDraft.Address), RuleCodes.ForbiddenCharacters);
        OnlyError(CheckContact(d => d.Address = new string('a', FieldLimits.Address + 1)), nameof(ContactDraft.Address), RuleCodes.TooLong);
    }

    [Fact]
    public void Check_NothingTyped_NamesEachRequiredField()
    {
        var findings = ContactRules.Check(new ContactDraft(), NoOthers);

        Assert.All(findings, f => Assert.True(f.IsError));
        Assert.Equal(
            [
                nameof(ContactDraft.BirthDate), nameof(ContactDraft.ClassName), nameof(ContactDraft.Domicile),
                nameof(ContactDraft.FiscalCode), Day, nameof(ContactDraft.Name), nameof(ContactDraft.Phone),
                nameof(ContactDraft.Role), nameof(ContactDraft.Section), Surname,
            ],
            findings.Select(f => f.Field).Order(StringComparer.Ordinal));
    }

    private static void IsGiulia(ContactDraft draft, string code)
    {
        (draft.Surname, draft.Name, draft.BirthDate) = ("Brambilla", "Giulia", "31/03/2009");
        draft.HasCode(code);
    }
}
