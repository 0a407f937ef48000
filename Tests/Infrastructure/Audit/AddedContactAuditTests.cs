using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Audit;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static CovidSchoolReporting.Tests.Support.Correspondents;

namespace CovidSchoolReporting.Tests.Infrastructure.Audit;

/// <summary>Whoever was added by an integrazione is owed the same answer as the contacts that were sent with the case.</summary>
public sealed class AddedContactAuditTests : IAsyncLifetime
{
    private static readonly Actor _keeper = Actor.OfAgency(9001, "Ada Custode", Role.AgencyAdministrator);

    private TestPortal _portal = null!;
    private Actor _school = null!;
    private int _caseId;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private AuditDesk Desk => _portal.Get<AuditDesk>();

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(services => services.AddDelivery());
        _school = await _portal.AddSchoolAsync();
        _caseId = await _portal.ReceivedCaseAsync(_school);
        await _portal.AddLaterAsync(_school, _caseId, "Quercioli");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("quercioli v")]
    [InlineData("QUERCIOLI")]
    public async Task FindPeople_BeginningOfTheName_FindsTheAddedContact(string typed)
    {
        var found = Assert.Single(await Desk.FindPeopleAsync(_keeper, typed, Patience));

        Assert.Equal((_caseId, "Quercioli", "Scuola primaria Calvino"), (found.CaseId, found.Surname, found.SchoolName));
        Assert.Equal(found, await Desk.FindPersonAsync(_keeper, found.CaseId, found.ContactId, Patience));
    }

    [Fact]
    public async Task FindPeople_FiscalCode_FindsTheAddedContact()
    {
        var other = await _portal.ReceivedCaseAsync(_school, Drafts.Case(d => d.Surname = "Verdi"));
        Assert.IsType<SaveOutcome.Saved>(await _portal.Get<SupplementDesk>().AddContactAsync(
            _school, other, Drafts.Contact(d =>
            {
                (d.RequestKey, d.Surname, d.Name, d.BirthDate) = (Guid.CreateVersion7(), "Rossi", "Mario", "01/03/2010");
                (d.FiscalCodeUnavailable, d.FiscalCodeUnavailableReason, d.FiscalCode) = (false, "", Drafts.MarioRossi);
            }), Patience));

        var found = Assert.Single(await Desk.FindPeopleAsync(_keeper, Drafts.MarioRossi, Patience));
        Assert.Equal((other, "Rossi"), (found.CaseId, found.Surname));
    }

    [Fact]
    public async Task FindPerson_AddedToAnotherCase_IsNotThere()
    {
        var other = await _portal.ReceivedCaseAsync(_school, Drafts.Case(d => d.Surname = "Verdi"));
        var added = Assert.Single(await Desk.FindPeopleAsync(_keeper, "quercioli", Patience));

        Assert.Null(await Desk.FindPersonAsync(_keeper, other, added.ContactId, Patience));
    }

    [Fact]
    public async Task List_OfTheAddedContact_HasTheDecisionAboutThem()
    {
        await _portal.Get<SupplementDesk>().AcceptAsync(Operator, _caseId, 1, Patience);
        int report;
        await using (var context = await _portal.OpenAsync())
        {
            report = await context.Set<ReceivedReport>().Where(r => r.CaseId == _caseId).Select(r => r.Id).SingleAsync(Patience);
        }

        await _portal.Get<AgencyDesk>().TakeInChargeAsync(Operator, report, Patience);
        await _portal.DecideAllAsync(Operator, report);
        var added = Assert.Single(await Desk.FindPeopleAsync(_keeper, "quercioli", Patience));

        foreach (var request in new[] { new AuditListRequest(_caseId), new AuditListRequest(_caseId, added.ContactId) })
        {
            var decided = Assert.Single((await Desk.ListAsync(_keeper, request, Patience)).Rows, row => row.Action == AuditAction.ContactDecided);
            Assert.Equal((AuditKind.Case, _caseId), (decided.RecordKind, decided.RecordId));
        }
    }
}
