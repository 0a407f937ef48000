using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency;

public sealed class RelatedCasesTests : IAsyncLifetime
{
    private static readonly Actor _ada = Actor.OfAgency(901, "Ada Operatrice", Role.AgencyOperator, Territory.Milano, Territory.Lodi);
    private static readonly Actor _ofLodi = Actor.OfAgency(903, "Lia Lodigiana", Role.AgencyOperator, Territory.Lodi);

    private DeliveryStage _stage = null!;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _stage = await DeliveryStage.SetAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Theory(Timeout = 60_000)]
    [InlineData("5", "B", 14, true)]
    [InlineData("5^", "sez. b", 0, true)]
    [InlineData("5", "B", 15, false)]
    [InlineData("5", "A", 0, false)]
    public async Task Find_SameClass_WithinFourteenDays(string className, string section, int daysLater, bool isRelated)
    {
        var school = await _stage.Portal.AddSchoolAsync();
        var (first, _) = await _stage.ReceiveWithContactsAsync(0, Patience, school: school);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(daysLater));
        var (second, _) = await _stage.ReceiveWithContactsAsync(0, Patience, draft =>
            (draft.Surname, draft.ClassName, draft.Section) = ("Bruni", className, section), school: school);

        (RelationKind, int)[] expected = isRelated ? [(RelationKind.SameClass, first)] : [];
        Assert.Equal(expected, (await FindAsync(second)).Reports.Select(one => (one.Kind, one.ReportId)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Find_SameClassOfAnotherSchool_IsNotRelated()
    {
        await _stage.ReceiveWithContactsAsync(0, Patience, draft => draft.Surname = "Bruni");
        var (second, _) = await _stage.ReceiveWithContactsAsync(0, Patience);

        Assert.Empty((await FindAsync(second)).Reports);
    }

    [Fact(Timeout = 60_000)]
    public async Task Find_ContactWhoIsACaseElsewhere_IsRelatedFromBothSides()
    {
        var (there, _) = await _stage.ReceiveWithContactsAsync(0, Patience, draft => (draft.Surname, draft.Name, draft.BirthDate) = ("Valeriaa", "Valerio", "13/01/2010"));
        var (here, contacts) = await _stage.ReceiveWithContactsAsync(2, Patience);

        Assert.Equal((RelationKind.ContactIsCaseThere, there, contacts[0]), Only(await FindAsync(here)));
        Assert.Equal((RelationKind.CaseIsContactThere, here, null), Only(await FindAsync(there)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Find_ContactWhoIsAContactElsewhere_IsRelated()
    {
        var (there, _) = await _stage.ReceiveWithContactsAsync(1, Patience, draft => draft.Surname = "Bruni");
        var (here, contacts) = await _stage.ReceiveWithContactsAsync(2, Patience);

        Assert.Equal((RelationKind.ContactIsContactThere, there, contacts[0]), Only(await FindAsync(here)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Find_HomonymOfAnotherBirthDate_IsNotRelated()
    {
        await _stage.ReceiveWithContactsAsync(1, Patience, draft => draft.Surname = "Bruni", (draft, _) => draft.BirthDate = "14/01/2010");
        var (here, _) = await _stage.ReceiveWithContactsAsync(1, Patience);

        Assert.Empty((await FindAsync(here)).Reports);
    }

    [Fact(Timeout = 60_000)]
    public async Task Find_AmongManyHomonyms_IsStillRelated()
    {
        var (there, _) = await _stage.ReceiveWithContactsAsync(1, Patience, draft => draft.Surname = "Bruni");
        await _stage.ReceiveWithContactsAsync(90, Patience, draft => draft.Surname = "Verdi", (draft, index) =>
            (draft.Surname, draft.BirthDate) = ("Valeriaa", $"{new DateOnly(2009, 3, 1).AddDays(index):dd/MM/yyyy}"));
        var (here, contacts) = await _stage.ReceiveWithContactsAsync(1, Patience);

        Assert.Equal((RelationKind.ContactIsContactThere, there, contacts[0]), Only(await FindAsync(here)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Find_ContactWhoCameByIntegrazione_IsRelated()
    {
        var (there, _) = await _stage.ReceiveWithContactsAsync(0, Patience, draft => (draft.Surname, draft.Name, draft.BirthDate) = ("Bruni", "Valerio", "13/01/2010"));
        var school = await _stage.Portal.AddSchoolAsync();
        var (here, _) = await _stage.ReceiveWithContactsAsync(0, Patience, school: school);
        var caseId = (await _stage.Portal.Get<IReportQueries>().FindAsync(_ada, here, Patience))!.Row.CaseId;
        await _stage.Portal.AddLaterAsync(school, caseId, "Bruni");
        Assert.Empty((await FindAsync(here)).Reports);

        await _stage.Portal.Get<SupplementDesk>().AcceptAsync(_ada, caseId, 1, Patience);

        var related = Only(await FindAsync(here));
        Assert.Equal((RelationKind.ContactIsCaseThere, there), (related.Item1, related.Item2));
        Assert.True(related.Item3 < 0);
    }

    [Fact(Timeout = 60_000)]
    public async Task Find_MoreThanAreLookedAt_SaysThatThereAreMore()
    {
        var school = await _stage.Portal.AddSchoolAsync();
        var here = 0;
        for (var i = 0; i < 42; i++)
        {
            (here, _) = await _stage.ReceiveWithContactsAsync(0, Patience, draft => draft.Surname = $"Bru{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}", school: school);
        }

        var related = await FindAsync(here);

        Assert.Equal((40, true), (related.Reports.Count, related.HasMore));
    }

    [Fact(Timeout = 60_000)]
    public async Task Find_ReportsOfAnotherTerritory_AreNotThere()
    {
        await _stage.ReceiveWithContactsAsync(1, Patience, draft => draft.Surname = "Bruni");
        var lodi = await _stage.Portal.AddSchoolAsync("Pandini", "E648");
        var (here, _) = await _stage.ReceiveWithContactsAsync(1, Patience, draft =>
            (draft.SiteMunicipality, draft.SchoolName) = ("Lodi (LO)", "Scuola primaria Pandini"), school: lodi);

        Assert.Single((await FindAsync(here)).Reports);
        Assert.Empty((await _stage.Portal.Get<IRelatedCases>().FindAsync(_ofLodi, here, Patience)).Reports);
    }

    private static (RelationKind, int, int?) Only(RelatedCases related)
    {
        var one = Assert.Single(related.Reports);
        return (one.Kind, one.ReportId, one.ContactId);
    }

    private Task<RelatedCases> FindAsync(int report) => _stage.Portal.Get<IRelatedCases>().FindAsync(_ada, report, Patience);
}
