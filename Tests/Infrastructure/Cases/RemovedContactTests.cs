using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Cases;

/// <summary>Deleting a contact and bringing it back, in the database and before the agency.</summary>
public sealed class RemovedContactTests : IAsyncLifetime
{
    private static readonly CancellationToken _none = CancellationToken.None;

    private TestPortal _portal = null!;
    private Actor _school = null!;
    private int _caseId;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(services => services.AddDelivery());
        _school = await _portal.AddSchoolAsync();
        _caseId = await _portal.ReportAsync(_school);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Restore_Deleted_IsBackAsItWas()
    {
        var id = await _portal.AddContactAsync(_school, _caseId);
        await RemoveAsync(id);
        var gone = await SheetAsync();
        Assert.Equal((0, 0, id), (gone.Contacts.Count, gone.Row.ContactCount, Assert.Single(gone.Removed).Id));

        Assert.Equal(id, Assert.IsType<SaveOutcome.Saved>(await RestoreAsync(id)).Id);

        var back = await SheetAsync();
        Assert.Equal(("Valeri", 1, 0), (Assert.Single(back.Contacts).Draft.Surname, back.Row.ContactCount, back.Removed.Count));
    }

    [Fact]
    public async Task Restore_SamePersonTypedAgainMeanwhile_IsBackWithAWarning()
    {
        var id = await _portal.AddContactAsync(_school, _caseId);
        await RemoveAsync(id);
        await _portal.AddContactAsync(_school, _caseId);

        var outcome = Assert.IsType<SaveOutcome.Saved>(await RestoreAsync(id));

        Assert.Equal(RuleCodes.SameAsContact, outcome.Warning?.Code);
        await RemoveAsync(id);
        Assert.Equal(1, (await SheetAsync()).Row.ContactCount);
    }

    [Fact]
    public async Task Restore_SentTwice_IsDoneOnce()
    {
        var id = await _portal.AddContactAsync(_school, _caseId);
        await RemoveAsync(id);

        Assert.All(await Task.WhenAll(RestoreAsync(id), RestoreAsync(id)), outcome => Assert.IsType<SaveOutcome.Saved>(outcome));
        Assert.IsType<SaveOutcome.Saved>(await RestoreAsync(id));

        Assert.Equal(1, (await SheetAsync()).Row.ContactCount);
    }

    [Fact]
    public async Task RemoveAndRestore_OfManyAtOnce_KeepTheCountRight()
    {
        var ids = new List<int>();
        for (var number = 0; number < 8; number++)
        {
            ids.Add(await _portal.AddContactAsync(_school, _caseId, Drafts.Contact(d => d.Surname = $"Valeri{(char)('a' + number)}")));
        }

        await Task.WhenAll(ids.Select(RemoveAsync));
        await Task.WhenAll(ids.Take(3).Select(RestoreAsync));

        var sheet = await SheetAsync();
        Assert.Equal((3, 3, 5), (sheet.Contacts.Count, sheet.Row.ContactCount, sheet.Removed.Count));
    }

    [Fact]
    public async Task Save_DeletedContactOrItsFirstSaveOnceMore_WritesNothing()
    {
        var draft = Drafts.Contact();
        var id = await _portal.AddContactAsync(_school, _caseId, draft);
        await RemoveAsync(id);

        Assert.Equal(id, await _portal.AddContactAsync(_school, _caseId, draft));
        (draft.Id, draft.Revision) = (id, 1);
        Assert.IsType<SaveOutcome.NotFound>(await _portal.Reporting.SaveContactAsync(_school, _caseId, draft, _none));

        Assert.Empty((await SheetAsync()).Contacts);
    }

    [Fact]
    public async Task Save_SamePersonAsADeletedContact_IsNoDoubt()
    {
        await RemoveAsync(await _portal.AddContactAsync(_school, _caseId));

        await _portal.AddContactAsync(_school, _caseId);

        Assert.Single((await SheetAsync()).Contacts);
    }

    [Fact]
    public async Task Close_WithDeletedContacts_SendsAndKeepsTheOthersOnly()
    {
        var removed = await _portal.AddContactAsync(_school, _caseId);
        await _portal.AddContactAsync(_school, _caseId, Drafts.Contact(d => d.Surname = "Neri"));
        await RemoveAsync(removed);

        Assert.IsType<CloseOutcome.Closed>(await _portal.Reporting.CloseAndSendAsync(_school, _caseId, null, _none));

        Assert.Equal("Neri", Assert.Single(await StoredAsync()).Surname);
        Assert.IsType<SaveOutcome.Locked>(await RestoreAsync(removed));
        var report = await ReceivedAsync();
        Assert.Equal("Neri", Assert.Single(report.Report.Contacts).Person.Surname);
        Assert.Equal(1, report.Row.ContactCount);
    }

    [Fact]
    public async Task Contacts_ReadByWhoeverDoesNotAskForDeletedOnes_AreWithoutThem()
    {
        await RemoveAsync(await _portal.AddContactAsync(_school, _caseId));

        await using var context = await _portal.OpenAsync();

        Assert.Empty(await context.Set<Contact>().ToListAsync());
        Assert.Empty((await context.Set<CovidCase>().Include(c => c.Contacts).SingleAsync()).RemovedContacts);
        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task Restore_OfAnotherSchool_IsNotFound()
    {
        var id = await _portal.AddContactAsync(_school, _caseId);
        await RemoveAsync(id);
        var other = await _portal.AddSchoolAsync("Pandini");

        Assert.IsType<SaveOutcome.NotFound>(await _portal.Reporting.RestoreContactAsync(other, _caseId, id, _none));
        Assert.Single((await SheetAsync()).Removed);
    }

    private async Task RemoveAsync(int id) =>
        Assert.IsType<SaveOutcome.Saved>(await _portal.Reporting.RemoveContactAsync(_school, _caseId, id, _none));

    private Task<SaveOutcome> RestoreAsync(int id) => _portal.Reporting.RestoreContactAsync(_school, _caseId, id, _none);

    private async Task<CaseSheet> SheetAsync() => (await _portal.Queries.FindAsync(_school, _caseId, _none))!;

    private async Task<List<Contact>> StoredAsync()
    {
        await using var context = await _portal.OpenAsync();
        return await context.Set<Contact>().IgnoreQueryFilters().AsNoTracking().ToListAsync(_none);
    }

    private async Task<ReportSheet> ReceivedAsync()
    {
        await using var context = await _portal.OpenAsync();
        await _portal.Get<Courier>().CarryAsync(await context.Set<CaseDelivery>().Select(d => d.Id).SingleAsync(_none), _none);
        var report = await context.Set<ReceivedReport>().SingleAsync(_none);
        var desk = Actor.OfAgency(7001, "Ada", Role.AgencyOperator, report.Territory);
        return (await _portal.Get<IReportQueries>().FindAsync(desk, report.Id, _none))!;
    }
}
