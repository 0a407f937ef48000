using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Cases;

public sealed class CaseClosingTests(StartedPortal started) : IClassFixture<StartedPortal>
{
    private readonly TestPortal _portal = started.Portal;

    [Theory]
    [InlineData(null, RuleCodes.NoContactsReason)]
    [InlineData("  ", RuleCodes.NoContactsReason)]
    [InlineData("Assente\u0007", RuleCodes.ForbiddenCharacters)]
    [InlineData("😀", RuleCodes.ForbiddenCharacters)]
    public async Task CloseAndSend_NoContactsAndNoReason_IsIncompleteAndWritesNothing(string? reason, string code)
    {
        var school = await _portal.AddSchoolAsync();
        var id = await _portal.ReportAsync(school);
        var before = await _portal.DumpAsync();

        var outcome = await CloseAsync(school, id, reason);

        Assert.Equal(code, Assert.IsType<CloseOutcome.Incomplete>(outcome).Missing.Code);
        Assert.Equal(before, await _portal.DumpAsync());
    }

    [Fact]
    public async Task CloseAndSend_ReasonTooLong_IsIncomplete()
    {
        var school = await _portal.AddSchoolAsync();
        var id = await _portal.ReportAsync(school);

        var tooLong = await CloseAsync(school, id, new string('a', FieldLimits.Reason + 1));
        var longest = await CloseAsync(school, id, new string('a', FieldLimits.Reason));

        Assert.Equal(RuleCodes.TooLong, Assert.IsType<CloseOutcome.Incomplete>(tooLong).Missing.Code);
        Assert.IsType<CloseOutcome.Closed>(longest);
    }

    [Fact]
    public async Task CloseAndSend_WithAReason_ClosesAndPreparesOneDelivery()
    {
        var school = await _portal.AddSchoolAsync();
        var id = await _portal.ReportAsync(school);

        var outcome = await CloseAsync(school, id, " Assente da giorni ");

        Assert.IsType<CloseOutcome.Closed>(outcome);
        var sheet = await _portal.Queries.FindAsync(school, id, CancellationToken.None);
        Assert.Equal((CaseStatus.Closed, "Assente da giorni"), (sheet!.Row.Status, sheet.NoContactsReason));
        Assert.Equal(1, await DeliveriesAsync(id));
    }

    [Fact]
    public async Task CloseAndSend_AgainAndAgain_IsClosedOnce()
    {
        var school = await _portal.AddSchoolAsync();
        var id = await _portal.ReportAsync(school);
        await CloseAsync(school, id, "Assente da giorni");
        var before = await _portal.DumpAsync();

        var again = await CloseAsync(school, id, "Un altro motivo");

        Assert.IsType<CloseOutcome.Closed>(again);
        Assert.Equal(before, await _portal.DumpAsync());
    }

    [Fact]
    public async Task CloseAndSend_TwentyTimesAtOnce_PreparesOneDelivery()
    {
        var school = await _portal.AddSchoolAsync();
        var id = await _portal.ReportAsync(school);
        await _portal.AddContactAsync(school, id);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => CloseAsync(school, id, null))));

        Assert.All(outcomes, outcome => Assert.IsType<CloseOutcome.Closed>(outcome));
        Assert.Equal(1, await DeliveriesAsync(id));
    }

    [Fact]
    public async Task CloseAndSend_WhileContactsAreSaved_SendsWhatWasSavedAndLocksTheRest()
    {
        var school = await _portal.AddSchoolAsync();
        var id = await _portal.ReportAsync(school);
        await _portal.AddContactAsync(school, id);
        var adding = Enumerable.Range(0, 6).Select(i => Task.Run(() => _portal.Reporting.SaveContactAsync(
            school, id, Drafts.Contact(d => d.Surname = $"Neri {(char)('A' + i)}"), CancellationToken.None))).ToList();

        var closed = await CloseAsync(school, id, null);
        var outcomes = await Task.WhenAll(adding);

        Assert.IsType<CloseOutcome.Closed>(closed);
        Assert.All(outcomes, outcome => Assert.True(outcome is SaveOutcome.Saved or SaveOutcome.Locked));
        var sheet = await _portal.Queries.FindAsync(school, id, CancellationToken.None);
        Assert.Equal(1 + outcomes.Count(outcome => outcome is SaveOutcome.Saved), sheet!.Contacts.Count);
        Assert.Equal(sheet.Contacts.Count, sheet.Row.ContactCount);
    }

    [Fact]
    public async Task Closed_EveryCommand_IsLockedAndWritesNothing()
    {
        var school = await _portal.AddSchoolAsync();
        var id = await _portal.ReportAsync(school);
        var contactId = await _portal.AddContactAsync(school, id);
        var sheet = (await _portal.Queries.FindAsync(school, id, CancellationToken.None))!;
        await CloseAsync(school, id, null);
        var before = await _portal.DumpAsync();
        var (draft, contact) = (sheet.Draft, sheet.Contacts[0].Draft);

        draft.Section = contact.Section = "C";
        var right = await CommandsAsync();
        draft.Section = contact.Section = ""; // wrong, and locked all the same: correcting it would lead nowhere
        var wrong = await CommandsAsync();

        Assert.All(right.Concat(wrong), outcome => Assert.IsType<SaveOutcome.Locked>(outcome));
        Assert.Equal(before, await _portal.DumpAsync());

        async Task<SaveOutcome[]> CommandsAsync() =>
        [
            await _portal.Reporting.SaveCaseAsync(school, draft, CancellationToken.None),
            await _portal.Reporting.SaveContactAsync(school, id, contact, CancellationToken.None),
            await _portal.Reporting.SaveContactAsync(school, id, Drafts.Contact(), CancellationToken.None),
            await _portal.Reporting.RemoveContactAsync(school, id, contactId, CancellationToken.None),
            await _portal.Reporting.RestoreContactAsync(school, id, contactId, CancellationToken.None),
        ];
    }

    [Fact]
    public async Task CloseAndSend_Done_KeepsWhoAndWhen()
    {
        var school = await _portal.AddSchoolAsync();
        var id = await _portal.ReportAsync(school);

        await CloseAsync(school, id, "Assente da giorni");

        var sheet = await _portal.Queries.FindAsync(school, id, CancellationToken.None);
        Assert.Equal(TestPortal.Start.UtcDateTime, sheet!.ClosedAt);
        Assert.Equal(DateTimeKind.Utc, sheet.ClosedAt!.Value.Kind);
        Assert.Equal(school.UserId, await _portal.AskAsync<int>($"SELECT ClosedBy FROM Cases WHERE Id = {id}"));
    }

    private Task<CloseOutcome> CloseAsync(Actor school, int id, string? reason) =>
        _portal.Reporting.CloseAndSendAsync(school, id, reason, CancellationToken.None);

    private Task<int> DeliveriesAsync(int caseId) =>
        _portal.AskAsync<int>($"SELECT COUNT(*) FROM Deliveries WHERE CaseId = {caseId}");
}
