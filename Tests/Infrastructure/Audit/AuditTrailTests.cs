using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Tests.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Audit;

/// <summary>Who was shown what, and who changed what.</summary>
public sealed class AuditTrailTests : IAsyncLifetime
{
    private readonly Sabotage _sabotage = new();
    private TestPortal _portal = null!;
    private Actor _school = null!;

    private IAuditTrail Trail => _portal.Get<IAuditTrail>();

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(_sabotage.Install);
        _school = await _portal.AddSchoolAsync() with { Screen = "/casi/{id}" };
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Case_Shown_SaysWhoWhatAndFromWhichScreen()
    {
        var id = await _portal.ReportAsync(_school);
        await _portal.AddContactAsync(_school, id);

        await _portal.Queries.FindAsync(_school, id, CancellationToken.None);

        var entry = Assert.Single(await EntriesAsync(AuditAction.CaseRead));
        Assert.Equal(
            (_school.UserId, _school.InstituteId, "/casi/{id}", AuditKind.Case, id, 2),
            (entry.UserId, entry.InstituteId, entry.Screen, entry.RecordKind, entry.RecordId, entry.PersonCount));
        Assert.Equal(TestPortal.Start.UtcDateTime, entry.At);
    }

    [Fact]
    public async Task Case_OfAnotherSchool_IsNoReading()
    {
        var id = await _portal.ReportAsync(_school);
        var other = await _portal.AddSchoolAsync("Pandini");

        await _portal.Queries.FindAsync(other, id, CancellationToken.None);
        await _portal.Queries.ListAsync(other, new CaseListRequest(), CancellationToken.None);

        Assert.DoesNotContain(await EntriesAsync(), entry => entry.UserId == other.UserId);
    }

    [Fact]
    public async Task List_Shown_NamesEachCaseInOneEntry()
    {
        int[] ids = [await _portal.ReportAsync(_school), await _portal.ReportAsync(_school, Drafts.Case(d => d.Surname = "Verdi"))];

        await _portal.Queries.ListAsync(_school, new CaseListRequest(), CancellationToken.None);

        var entry = Assert.Single(await EntriesAsync(AuditAction.CasesListed));
        Assert.Equal(2, entry.PersonCount);
        Assert.Equal(ids, entry.Subjects.Select(subject => subject.CaseId).Order());
    }

    [Fact]
    public async Task Reading_DrawnAgainWithinTheMinute_IsOneAndAfterItAnother()
    {
        var id = await _portal.ReportAsync(_school);

        await _portal.Queries.FindAsync(_school, id, CancellationToken.None);
        _portal.Clock.Advance(TimeSpan.FromSeconds(59));
        await _portal.Queries.FindAsync(_school, id, CancellationToken.None);
        Assert.Single(await EntriesAsync(AuditAction.CaseRead));
        _portal.Clock.Advance(TimeSpan.FromSeconds(2));
        await _portal.Queries.FindAsync(_school, id, CancellationToken.None);

        Assert.Equal(2, (await EntriesAsync(AuditAction.CaseRead)).Count);
    }

    [Fact]
    public async Task Reading_ByAColleagueOrFromAnotherScreen_IsAnother()
    {
        var id = await _portal.ReportAsync(_school);

        await _portal.Queries.FindAsync(_school, id, CancellationToken.None);
        await _portal.Queries.FindAsync(_school with { UserId = 77 }, id, CancellationToken.None);
        await _portal.Queries.FindAsync(_school with { Screen = "/casi/{id}/contatti" }, id, CancellationToken.None);

        Assert.Equal(3, (await EntriesAsync(AuditAction.CaseRead)).Count);
    }

    [Fact]
    public async Task Export_TakenTwice_IsTwo()
    {
        var id = await _portal.ReportAsync(_school);
        await _portal.AddContactAsync(_school, id);
        await _portal.AddContactAsync(_school, id, Drafts.Contact(d => d.Surname = "Verdi"));

        await _portal.Queries.ExportContactsAsync(_school, id, CancellationToken.None);
        await _portal.Queries.ExportContactsAsync(_school, id, CancellationToken.None);

        var entries = await EntriesAsync(AuditAction.ListExported);
        Assert.Equal([("contatti", 2), ("contatti", 2)], entries.Select(entry => (entry.Details, entry.PersonCount)));
        Assert.All(entries, entry => Assert.Equal(id, Assert.Single(entry.Subjects).CaseId));
    }

    [Fact]
    public async Task Roster_OfferedWhileTyping_IsAReadingOfThoseWhoAreShown()
    {
        await _portal.LoadAsync(_school, Support.Rosters.Class(5, d => d.Surname = d.Surname[0] is 'A' or 'B' ? $"Or{d.Surname}" : d.Surname));
        var classId = (await _portal.ClassesAsync(_school))[0].Id;

        foreach (var typed in new[] { "or", "ora", "orab" })
        {
            await _portal.Get<IRosterQueries>().SearchAsync(_school, typed, null, CancellationToken.None);
        }

        var entry = Assert.Single(await EntriesAsync(AuditAction.RosterRead));
        Assert.Equal((AuditKind.RosterClass, classId, 2), (entry.RecordKind, entry.RecordId, entry.PersonCount));
    }

    [Fact]
    public async Task Case_OpenedAmendedAndClosed_LeavesOneEntryForEach()
    {
        var id = await _portal.ReportAsync(_school);
        await Trail.FlushAsync(CancellationToken.None); // A new case is told after its commit, and may be told after the next one.
        var contact = await _portal.AddContactAsync(_school, id);
        var draft = (await _portal.Queries.FindAsync(_school, id, CancellationToken.None))!.Draft;
        draft.Name = "Marino";
        await _portal.Reporting.SaveCaseAsync(_school, draft, CancellationToken.None);
        await _portal.Reporting.RemoveContactAsync(_school, id, contact, CancellationToken.None);
        await _portal.Reporting.RestoreContactAsync(_school, id, contact, CancellationToken.None);
        await _portal.Reporting.CloseAndSendAsync(_school, id, null, CancellationToken.None);

        Assert.Equal(
            [
                (AuditAction.CaseOpened, AuditKind.Case, id),
                (AuditAction.ContactsAdded, AuditKind.Case, id),
                (AuditAction.CaseAmended, AuditKind.Case, id),
                (AuditAction.ContactRemoved, AuditKind.Contact, contact),
                (AuditAction.ContactRestored, AuditKind.Contact, contact),
                (AuditAction.CaseClosed, AuditKind.Case, id),
            ],
            (await EntriesAsync()).Where(entry => entry.Action is not AuditAction.CaseRead)
                .Select(entry => (entry.Action, entry.RecordKind!.Value, entry.RecordId!.Value)));
    }

    [Fact]
    public async Task Save_RefusedByTheRules_LeavesNothing()
    {
        await _portal.Reporting.SaveCaseAsync(_school, Drafts.Case(d => d.Surname = ""), CancellationToken.None);

        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task Database_CannotBeWritten_ReadingGoesOnAndIsWrittenLater()
    {
        var id = await _portal.ReportAsync(_school);
        await Trail.FlushAsync(CancellationToken.None);
        _sabotage.Now = Sabotage.ReadOnly;

        Assert.NotNull(await _portal.Queries.FindAsync(_school, id, CancellationToken.None));
        await Trail.FlushAsync(CancellationToken.None);
        _sabotage.Now = Sabotage.None;
        _portal.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Single(await EntriesAsync(AuditAction.CaseRead));
    }

    [Fact]
    public async Task ManyReadings_AllAreWritten()
    {
        await Parallel.ForEachAsync(Enumerable.Range(1, 2_000), async (id, _) =>
            await Trail.ReadAsync(_school, AuditAction.CaseRead, AuditRecord.Case(id)));

        Assert.Equal(Enumerable.Range(1, 2_000), (await EntriesAsync(AuditAction.CaseRead)).Select(entry => entry.RecordId!.Value).Order());
    }

    [Theory]
    [InlineData("UPDATE AuditSubjects SET CaseId = 0")]
    [InlineData("DELETE FROM AuditSubjects")]
    public async Task Subjects_WhoeverAsksTheDatabase_StayAsTheyWereWritten(string statement)
    {
        await Trail.ListedAsync(_school, AuditAction.ListExported, [7]);
        await Trail.FlushAsync(CancellationToken.None);
        await using var context = await _portal.OpenAsync();

        await Assert.ThrowsAsync<SqliteException>(() => context.Database.ExecuteSqlRawAsync(statement));
    }

    private async Task<List<AuditEntry>> EntriesAsync(AuditAction? action = null)
    {
        await Trail.FlushAsync(CancellationToken.None);
        await using var context = await _portal.OpenAsync();
        return await context.Set<AuditEntry>().AsNoTracking().Include(entry => entry.Subjects)
            .Where(entry => action == null || entry.Action == action).OrderBy(entry => entry.Id).ToListAsync();
    }
}
