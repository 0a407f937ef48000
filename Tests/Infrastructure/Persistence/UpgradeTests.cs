using System.Text.Json;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CovidSchoolReporting.Tests.Infrastructure.Persistence;

/// <summary>A database that the first release filled is opened by this one.</summary>
public sealed class UpgradeTests
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prepare_DatabaseOfTheFirstRelease_KeepsItsCasesUnderTheRulesOfTheirDay()
    {
        await using var before = await TestPortal.StartAsync();
        var referent = await before.AddSchoolAsync();
        var caseId = await before.ReportAsync(referent);
        var contactId = await before.AddContactAsync(referent, caseId);
        before.Clock.Advance(TimeSpan.FromDays(400));
        var later = await before.ReportAsync(referent, Drafts.Case(d =>
        {
            d.Surname = "Bruni";
            d.LastDayAttended = "20/12/2021";
        }));
        var expected = await SourcesAsync(before, caseId, later);
        var older = await AsTheFirstReleaseHadItAsync(before);

        await using var after = await TestPortal.StartAsync(databasePath: older);

        Assert.Equal(expected, await SourcesAsync(after, caseId, later));
        Assert.Equal(2, expected.Distinct().Count());
        Assert.Equal(0, await after.AskAsync<int>("""SELECT COUNT(*) FROM "pragma_foreign_key_check" """));
        await using var upgraded = await after.OpenAsync();
        var contact = await upgraded.Set<Contact>().SingleAsync();
        Assert.Equal((contactId, referent.InstituteId), (contact.Id, contact.InstituteId));
    }

    [Fact]
    public async Task Prepare_DraftsThatOnlySchoolsHad_AreStillThere()
    {
        await using var before = await TestPortal.StartAsync();
        var referent = await before.AddSchoolAsync();
        var key = DraftKey.NewCase(Guid.NewGuid());
        Assert.IsType<DraftOutcome.Kept>(await before.Get<IDraftStore>().SaveAsync(referent, key, """{"a":"Rossi"}""", 0, Patience));
        var expected = await before.Get<IDraftStore>().FindAsync(referent, key, Patience);
        var older = await AsItWasAsync(before, "Drafts", "Institutes", "Drafts");

        await using var after = await TestPortal.StartAsync(databasePath: older);

        Assert.Equal(expected, await after.Get<IDraftStore>().FindAsync(referent, key, Patience));
        Assert.Equal(0, await after.AskAsync<int>("""SELECT COUNT(*) FROM "pragma_foreign_key_check" """));
        Assert.Equal(
            "Drafts,IX_Drafts_Case,IX_Drafts_InstituteId,IX_Drafts_SavedAt,IX_Drafts_Slot,IX_Drafts_SlotOfAgency",
            await after.AskAsync<string>("""SELECT group_concat(name) FROM (SELECT name FROM sqlite_master WHERE tbl_name = 'Drafts' ORDER BY name)"""));
    }

    [Fact]
    public async Task Prepare_DatabaseOfTheFirstRelease_KnowsOfItsReportsWhatTheCasesSay()
    {
        await using var before = await DeliveryStage.SetAsync();
        before.Portal.Clock.SetUtcNow(new DateTimeOffset(2021, 6, 14, 22, 30, 0, TimeSpan.Zero)); // Half past midnight of the 15th in Rome.
        var reportId = Assert.Single(await before.ReceiveAsync(1, Patience, d =>
        {
            (d.LastDayAttended, d.PositiveSwabDate, d.ClassName, d.Section) = ("11/06/2021", "", "2", "c");
            d.SymptomOnset = "10/06/2021";
        }));
        await before.StopWorkerAsync();
        var ada = Actor.OfAgency(901, "Ada", Role.AgencyOperator, Territory.Milano);
        Assert.IsType<TakeInChargeOutcome.TakenInCharge>(await before.Portal.Get<AgencyDesk>().TakeInChargeAsync(ada, reportId, Patience));
        var expected = await ReportAsync(before.Portal, reportId);
        var older = await AsTheFirstReleaseHadItAsync(before.Portal);

        await using var after = await TestPortal.StartAsync(databasePath: older);

        Assert.Equal(expected, await ReportAsync(after, reportId));
        Assert.Equal((reportId, reportId), (
            await after.AskAsync<int>("SELECT ChangeNumber FROM ReceivedReports"), await after.AskAsync<int>("SELECT Last FROM ChangeCounters")));
        Assert.Contains("2021-06-15", expected, StringComparison.Ordinal);
        Assert.Equal("2021-06-15", await after.AskAsync<string>("SELECT \"Day\" FROM \"DayFigures\" WHERE \"Basis\" = 0 AND \"Cases\" = 1"));
    }

    [Fact]
    public async Task Prepare_LettersThatWereIssuedWithoutKeys_AreStillListed()
    {
        await using var before = await TestPortal.StartAsync(services => services.AddDelivery());
        var ada = Actor.OfAgency(901, "Ada", Role.AgencyOperator, Territory.Milano);
        var report = await before.ReceiveAsync(await before.AddSchoolAsync());
        var due = (await before.Get<LetterIssuing>().OpenAsync(ada, report, Patience))!.Due;
        await before.Get<LetterIssuing>().IssueAsync(ada, new IssueRequest(report, Guid.NewGuid(), due.Select(letter => letter.Key).ToHashSet(), []), Patience);
        var older = await AsItWasAsync(before, "Administration", "Institutes", "SchoolSites", "ReportingPolicies", "Cases", "ReceivedReports", "IssuedLetters");

        await using var after = await TestPortal.StartAsync(services => services.AddDelivery(), older);

        var sheet = (await after.Get<LetterIssuing>().OpenAsync(ada, report, Patience))!;
        Assert.Equal((1, LetterKind.IsolationEnd), (Assert.Single(sheet.Issued).Count, sheet.Issued[0].Kind));
        Assert.Empty(sheet.IssuedAt);
    }

    private static async Task<string> ReportAsync(TestPortal portal, int reportId)
    {
        await using var context = await portal.OpenAsync();
        var report = await context.Set<ReceivedReport>().Include(r => r.Events).SingleAsync(r => r.Id == reportId);
        var said = JsonSerializer.SerializeToNode(report)!.AsObject();
        said.Remove(nameof(ReceivedReport.ChangeNumber)); // Older changes are numbered by the order of reception.
        return JsonSerializer.Serialize(new { Report = said, Events = report.Events.Select(e => new { e.At, e.Kind, e.UserId, e.UserName, e.Subject }) });
    }

    private static async Task<IReadOnlyList<string>> SourcesAsync(TestPortal portal, params int[] cases)
    {
        await using var context = await portal.OpenAsync();
        return await context.Set<CovidCase>().Where(c => cases.Contains(c.Id))
            .OrderBy(c => c.Id).Select(c => c.Policy.Source).ToListAsync();
    }

    /// <summary>The same schools, cases and contacts in the tables of the first release.</summary>
    private static Task<string> AsTheFirstReleaseHadItAsync(TestPortal portal) =>
        AsItWasAsync(portal, "Initial", "Institutes", "SchoolSites", "Cases", "Contacts", "ReceivedReports");

    /// <summary>The same rows in the tables as they were after a migration.</summary>
    private static async Task<string> AsItWasAsync(TestPortal portal, string migration, params string[] tables)
    {
        var path = $"{portal.DatabasePath}.{migration}";
        await using var context = new PortalDbContext(new DbContextOptionsBuilder<PortalDbContext>().UseSqlite($"Data Source={path};Pooling=False").Options);
        await context.GetService<IMigrator>().MigrateAsync(migration);
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlAsync($"ATTACH {portal.DatabasePath} AS filled");
        foreach (var table in tables)
        {
            var columns = await context.Database
                .SqlQuery<string>($"SELECT '\"' || name || '\"' AS \"Value\" FROM pragma_table_info({table}, 'main')").ToListAsync();
            var list = string.Join(", ", columns);
#pragma warning disable EF1002 // The names are those of the schema.
            await context.Database.ExecuteSqlRawAsync($"INSERT INTO main.\"{table}\" ({list}) SELECT {list} FROM filled.\"{table}\"");
#pragma warning restore EF1002
        }

        return path;
    }
}
