using System.Globalization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Tests.Domain.Places;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CovidSchoolReporting.Tests.Domain.Cases;

/// <summary>The rules as a form asks them, on 25/11/2020, with the sentences in Italian unless a test asks otherwise.</summary>
internal static class Rulebook
{
    public static readonly PortalClock Clock = new(new FakeTimeProvider(TestPortal.Start));

    public static readonly CaseDraftValidator CaseRules = new(Clock, LoadedPlaces.Register);

    public static readonly ContactDraftValidator ContactRules = new(Clock, LoadedPlaces.Register);

    public static readonly PolicyDraftValidator PolicyRules = new(Clock);

    public static readonly DecisionDraftValidator DecisionRules = new(Clock);

    public static readonly RosterDraftValidator RosterRules = new(Clock, LoadedPlaces.Register);

    public static readonly DraftReader Reader = new(Clock, LoadedPlaces.Register);

    /// <summary>An institute whose only plesso is the one of <see cref="Drafts.Case"/>.</summary>
    public static readonly CaseSetting OneSite = new(
        [new SiteChoice(7, "Scuola primaria Calvino", SchoolType.Primary, Place("F205"))]);

    /// <summary>The case of <see cref="Drafts.Case"/> with a swab on 21/11/2020 and no contacts yet.</summary>
    public static readonly ContactSetting NoOthers = new(
        new DateOnly(2020, 11, 20),
        new ContactWindow(new DateOnly(2020, 11, 19), new DateOnly(2020, 11, 20)),
        Person("Rossi", "Mario", new DateOnly(2010, 3, 1)),
        []);

    public static Municipality Place(string code) => LoadedPlaces.Register.FindByCode(code)!;

    public static IReadOnlyList<Finding> CheckCase(Action<CaseDraft> change, CaseSetting? setting = null) =>
        In("it", () => CaseRules.Check(Drafts.Case(change), setting ?? OneSite));

    public static IReadOnlyList<Finding> CheckContact(Action<ContactDraft> change, ContactSetting? setting = null) =>
        In("it", () => ContactRules.Check(Drafts.Contact(change), setting ?? NoOthers));

    public static PersonIdentity Person(string surname, string name, DateOnly? born, string? code = null) =>
        new(code is null ? null : PersonSearch.FiscalCodeKey(code), PersonSearch.Key(surname, name), born);

    /// <summary>Gives a person a codice fiscale.</summary>
    public static void HasCode(this PersonDraft draft, string code)
    {
        draft.FiscalCodeUnavailable = false;
        draft.FiscalCodeUnavailableReason = "";
        draft.FiscalCode = code;
    }

    /// <summary>The first fifteen characters of a code with the letter or digit that makes it formally right.</summary>
    public static string Completed(string withoutCheck) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        .Select(letter => withoutCheck + letter)
        .First(code => FiscalCode.TryParse(code, out _) is not null);

    public static TResult In<TResult>(string language, Func<TResult> ask)
    {
        var (before, beforeScreen) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return ask();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeScreen);
        }
    }

    /// <summary>Field, rule and weight of each finding: what tests compare.</summary>
    public static IEnumerable<(string Field, string Code, FindingWeight Weight)> Told(this IEnumerable<Finding> findings) =>
        findings.Select(f => (f.Field, f.Code, f.Weight));

    public static void OnlyError(IReadOnlyList<Finding> findings, string field, string code) =>
        Assert.Equal([(field, code, FindingWeight.Error)], findings.Told());

    public static void OnlyWarning(IReadOnlyList<Finding> findings, string field, string code) =>
        Assert.Equal([(field, code, FindingWeight.Warning)], findings.Told());

    public static void OnlyAsksWhy(IReadOnlyList<Finding> findings, string field, string code) =>
        Assert.Equal([(field, code, FindingWeight.WarningWithReason)], findings.Told());
}
