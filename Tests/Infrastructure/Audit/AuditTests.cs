using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Audit;

public sealed class AuditTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private Actor _school = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _school = await _portal.AddSchoolAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("UPDATE AuditEntries SET PersonCount = 0")]
    [InlineData("DELETE FROM AuditEntries")]
    [InlineData("INSERT OR REPLACE INTO AuditEntries (Id, At, Action, PersonCount) SELECT Id, At, Action, 0 FROM AuditEntries")]
    public async Task Entry_WhoeverAsksTheDatabase_StaysAsItWasWritten(string statement)
    {
        await _portal.LoadAsync(_school, Support.Rosters.Class(5));
        await using var context = await _portal.OpenAsync();

        var refusal = await Assert.ThrowsAsync<SqliteException>(() => context.Database.ExecuteSqlRawAsync(statement));

        Assert.Contains("AuditEntries keeps what was written", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(5, await _portal.AskAsync<int>("SELECT PersonCount FROM AuditEntries"));
    }

    [Fact]
    public async Task Protection_StandsAgainAfterEveryStart()
    {
        await using (var context = await _portal.OpenAsync())
        {
            await context.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditEntries_NeverDeleted");
        }

        await using var again = await TestPortal.StartAsync(databasePath: _portal.DatabasePath);

        Assert.Equal(3, await again.AskAsync<int>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'AuditEntries'"));
    }

    [Fact]
    public async Task Protection_EmptiedOfItsSense_IsMadeAnewAtTheNextStart()
    {
        await _portal.LoadAsync(_school, Support.Rosters.Class(5));
        await using (var context = await _portal.OpenAsync())
        {
            await context.Database.ExecuteSqlRawAsync(
                "DROP TRIGGER AuditEntries_NeverDeleted; CREATE TRIGGER AuditEntries_NeverDeleted BEFORE DELETE ON AuditEntries BEGIN SELECT 1; END");
        }

        await using var again = await TestPortal.StartAsync(databasePath: _portal.DatabasePath);
        await using var after = await again.OpenAsync();

        await Assert.ThrowsAsync<SqliteException>(() => after.Database.ExecuteSqlRawAsync("DELETE FROM AuditEntries"));
    }

    [Fact]
    public async Task Roster_ReplacedByAnotherList_CountsWhoWasRemoved()
    {
        await _portal.LoadAsync(_school, Support.Rosters.Class(5));

        await _portal.LoadAsync(_school, Support.Rosters.Class(4));

        await using var context = await _portal.OpenAsync();
        Assert.Equal(
            [(AuditAction.RosterLoaded, 5), (AuditAction.RosterReplaced, 5), (AuditAction.RosterLoaded, 4)],
            (await context.Set<AuditEntry>().OrderBy(e => e.Id).ToListAsync()).Select(e => (e.Action, e.PersonCount)));
    }

    [Fact]
    public async Task Roster_LoadedRemovedAndExpired_SaysWhoWhenWhereAndHowMany()
    {
        var keeping = _portal.Get<RosterKeeping>();
        await _portal.LoadAsync(_school, Support.Rosters.Class(5));
        var classId = (await _portal.ClassesAsync(_school))[0].Id;
        await keeping.RemoveClassAsync(_school, classId, "/classi/{id}", CancellationToken.None);
        await _portal.LoadAsync(_school, Support.Rosters.Class(3));
        await keeping.RemoveAllAsync(_school, "/classi", CancellationToken.None);
        await _portal.LoadAsync(_school, Support.Rosters.Class(2));
        _portal.Clock.Advance(TimeSpan.FromDays(365));
        await keeping.ExpireAsync(new SchoolYear(8, 31), CancellationToken.None);

        await using var context = await _portal.OpenAsync();
        var entries = await context.Set<AuditEntry>().OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(
            [
                (AuditAction.RosterLoaded, _school.UserId, "/classi/carica", null, 5),
                (AuditAction.RosterClassRemoved, _school.UserId, "/classi/{id}", classId, 5),
                (AuditAction.RosterLoaded, _school.UserId, "/classi/carica", null, 3),
                (AuditAction.RosterRemoved, _school.UserId, "/classi", null, 3),
                (AuditAction.RosterLoaded, _school.UserId, "/classi/carica", null, 2),
                (AuditAction.RosterExpired, null, null, null, 2),
            ],
            entries.Select(e => (e.Action, (int?)e.UserId, e.Screen, e.RecordId, e.PersonCount)));
        Assert.All(entries, e => Assert.Equal(_school.InstituteId, e.InstituteId));
        Assert.Equal(TestPortal.Start.UtcDateTime, entries[0].At);
    }

    [Fact]
    public async Task Entries_HoldNothingOfThePeople()
    {
        await _portal.LoadAsync(_school, Support.Rosters.Class(5));

        var columns = await _portal.AskAsync<string>("SELECT group_concat(name) FROM pragma_table_info('AuditEntries')");

        Assert.Equal(
            ["Action", "At", "ClientId", "Details", "Id", "InstituteId", "PersonCount", "RecordId", "RecordKind", "Screen", "UserId"],
            columns.Split(',').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Events_HeadTeacher_ReadsThemNewestFirstAndNobodyElse()
    {
        await _portal.LoadAsync(_school, Support.Rosters.Class(5));
        await _portal.Get<RosterKeeping>().RemoveAllAsync(_school, "/classi", CancellationToken.None);
        var head = Actor.OfSchool(77, "Dirigente", Role.HeadTeacher, _school.InstituteId!.Value);
        var queries = _portal.Get<IRosterQueries>();

        var events = await queries.EventsAsync(head, CancellationToken.None);

        Assert.Equal([(AuditAction.RosterRemoved, 5), (AuditAction.RosterLoaded, 5)], events.Select(e => (e.Action, e.PersonCount)));
        Assert.Empty(await queries.EventsAsync(_school, CancellationToken.None)); // a referent
    }
}
