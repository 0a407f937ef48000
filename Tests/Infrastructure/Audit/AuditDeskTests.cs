using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Infrastructure.Audit;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Audit;

/// <summary>The answer to the person who asks who has seen their data.</summary>
public sealed class AuditDeskTests : IAsyncLifetime
{
    private static readonly Actor Keeper = Actor.OfAgency(9001, "Ada Custode", Role.AgencyAdministrator);

    private TestPortal _portal = null!;
    private Actor _school = null!;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private AuditDesk Desk => _portal.Get<AuditDesk>();

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _school = await _portal.AddSchoolAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("quercioli m")]
    [InlineData("QUERCIOLI")]
    public async Task FindPeople_BeginningOfTheName_FindsTheCaseAndTheContact(string typed)
    {
        var id = await _portal.ReportAsync(_school, Drafts.Case(d => d.Surname = "Quercioli"));
        var contact = await _portal.AddContactAsync(_school, id, Drafts.Contact(d => (d.Surname, d.Name) = ("Quercioli", "Marta")));

        var found = await Desk.FindPeopleAsync(Keeper, typed, Patience);

        Assert.Equal([(id, null), (id, contact)], found.Select(p => (p.CaseId, p.ContactId)));
    }

    [Fact]
    public async Task FindPeople_FiscalCode_FindsThatPersonOnly()
    {
        var id = await _portal.ReportAsync(_school, Drafts.Case(d =>
        {
            d.FiscalCodeUnavailable = false;
            d.FiscalCodeUnavailableReason = "";
            d.FiscalCode = Drafts.MarioRossi;
        }));
        await _portal.ReportAsync(_school, Drafts.Case());

        Assert.Equal([id], (await Desk.FindPeopleAsync(Keeper, Drafts.MarioRossi.ToLowerInvariant(), Patience)).Select(p => p.CaseId));
    }

    [Fact]
    public async Task FindPeople_IsItselfWrittenDown()
    {
        var id = await _portal.ReportAsync(_school);

        await Desk.FindPeopleAsync(Keeper, "rossi", Patience);

        var entries = (await Desk.ListAsync(Keeper, new AuditListRequest(CaseId: id), Patience)).Rows;
        Assert.Equal((AuditAction.AuditSearched, Keeper.UserId), (entries[0].Action, entries[0].UserId!.Value));
    }

    [Fact]
    public async Task List_OfACase_HasItsReadingsListsAndChangesAndNoOthers()
    {
        var id = await _portal.ReportAsync(_school);
        var other = await _portal.ReportAsync(_school, Drafts.Case(d => d.Surname = "Verdi"));
        var contact = await _portal.AddContactAsync(_school, id);
        await _portal.Queries.FindAsync(_school, id, Patience);
        await _portal.Queries.FindAsync(_school, other, Patience);
        await _portal.Queries.ListAsync(_school, new CaseListRequest(), Patience);
        await _portal.Get<IAuditTrail>().FlushAsync(Patience);
        await _portal.Reporting.RemoveContactAsync(_school, id, contact, Patience);

        var entries = (await Desk.ListAsync(Keeper, new AuditListRequest(CaseId: id), Patience)).Rows;

        Assert.Equal(
            [AuditAction.CaseOpened, AuditAction.CaseRead, AuditAction.CasesListed, AuditAction.ContactRemoved, AuditAction.ContactsAdded],
            entries.Select(e => e.Action).OrderBy(a => a.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task List_ByUserAndDays_ShowsOnlyThose()
    {
        await _portal.ReportAsync(_school);
        _portal.Clock.Advance(TimeSpan.FromDays(2));
        var second = await _portal.ReportAsync(_school with { UserId = 77 }, Drafts.Case(d => d.Surname = "Verdi"));

        var byUser = await Desk.ListAsync(Keeper, new AuditListRequest(UserId: 77), Patience);
        var byDay = await Desk.ListAsync(Keeper, new AuditListRequest(From: new DateOnly(2020, 11, 27), To: new DateOnly(2020, 11, 27)), Patience);
        var backwards = await Desk.ListAsync(Keeper, new AuditListRequest(From: new DateOnly(2020, 12, 1), To: new DateOnly(2020, 11, 1)), Patience);

        Assert.All(byUser.Rows, row => Assert.Equal((77, second), (row.UserId!.Value, row.RecordId!.Value)));
        Assert.NotEmpty(byUser.Rows);
        Assert.Contains(byDay.Rows, row => row.RecordId == second && row.Action == AuditAction.CaseOpened);
        Assert.DoesNotContain(byDay.Rows, row => row.UserId == _school.UserId);
        Assert.Empty(backwards.Rows);
    }

    [Fact]
    public async Task List_WalkedForwardsAndBack_ShowsEachEntryOnce()
    {
        for (var id = 1; id <= 120; id++)
        {
            await _portal.Get<IAuditTrail>().ReadAsync(_school, AuditAction.CaseRead, AuditRecord.Case(id));
        }

        var request = new AuditListRequest(UserId: _school.UserId);
        var first = await Desk.ListAsync(Keeper, request, Patience);
        var second = await Desk.ListAsync(Keeper, request with { Anchor = first.Next }, Patience);
        var third = await Desk.ListAsync(Keeper, request with { Anchor = second.Next }, Patience);
        var back = await Desk.ListAsync(Keeper, request with { Anchor = third.Previous }, Patience);

        Assert.Equal(
            Enumerable.Range(1, 120).Reverse(), first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.RecordId!.Value));
        Assert.Equal(second.Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
        Assert.Null(third.Next);
    }

    [Fact]
    public async Task Export_MoreThanAFileHolds_SaysSo()
    {
        Assert.False((await Desk.ExportAsync(Keeper, new AuditListRequest(), Patience))!.HasMore);
        await using (var context = await _portal.OpenAsync())
        {
            await context.Database.ExecuteSqlRawAsync(
                $"""
                WITH RECURSIVE Numbers(N) AS (SELECT 1 UNION ALL SELECT N + 1 FROM Numbers WHERE N <= {AuditDesk.MostExported})
                INSERT INTO AuditEntries (At, Action, PersonCount) SELECT '2020-11-25 08:00:00', 'CaseRead', 1 FROM Numbers
                """, Patience);
        }

        var file = (await Desk.ExportAsync(Keeper, new AuditListRequest(), Patience))!;

        Assert.Equal((AuditDesk.MostExported, true), (file.Rows.Count, file.HasMore));
    }

    [Fact]
    public async Task Everything_ForAnOperatorOrASchool_IsNotThere()
    {
        var id = await _portal.ReportAsync(_school);
        foreach (var stranger in new[] { _school, Actor.OfAgency(5, "Ugo", Role.AgencyOperator, Territory.Milano) })
        {
            Assert.Empty(await Desk.FindPeopleAsync(stranger, "rossi", Patience));
            Assert.Null(await Desk.FindPersonAsync(stranger, id, null, Patience));
            Assert.Empty((await Desk.ListAsync(stranger, new AuditListRequest(), Patience)).Rows);
            Assert.Null(await Desk.ExportAsync(stranger, new AuditListRequest(), Patience));
        }
    }
}
