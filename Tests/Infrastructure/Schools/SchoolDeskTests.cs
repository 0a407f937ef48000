using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Schools;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Infrastructure.Schools;

/// <summary>Institutes and plessi as the administrator keeps them.</summary>
public sealed class SchoolDeskTests : IAsyncLifetime
{
    private static readonly Actor Keeper = Actor.OfAgency(9001, "Ada Custode", Role.AgencyAdministrator);

    private readonly AfterTheFirstRead _meanwhile = new();
    private TestPortal _portal = null!;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private SchoolDesk Desk => _portal.Get<SchoolDesk>();

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync(services => services
        .AddSingleton<SchoolDesk>().AddSingleton<InstituteRegister>().ConfigureDbContext<PortalDbContext>(builder => builder.AddInterceptors(_meanwhile)));

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Add_WithoutCodes_MakesThem()
    {
        await Desk.AddAsync(Keeper, Nursery("Nido Girasole"), Patience);
        var second = Assert.IsType<SchoolOutcome.Done>(await Desk.AddAsync(Keeper, Nursery("Nido Margherita"), Patience)).InstituteId;

        var sheet = (await Desk.FindAsync(Keeper, second, Patience))!;

        Assert.Equal(("ATS00002", "Nido Margherita"), (sheet.Code, sheet.Name));
        var site = Assert.Single(sheet.Sites);
        Assert.Equal(("ATS00002-1", SchoolType.Nursery, SchoolRegister.Agency), (site.Code, site.Type, site.Register));
    }

    [Fact]
    public async Task Add_FaultyOrTaken_SaysWhatIsWrongAndAddsNothing()
    {
        await Desk.AddAsync(Keeper, Nursery("Nido Girasole") with { InstituteCode = "mi1", SiteCode = "mi11" }, Patience);

        var empty = await Desk.AddAsync(Keeper, new SchoolDraft("", "", "", "", null, "Roma (RM)"), Patience);
        var taken = await Desk.AddAsync(Keeper, Nursery("Altro") with { InstituteCode = "MI1", SiteCode = "MI11" }, Patience);

        Assert.Equal(
            [("InstituteName", SiteFault.Missing), ("SiteName", SiteFault.Missing), ("Type", SiteFault.Missing), ("MunicipalityCode", SiteFault.Unknown)],
            Assert.IsType<SchoolOutcome.Invalid>(empty).Findings.Select(f => (f.Field, f.Fault)));
        Assert.Equal(
            [("SiteCode", SiteFault.Taken), ("InstituteCode", SiteFault.Taken)],
            Assert.IsType<SchoolOutcome.Invalid>(taken).Findings.Select(f => (f.Field, f.Fault)));
        Assert.Single((await Desk.ListAsync(Keeper, new SchoolListRequest(), Patience)).Rows);
    }

    [Fact]
    public async Task CloseSite_ItsCasesStayAndNewOnesAreNotOfferedIt()
    {
        var school = await _portal.AddSchoolAsync();
        var institute = school.InstituteId!.Value;
        var caseId = await _portal.ReportAsync(school);
        var site = (await Desk.FindAsync(Keeper, institute, Patience))!.Sites[0].Id;

        await Desk.CloseSiteAsync(Keeper, institute, site, close: true, Patience);

        Assert.Empty((await _portal.Get<ICaseStore>().SettingAsync(school, Patience)).Sites);
        Assert.NotNull(await _portal.Queries.FindAsync(school, caseId, Patience));
        Assert.IsType<SchoolOutcome.NotFound>(await Desk.SaveSiteAsync(Keeper, institute, site, Nursery("x"), Patience)); // closed
        await Desk.CloseSiteAsync(Keeper, institute, site, close: false, Patience);
        Assert.Single((await _portal.Get<ICaseStore>().SettingAsync(school, Patience)).Sites);
    }

    [Fact]
    public async Task SaveSite_NewAndAmended_AreThere()
    {
        var institute = (await _portal.AddSchoolAsync()).InstituteId!.Value;

        await Desk.SaveSiteAsync(Keeper, institute, null, Nursery("Sezione primavera"), Patience);
        var added = (await Desk.FindAsync(Keeper, institute, Patience))!.Sites.Single(s => s.Name == "Sezione primavera");
        await Desk.SaveSiteAsync(Keeper, institute, added.Id, Nursery("Sezione estate") with { Municipality = "Milano (MI)", Opened = SiteValues.Of(added) }, Patience);

        var amended = (await Desk.FindAsync(Keeper, institute, Patience))!.Sites.Single(s => s.Id == added.Id);
        Assert.Equal((added.Code, "Sezione estate", "F205"), (amended.Code, amended.Name, amended.MunicipalityCode));
    }

    [Fact]
    public async Task Rename_Institute_IsFoundUnderTheNewName()
    {
        var institute = (await _portal.AddSchoolAsync()).InstituteId!.Value;

        Assert.IsType<SchoolOutcome.Done>(await Desk.RenameAsync(Keeper, institute, "Istituto Levi-Montalcini", "Istituto Calvino", Patience));

        Assert.Equal([institute], (await Desk.ListAsync(Keeper, new SchoolListRequest("levi-m"), Patience)).Rows.Select(row => row.Id));
        Assert.IsType<SchoolOutcome.Invalid>(await Desk.RenameAsync(Keeper, institute, " ", "Istituto Levi-Montalcini", Patience));
    }

    [Fact]
    public async Task Rename_ByTwoAdministratorsAtOnce_TheSecondIsToldAndSentTwiceIsDoneOnce()
    {
        var institute = (await _portal.AddSchoolAsync()).InstituteId!.Value;
        await Desk.RenameAsync(Keeper, institute, "Istituto Uno", "Istituto Calvino", Patience);

        Assert.IsType<SchoolOutcome.Stale>(await Desk.RenameAsync(Keeper, institute, "Istituto Due", "Istituto Calvino", Patience));
        Assert.IsType<SchoolOutcome.Done>(await Desk.RenameAsync(Keeper, institute, "Istituto Uno", "Istituto Calvino", Patience));

        Assert.Equal("Istituto Uno", (await Desk.FindAsync(Keeper, institute, Patience))!.Name);
    }

    [Fact]
    public async Task SaveSite_ByTwoAdministratorsAtOnce_TheSecondIsToldAndSentTwiceIsDoneOnce()
    {
        var institute = (await _portal.AddSchoolAsync()).InstituteId!.Value;
        var site = (await Desk.FindAsync(Keeper, institute, Patience))!.Sites[0];
        var opened = SiteValues.Of(site);
        var first = Nursery("Plesso uno") with { Opened = opened };
        await Desk.SaveSiteAsync(Keeper, institute, site.Id, first, Patience);

        Assert.IsType<SchoolOutcome.Stale>(await Desk.SaveSiteAsync(Keeper, institute, site.Id, Nursery("Plesso due") with { Opened = opened }, Patience));
        Assert.IsType<SchoolOutcome.Done>(await Desk.SaveSiteAsync(Keeper, institute, site.Id, first, Patience));

        Assert.Equal("Plesso uno", (await Desk.FindAsync(Keeper, institute, Patience))!.Sites.Single().Name);
    }

    [Fact]
    public async Task Save_WhileAColleagueCommits_TheSecondIsToldAndTheFirstStands()
    {
        var institute = (await _portal.AddSchoolAsync()).InstituteId!.Value;
        var site = (await Desk.FindAsync(Keeper, institute, Patience))!.Sites[0];
        var opened = SiteValues.Of(site);

        _meanwhile.Do(() => Desk.RenameAsync(Keeper, institute, "Istituto Uno", "Istituto Calvino", Patience));
        var renamed = await Desk.RenameAsync(Keeper, institute, "Istituto Due", "Istituto Calvino", Patience);
        _meanwhile.Do(() => Desk.SaveSiteAsync(Keeper, institute, site.Id, Nursery("Plesso uno") with { Opened = opened }, Patience));
        var saved = await Desk.SaveSiteAsync(Keeper, institute, site.Id, Nursery("Plesso due") with { Opened = opened }, Patience);

        Assert.IsType<SchoolOutcome.Stale>(renamed);
        Assert.IsType<SchoolOutcome.Stale>(saved);
        var sheet = (await Desk.FindAsync(Keeper, institute, Patience))!;
        Assert.Equal(("Istituto Uno", "Plesso uno"), (sheet.Name, sheet.Sites.Single().Name));
    }

    [Fact]
    public async Task CloseSite_WhileAColleagueSavesIt_IsClosedUnderItsNewName()
    {
        var institute = (await _portal.AddSchoolAsync()).InstituteId!.Value;
        var site = (await Desk.FindAsync(Keeper, institute, Patience))!.Sites[0];

        _meanwhile.Do(() => Desk.SaveSiteAsync(Keeper, institute, site.Id, Nursery("Plesso uno") with { Opened = SiteValues.Of(site) }, Patience));
        var closed = await Desk.CloseSiteAsync(Keeper, institute, site.Id, close: true, Patience);

        Assert.IsType<SchoolOutcome.Done>(closed);
        var now = (await Desk.FindAsync(Keeper, institute, Patience))!.Sites.Single();
        Assert.Equal(("Plesso uno", true), (now.Name, now.ClosedOn is not null));
    }

    [Fact]
    public async Task Import_WhileAnAdministratorSaves_IsCarriedOut()
    {
        var institute = (await _portal.AddSchoolAsync()).InstituteId!.Value;
        var sheet = (await Desk.FindAsync(Keeper, institute, Patience))!;
        SiteRegistration listed = new(sheet.Code, "Istituto del registro", sheet.Sites[0].Code, "Plesso del registro", SchoolType.Primary, "F205");

        _meanwhile.Do(() => Desk.RenameAsync(Keeper, institute, "Istituto Uno", "Istituto Calvino", Patience));
        Assert.Empty(await _portal.Get<InstituteRegister>().SaveAsync([listed], Patience));

        Assert.Equal("Istituto del registro", (await Desk.FindAsync(Keeper, institute, Patience))!.Name);
    }

    [Fact]
    public async Task List_WalkedForwardsAndBack_ShowsEachOnceByName()
    {
        for (var number = 0; number < 55; number++)
        {
            await Desk.AddAsync(Keeper, Nursery($"Nido {number % 50:00}"), Patience);
        }

        var first = await Desk.ListAsync(Keeper, new SchoolListRequest(), Patience);
        var second = await Desk.ListAsync(Keeper, new SchoolListRequest(Anchor: first.Next), Patience);
        var third = await Desk.ListAsync(Keeper, new SchoolListRequest(Anchor: second.Next), Patience);
        var back = await Desk.ListAsync(Keeper, new SchoolListRequest(Anchor: third.Previous), Patience);

        var all = first.Rows.Concat(second.Rows).Concat(third.Rows).ToList();
        Assert.Equal(55, all.Select(row => row.Id).Distinct().Count());
        Assert.Equal(all.Select(row => row.Name).Order(StringComparer.Ordinal), all.Select(row => row.Name));
        Assert.Equal(second.Rows, back.Rows);
    }

    private static SchoolDraft Nursery(string name) => new("", name, "", name, SchoolType.Nursery, "Lodi (LO)");
}
