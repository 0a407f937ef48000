using Bunit;
using CovidSchoolReporting.App.Features.Registry;
using CovidSchoolReporting.App.Features.Retention;
using CovidSchoolReporting.App.Features.Schools;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Retention;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Audit;
using CovidSchoolReporting.Infrastructure.Retention;
using CovidSchoolReporting.Infrastructure.Schools;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Administration;

/// <summary>The administrator's pages about schools, old cases and the audit.</summary>
public sealed class AdministrationScreenTests : AdministratorContext
{
    [Fact]
    public void Retention_NothingIsDue_SaysSoAndOffersNothing()
    {
        var page = Render<RetentionPage>();

        page.WaitForAssertion(() => Assert.Contains("Nessun caso è concluso da abbastanza tempo", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".btn-danger"));
    }

    [Fact]
    public async Task Retention_Announced_IsShownAndCanBeCalledOff()
    {
        await using (var context = await Portal.OpenAsync())
        {
            var now = Portal.Clock.GetUtcNow().UtcDateTime;
            context.Add(RetentionRun.Announce(null, 365, new DateOnly(2020, 12, 2), now, 12, now));
            await context.SaveChangesAsync(Patience);
        }

        var page = Render<RetentionPage>();
        page.WaitForAssertion(() => Assert.Contains("Il 02/12/2020 saranno eliminati i casi conclusi da più di", page.Find(".notice-warning").TextContent, StringComparison.Ordinal));
        page.Find(".notice-warning button").Click();

        page.WaitForAssertion(() => Assert.Contains("è annullata", page.Find(".notice-success").TextContent, StringComparison.Ordinal));
        Assert.Equal("annullata", page.FindAll("tbody td")[2].TextContent);
    }

    [Fact]
    public async Task Registry_PersonSearched_LeadsToTheirEntriesAndKeepsTheNameOutOfTheAddress()
    {
        var school = await Portal.AddSchoolAsync();
        var id = await Portal.ReportAsync(school, Drafts.Case(d => d.Surname = "Quercioli"));
        var search = Render<PersonInRegistry>(p => p.Add(s => s.Request, new AuditListRequest()));

        search.Find("#registry-search").Change("quercioli");
        search.Find("form").Submit();

        var link = search.WaitForElement("tbody a");
        Assert.Equal(("Quercioli Mario", $"/ats/registro?caso={id}"), (link.TextContent, link.GetAttribute("href")));
        Assert.DoesNotContain("quercioli", Navigation.Uri, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Registry_EntriesOfACase_SayWhoWhatAndWhen()
    {
        var school = await Portal.AddSchoolAsync();
        var id = await Portal.ReportAsync(school);
        await Portal.Get<IAuditTrail>().FlushAsync(Patience);

        var grid = Render<RegistryGrid>(p => p.Add(g => g.Request, new AuditListRequest(CaseId: id)));

        grid.WaitForAssertion(() => Assert.Equal(
            ["25/11/2020 10:00", $"utente {school.UserId}", "ha aperto un caso", $"caso {id}", "1", ""],
            grid.FindAll("tbody td").Select(cell => cell.TextContent.Trim())));
    }

    [Theory]
    [InlineData("32/11/2020", "", "registry-from", "Scrivere un giorno")]
    [InlineData("25/11/2020", "24/11/2020", "registry-to", "L'ultimo giorno è prima del primo")]
    public void Registry_DaysThatAreNone_AreRefusedAtTheField(string from, string to, string field, string sentence)
    {
        var days = Render<RegistryDays>(p => p.Add(d => d.Request, new AuditListRequest()));
        var before = Navigation.Uri;
        days.Find("#registry-from").Change(from);
        days.Find("#registry-to").Change(to);

        days.Find("form").Submit();

        Assert.Contains(sentence, days.Find($"#{field}-message").TextContent, StringComparison.Ordinal);
        Assert.Equal(before, Navigation.Uri);
    }

    [Theory]
    [InlineData("/ats/registro?caso=12&contatto=3&dal=2020-11-01&al=2020-11-30&dopo=900")]
    [InlineData("/ats/registro?caso=12&contatto=-3")]
    public void RegistryAddress_ReadAndWritten_IsTheSame(string address)
    {
        Assert.Equal(address, RegistryAddress.Of(RegistryAddress.Read(address)));
        Assert.Equal(new AuditListRequest(), RegistryAddress.Read("/ats/registro?caso=x&contatto=3&dal=32-13-2020"));
    }

    [Fact]
    public async Task Institute_CloseAPlessoAndConfirm_ShowsItClosed()
    {
        var institute = (await Portal.AddSchoolAsync()).InstituteId!.Value;
        var page = Render<SchoolPage>(p => p.Add(s => s.InstituteId, institute));

        page.WaitForElement("tbody .btn-outline-danger").Click();
        page.WaitForElement("dialog .btn-danger").Click();

        page.WaitForAssertion(() => Assert.Equal("chiuso dal 25/11/2020", page.Find("tbody .badge").TextContent));
        Assert.Equal(["Riapri"], page.FindAll("tbody button").Select(button => button.TextContent));
    }

    [Fact]
    public async Task Institute_APlessoClosedWhileANameIsTyped_KeepsTheNameAndSaysWhatAColleagueMadeOfIt()
    {
        var institute = (await Portal.AddSchoolAsync()).InstituteId!.Value;
        var page = Render<SchoolPage>(p => p.Add(s => s.InstituteId, institute));
        page.WaitForElement("#InstituteName").Change("Istituto Mio");
        await Portal.Get<SchoolDesk>().RenameAsync(Keeper, institute, "Istituto Suo", "Istituto Calvino", Patience);
        page.Find("tbody .btn-outline-danger").Click();
        page.WaitForElement("dialog .btn-danger").Click();
        page.WaitForElement("tbody .badge");
        Assert.Equal("Istituto Mio", page.Find("#InstituteName").GetAttribute("value"));

        page.Find("form.rename").Submit();

        page.WaitForAssertion(() => Assert.Contains("adesso è «Istituto Suo»", page.Find(".notice-warning").TextContent, StringComparison.Ordinal));
        Assert.Equal("Istituto Mio", page.Find("#InstituteName").GetAttribute("value"));
        page.Find("form.rename").Submit();
        page.WaitForElement(".notice-success");
        Assert.Equal("Istituto Mio", (await Portal.Get<SchoolDesk>().FindAsync(Keeper, institute, Patience))!.Name);
    }

    [Fact]
    public async Task Plesso_ColleagueChangedItMeanwhile_KeepsWhatWasTypedAndSaysWhatStandsNow()
    {
        var desk = Portal.Get<SchoolDesk>();
        var institute = (await Portal.AddSchoolAsync()).InstituteId!.Value;
        var site = (await desk.FindAsync(Keeper, institute, Patience))!.Sites[0];
        var page = Render<SitePage>(p => p.Add(s => s.InstituteId, institute).Add(s => s.SiteId, site.Id));
        page.WaitForElement("#SiteName").Change("Plesso mio");
        var theirs = new SchoolDraft("", "", "", "Plesso suo", SchoolType.Nursery, "Lodi (LO)") { Opened = SiteValues.Of(site) };
        await desk.SaveSiteAsync(Keeper, institute, site.Id, theirs, Patience);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("adesso è «Plesso suo»", page.Find(".notice-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("Plesso mio", page.Find("#SiteName").GetAttribute("value"));
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal($"ats/istituti/{institute}", Place));
        Assert.Equal("Plesso mio", (await desk.FindAsync(Keeper, institute, Patience))!.Sites.Single().Name);
    }

    [Fact]
    public async Task AddInstitute_NothingTyped_NamesEachFieldAndThenLeadsToTheInstitute()
    {
        var page = Render<SchoolAddPage>();
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".error-summary a").Count));
        page.Find("#InstituteName").Change("Nido Girasole");
        page.Find("#SiteName").Change("Nido Girasole");
        page.Find("#Type").Change("0");
        page.Find("#MunicipalityCode").Input("Lodi (LO)");
        page.Find("#MunicipalityCode").Blur();

        page.Find("form").Submit();
        page.Find("form").Submit(); // A double click: the codes are the portal's own, so nothing else would stop the second.

        page.WaitForAssertion(() => Assert.Matches("^ats/istituti/[0-9]+$", Place));
        Assert.Single((await Portal.Get<SchoolDesk>().ListAsync(Keeper, new SchoolListRequest("girasole"), Patience)).Rows);
    }

    protected override void AddMore(IServiceCollection services) => services.AddRetention();

    protected override void ShareMore()
    {
        Share<RetentionDesk>();
        Share<AuditDesk>();
        Share<SchoolDesk>();
        Share<PlaceRegister>();
    }
}
