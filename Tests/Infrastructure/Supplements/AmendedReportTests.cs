using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using static CovidSchoolReporting.Tests.Support.Correspondents;

namespace CovidSchoolReporting.Tests.Infrastructure.Supplements;

/// <summary>What the agency accepted counts in its work, while what was sent stays as it was.</summary>
public sealed class AmendedReportTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private Actor _school = null!;
    private int _report;
    private int _caseId;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private SupplementDesk Desk => _portal.Get<SupplementDesk>();

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(services => services.AddDelivery());
        _school = await _portal.AddSchoolAsync();
        _report = await _portal.ReceiveAsync(_school, null, _ => { });
        _caseId = (await SheetAsync()).Row.CaseId;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Accept_AContactAfterTheMeasures_IsToBeDecidedBeforeTheCaseIsConcluded()
    {
        var desk = _portal.Get<AgencyDesk>();
        await ReachAsync(AgencyState.MeasuresIssued);
        await _portal.AddLaterAsync(_school, _caseId, "Bruni");
        Assert.Single((await SheetAsync()).Amended.Contacts);

        await Desk.AcceptAsync(Operator, _caseId, 1, Patience);

        var sheet = await SheetAsync();
        Assert.Single(sheet.Report.Contacts);
        var added = Assert.Single(sheet.Amended.Contacts, contact => contact.Person.Surname == "Bruni");
        Assert.Equal(new StepOutcome.Undecided(1), await desk.ConcludeAsync(Operator, _report, Patience));
        Assert.Equal(new DecisionOutcome.Decided(1), await _portal.Get<DecisionDesk>().AcceptProposalsAsync(
            Operator, _report, [new SeenProposal(added.ContactId, 0, ContactStatus.Close)], Patience));
        var letters = await _portal.Get<LetterIssuing>().OpenAsync(Operator, _report, Patience);
        Assert.Contains("Bruni Valerio", letters!.Due.Select(letter => letter.About));
        Assert.Equal(new StepOutcome.Done(), await desk.ConcludeAsync(Operator, _report, Patience));
    }

    [Fact]
    public async Task AcceptProposals_AnIntegrazioneChangedOneSinceItWasSeen_IsRefusedAndNothingIsDecided()
    {
        await _portal.Get<AgencyDesk>().TakeInChargeAsync(Operator, _report, Patience);
        var contact = (await SheetAsync()).Report.Contacts[0];
        Assert.Equal(ContactStatus.Close, await ProposedAsync());
        await _portal.CorrectLaterAsync(_school, _caseId, contact.ContactId, nameof(ContactDraft.LastContactDate), "10/11/2020");
        await Desk.AcceptAsync(Operator, _caseId, 1, Patience);

        var asSeen = await AcceptAsync(ContactStatus.Close);

        Assert.Equal(new DecisionOutcome.ProposalsChanged(1), asSeen);
        Assert.Empty(await _portal.Get<IDecisionQueries>().OfReportAsync(Operator, _report, Patience));
        Assert.Equal(ContactStatus.NotContact, await ProposedAsync());
        Assert.Equal(new DecisionOutcome.Decided(1), await AcceptAsync(ContactStatus.NotContact));

        async Task<ContactStatus?> ProposedAsync() => DecisionDesk.Proposals(await SheetAsync())[contact.ContactId].Status;

        Task<DecisionOutcome> AcceptAsync(ContactStatus seen) =>
            _portal.Get<DecisionDesk>().AcceptProposalsAsync(Operator, _report, [new SeenProposal(contact.ContactId, 0, seen)], Patience);
    }

    [Fact]
    public async Task Accept_CorrectedDays_MovesTheMeasuresOfCaseAndContact()
    {
        var contact = (await SheetAsync()).Report.Contacts[0];
        await _portal.CorrectLaterAsync(_school, _caseId, null, nameof(CaseDraft.PositiveSwabDate), "22/11/2020");
        await _portal.CorrectLaterAsync(_school, _caseId, contact.ContactId, nameof(ContactDraft.LastContactDate), "19/11/2020");
        await _portal.CorrectLaterAsync(_school, _caseId, contact.ContactId, nameof(PersonDraft.Surname), "Valerii");

        foreach (var number in Enumerable.Range(1, 3))
        {
            Assert.Equal(new SupplementOutcome.Done(number), await Desk.AcceptAsync(Operator, _caseId, number, Patience));
        }

        var sheet = await SheetAsync();
        Assert.Equal(new DateOnly(2020, 11, 22), sheet.Measures.PositiveSwab);
        Assert.Equal(("Valerii", new DateOnly(2020, 11, 19)), (sheet.Amended.Contacts[0].Person.Surname, sheet.Amended.Contacts[0].LastContactDate));
        Assert.Equal(contact.Person.FiscalCode, sheet.Amended.Contacts[0].Person.FiscalCode);
        Assert.Equal((new DateOnly(2020, 11, 21), "Valeri"), (sheet.Report.PositiveSwabDate, sheet.Report.Contacts[0].Person.Surname));
    }

    [Fact]
    public async Task Conclude_WhileAnAdditionWaits_SaysSo()
    {
        await ReachAsync(AgencyState.MeasuresIssued);
        await _portal.CorrectLaterAsync(_school, _caseId, null, nameof(PersonDraft.Phone), "333 7654321");
        var desk = _portal.Get<AgencyDesk>();

        Assert.Equal(new StepOutcome.SupplementsWaiting(1), await desk.ConcludeAsync(Operator, _report, Patience));
        await Desk.RefuseAsync(Operator, _caseId, 1, "Numero già noto", Patience);

        Assert.Equal(new StepOutcome.Done(), await desk.ConcludeAsync(Operator, _report, Patience));
    }

    [Fact]
    public async Task Accept_AContactAfterTheConclusion_OpensTheReportAgain()
    {
        await ReachAsync(AgencyState.Concluded);
        await _portal.AddLaterAsync(_school, _caseId, "Bruni");

        await Desk.AcceptAsync(Operator, _caseId, 1, Patience);

        Assert.Equal(AgencyState.MeasuresIssued, (await SheetAsync()).Row.State);
        await _portal.DecideAllAsync(Operator, _report);
        Assert.Equal(new StepOutcome.Done(), await _portal.Get<AgencyDesk>().ConcludeAsync(Operator, _report, Patience));
        var history = await _portal.Get<IReportHistory>().FindAsync(Operator, _report, Patience);
        Assert.Contains(ReportEventKind.Reopened, history!.Events.Select(one => one.Kind));
    }

    [Fact]
    public async Task Accept_Corrections_AreWhatTheReportIsFoundByAndComparedBy()
    {
        var other = await _portal.ReceiveAsync(await _portal.AddSchoolAsync(), d =>
            (d.Surname, d.FiscalCode, d.FiscalCodeUnavailable, d.FiscalCodeUnavailableReason) = ("Zamboni", "", true, "In attesa di rilascio"));
        await _portal.CorrectLaterAsync(_school, _caseId, null, nameof(PersonDraft.Surname), "Zamboni");
        var queue = _portal.Get<IReportQueries>();
        Assert.Equal([other], (await queue.ListAsync(Operator, new ReportListRequest { Search = "zamb" }, Patience)).Rows.Select(row => row.Id));
        Assert.Empty(await _portal.Get<IMatchQueries>().OfReportAsync(Operator, _report, Patience));

        await Desk.AcceptAsync(Operator, _caseId, 1, Patience);

        var found = await queue.ListAsync(Operator, new ReportListRequest { Search = "zamb" }, Patience);
        Assert.Equal([_report, other], found.Rows.Select(row => row.Id).Order());
        Assert.Single(await _portal.Get<IMatchQueries>().OfReportAsync(Operator, _report, Patience));
    }

    [Fact]
    public async Task Accept_TheMissingDay_FillsTheGap()
    {
        var report = await _portal.ReceiveAsync(_school, d => d.PositiveSwabDate = "", _ => { });
        var sheet = (await _portal.Get<IReportQueries>().FindAsync(Operator, report, Patience))!;
        Assert.Equal(ReportGaps.SwabDate, sheet.Row.Missing & ReportGaps.SwabDate);
        await _portal.CorrectLaterAsync(_school, sheet.Row.CaseId, null, nameof(CaseDraft.PositiveSwabDate), "21/11/2020");
        await _portal.AddLaterAsync(_school, sheet.Row.CaseId, "Bruni");

        foreach (var number in (int[])[1, 2])
        {
            await Desk.AcceptAsync(Operator, sheet.Row.CaseId, number, Patience);
        }

        var row = (await _portal.Get<IReportQueries>().FindAsync(Operator, report, Patience))!.Row;
        Assert.Equal((ReportGaps.None, 2), (row.Missing & ReportGaps.SwabDate, row.ContactCount));
    }

    private async Task ReachAsync(AgencyState state)
    {
        var desk = _portal.Get<AgencyDesk>();
        await desk.TakeInChargeAsync(Operator, _report, Patience);
        await _portal.DecideAllAsync(Operator, _report);
        Assert.Equal(new StepOutcome.Done(), await desk.IssueMeasuresAsync(Operator, _report, Patience));
        if (state == AgencyState.Concluded)
        {
            Assert.Equal(new StepOutcome.Done(), await desk.ConcludeAsync(Operator, _report, Patience));
        }
    }

    private async Task<ReportSheet> SheetAsync() => (await _portal.Get<IReportQueries>().FindAsync(Operator, _report, Patience))!;
}
