using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static CovidSchoolReporting.Tests.Support.Correspondents;

namespace CovidSchoolReporting.Tests.Infrastructure.Supplements;

public sealed class SupplementTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private Actor _school = null!;
    private int _caseId;
    private int _contactId;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private SupplementDesk Desk => _portal.Get<SupplementDesk>();

    private ISupplementQueries Queries => _portal.Get<ISupplementQueries>();

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(services => services.AddDelivery());
        _school = await _portal.AddSchoolAsync();
        _caseId = await _portal.ReportAsync(_school);
        _contactId = await _portal.AddContactAsync(_school, _caseId);
        Assert.IsType<CloseOutcome.Closed>(await _portal.Reporting.CloseAndSendAsync(_school, _caseId, null, Patience));
        await _portal.CarryAsync(_caseId);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task AddContact_ToAClosedCase_IsNumberedAndLeavesWhatWasSentAlone()
    {
        var before = (await _portal.Queries.FindAsync(_school, _caseId, Patience))!;

        Assert.Equal(1, await AddAsync(Forgotten("Bruni")));
        Assert.Equal(2, await AddAsync(Forgotten("Verdi")));

        var after = (await _portal.Queries.FindAsync(_school, _caseId, Patience))!;
        Assert.Equal((before.Row, before.Contacts.Count), (after.Row, after.Contacts.Count));
        Assert.Equal(
            [(1, "Bruni", SupplementState.Sent), (2, "Verdi", SupplementState.Sent)],
            (await Queries.ListAsync(Operator, _caseId, Patience))!.Select(s => (s.Number, s.Contact!.Person.Surname, s.State)));
        Assert.Empty((await Queries.AcceptedAsync(Operator, _caseId, Patience)).Contacts);
    }

    [Fact]
    public async Task AddContact_TheRulesOfEveryContact_Hold()
    {
        var invalid = Assert.IsType<SaveOutcome.Invalid>(await Desk.AddContactAsync(_school, _caseId, Forgotten("Bruni", d => d.LastContactDate = ""), Patience));
        Assert.Contains(invalid.Findings, f => f.Code == RuleCodes.LastContactRequired);

        await AddAsync(Forgotten("Bruni"));
        var again = Assert.IsType<SaveOutcome.NeedsConfirmation>(await Desk.AddContactAsync(_school, _caseId, Forgotten("Bruni"), Patience));
        Assert.Contains(again.Warnings, f => f.Code == RuleCodes.SameAsContact);
    }

    [Fact]
    public async Task AddContact_TheSameSentAgain_IsStoredOnce()
    {
        var draft = Forgotten("Bruni");

        Assert.Equal(1, await AddAsync(draft));
        Assert.Equal(1, await AddAsync(draft));

        Assert.Single((await Queries.ListAsync(_school, _caseId, Patience))!);
    }

    [Fact]
    public async Task Correct_ManyAtOnce_EachHasANumberOfItsOwn()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            Desk.CorrectAsync(_school, _caseId, Correction(nameof(PersonDraft.Phone), $"34711122{i:D2}"), Patience))));

        Assert.Equal(Enumerable.Range(1, 6), outcomes.Select(o => Assert.IsType<SupplementOutcome.Done>(o).Number).Order());
    }

    [Fact]
    public async Task Correct_Value_ShowsOldAndNewInTheWritingOfTheScreens()
    {
        Assert.IsType<SupplementOutcome.Done>(await Desk.CorrectAsync(_school, _caseId, Correction(nameof(PersonDraft.Phone), "347/1112223", "Letto male"), Patience));
        Assert.IsType<SupplementOutcome.Done>(await Desk.CorrectAsync(
            _school, _caseId, Correction(nameof(PersonDraft.BirthDate), "14/1/10") with { ContactId = _contactId }, Patience));

        var rows = (await Queries.ListAsync(Operator, _caseId, Patience))!;
        var contact = (await _portal.Queries.FindAsync(_school, _caseId, Patience))!.Contacts.Single().Draft;
        Assert.Equal(("333 1234567", "347 1112223", "Letto male"), (rows[0].OldValue, rows[0].NewValue, rows[0].Note));
        Assert.Equal((contact.BirthDate, "14/01/2010", $"{contact.Surname} {contact.Name}"), (rows[1].OldValue, rows[1].NewValue, rows[1].CorrectedContact));
    }

    [Theory]
    [InlineData(nameof(PersonDraft.Phone), "12", RuleCodes.NotAPhone)]
    [InlineData(nameof(PersonDraft.Surname), "", RuleCodes.Required)]
    [InlineData(nameof(CaseDraft.LastDayAttended), "31/12/2020", RuleCodes.LastDayInFuture)]
    public async Task Correct_ValueThatTheRulesRefuse_IsInvalid(string field, string value, string code)
    {
        var invalid = Assert.IsType<SupplementOutcome.Invalid>(await Desk.CorrectAsync(_school, _caseId, Correction(field, value), Patience));

        Assert.Contains(invalid.Findings, f => f.Code == code);
        Assert.Empty((await Queries.ListAsync(_school, _caseId, Patience))!);
    }

    [Fact]
    public async Task Correct_ValueThatWasSent_IsUnchanged_AndWhatIsNoFieldIsNotThere()
    {
        Assert.IsType<SupplementOutcome.Unchanged>(await Desk.CorrectAsync(_school, _caseId, Correction(nameof(PersonDraft.Phone), "+39 333 1234567"), Patience));
        Assert.IsType<SupplementOutcome.NotFound>(await Desk.CorrectAsync(_school, _caseId, Correction(nameof(PersonDraft.Revision), "3"), Patience));
        Assert.IsType<SupplementOutcome.NotFound>(
            await Desk.CorrectAsync(_school, _caseId, Correction(nameof(PersonDraft.Phone), "3471112223") with { ContactId = 900_000 }, Patience));
    }

    [Fact]
    public async Task Judge_AcceptedOnes_CountAndTheLastOfAFieldWins()
    {
        await AddAsync(Forgotten("Bruni"));
        foreach (var phone in new[] { "3471112223", "3471112224", "3471112225" })
        {
            await Desk.CorrectAsync(_school, _caseId, Correction(nameof(PersonDraft.Phone), phone), Patience);
        }

        Assert.Equal(new SupplementOutcome.Done(1), await Desk.AcceptAsync(Operator, _caseId, 1, Patience));
        await Desk.AcceptAsync(Operator, _caseId, 2, Patience);
        await Desk.AcceptAsync(Operator, _caseId, 3, Patience);
        await Desk.RefuseAsync(Operator, _caseId, 4, "Numero inesistente", Patience);

        var accepted = await Queries.AcceptedAsync(Operator, _caseId, Patience);
        var added = Assert.Single(accepted.Contacts);
        Assert.Equal((1, "Bruni"), (added.Number, added.Contact.Person.Surname));
        Assert.True(added.Contact.ContactId < 0);
        Assert.Equal("347 1112224", Assert.Single(accepted.Corrections).Value);
        Assert.Equal("Numero inesistente", (await Queries.ListAsync(_school, _caseId, Patience))![3].RefusalReason);
        await using var context = await _portal.OpenAsync();
        Assert.Equal(
            [ReportEventKind.SupplementReceived, ReportEventKind.SupplementAccepted, ReportEventKind.SupplementRefused],
            (await context.Set<ReportEvent>().OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync(Patience)).Where(k => k != ReportEventKind.Received).Distinct());
    }

    [Fact]
    public async Task Judge_TwoOperatorsAtOnce_OneIsFirstAndTheOtherIsToldWho()
    {
        await AddAsync(Forgotten("Bruni"));
        var ugo = Operator with { UserId = 902, DisplayName = "Ugo Operatore" };

        var outcomes = await Task.WhenAll(
            Task.Run(() => Desk.AcceptAsync(Operator, _caseId, 1, Patience)), Task.Run(() => Desk.RefuseAsync(ugo, _caseId, 1, "Doppio", Patience)));

        var told = Assert.Single(outcomes.OfType<SupplementOutcome.AlreadyJudged>());
        Assert.Single(outcomes.OfType<SupplementOutcome.Done>());
        var row = Assert.Single((await Queries.ListAsync(Operator, _caseId, Patience))!);
        Assert.Equal((row.State, row.JudgedByName!), (told.State, told.ByName));
    }

    [Fact]
    public async Task Judge_RefusalWithoutAReason_IsInvalid()
    {
        await AddAsync(Forgotten("Bruni"));

        Assert.IsType<SupplementOutcome.Invalid>(await Desk.RefuseAsync(Operator, _caseId, 1, " ", Patience));

        Assert.Equal(SupplementState.Sent, Assert.Single((await Queries.ListAsync(Operator, _caseId, Patience))!).State);
    }

    [Fact]
    public async Task AnyCommand_OfWhomItIsNoneOfTheirBusiness_FindsNothing()
    {
        await AddAsync(Forgotten("Bruni"));
        var other = await _portal.AddSchoolAsync("Volta");

        Assert.IsType<SaveOutcome.NotFound>(await Desk.AddContactAsync(other, _caseId, Forgotten("Verdi"), Patience));
        Assert.IsType<SaveOutcome.NotFound>(await Desk.AddContactAsync(Operator, _caseId, Forgotten("Verdi"), Patience));
        Assert.IsType<SupplementOutcome.NotFound>(await Desk.CorrectAsync(other, _caseId, Correction(nameof(PersonDraft.Phone), "3471112223"), Patience));
        Assert.IsType<SupplementOutcome.NotFound>(await Desk.AcceptAsync(OfLodi, _caseId, 1, Patience));
        Assert.IsType<SupplementOutcome.NotFound>(await Desk.AcceptAsync(_school, _caseId, 1, Patience));
        Assert.Null(await Queries.ListAsync(other, _caseId, Patience));
        Assert.Null(await Queries.ListAsync(OfLodi, _caseId, Patience));
        Assert.Equal(AcceptedSupplements.None, await Queries.AcceptedAsync(OfLodi, _caseId, Patience));
        var open = await _portal.ReportAsync(_school);
        Assert.IsType<SaveOutcome.NotFound>(await Desk.AddContactAsync(_school, open, Forgotten("Verdi"), Patience));
    }

    private static ContactDraft Forgotten(string surname, Action<ContactDraft>? change = null) => Drafts.Contact(d =>
    {
        (d.RequestKey, d.Surname) = (Guid.CreateVersion7(), surname);
        change?.Invoke(d);
    });

    private static CorrectionDraft Correction(string field, string value, string note = "") => new(Guid.CreateVersion7(), null, field, value, note);

    private async Task<int> AddAsync(ContactDraft draft)
    {
        var outcome = await Desk.AddContactAsync(_school, _caseId, draft, Patience);
        return Assert.IsType<SaveOutcome.Saved>(outcome).Id;
    }
}
