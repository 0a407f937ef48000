using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency;

/// <summary>Decisions about contacts on a real database.</summary>
public sealed class DecisionDeskTests
{
    private static readonly Actor _ada = Actor.OfAgency(901, "Ada Operatrice", Role.AgencyOperator, Territory.Milano, Territory.Lodi);
    private static readonly Actor _ugo = Actor.OfAgency(902, "Ugo Operatore", Role.AgencyOperator, Territory.Milano);
    private static readonly Actor _ofLodi = Actor.OfAgency(903, "Lia Lodigiana", Role.AgencyOperator, Territory.Lodi);

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task Decide_ManyAtOnce_IsOneCommitWithQuarantineFromThePolicy()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var (id, contacts) = await stage.ReceiveWithContactsAsync(3, Patience);
        await TakeAsync(stage, id);

        var outcome = await Decide(stage, _ada, id, ContactStatus.Close, contacts);

        Assert.Equal(new DecisionOutcome.Decided(3), outcome);
        var decided = await DecidedAsync(stage, _ugo, id);
        Assert.Equal(contacts, decided.Select(one => one.Contact.ContactId));
        Assert.All(decided, one => Assert.Equal(
            (ContactStatus.Close, new DateOnly(2020, 11, 20), new DateOnly(2020, 12, 4), new DateOnly(2020, 11, 30), "Ada Operatrice"),
            (one.Decision.Status, one.Period!.From, one.Period.To, one.Period.ToWithTest!.Value, one.Decision.DecidedByName)));
        var history = await stage.Portal.Get<IReportHistory>().FindAsync(_ada, id, Patience);
        Assert.Equal("3", Assert.Single(history!.Events, line => line.Kind == ReportEventKind.ContactsDecided).Subject);
    }

    [Fact(Timeout = 60_000)]
    public async Task Decide_TwoOperatorsAtOnce_OneDecidesAndTheOtherIsTold()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var (id, contacts) = await stage.ReceiveWithContactsAsync(6, Patience);
        await TakeAsync(stage, id);
        foreach (var contact in contacts)
        {
            var outcomes = await Task.WhenAll(
                Task.Run(() => Decide(stage, _ada, id, ContactStatus.Close, [contact])),
                Task.Run(() => Decide(stage, _ugo, id, ContactStatus.LowRisk, [contact])));

            var winner = outcomes[0] is DecisionOutcome.Decided ? 0 : 1;
            Assert.IsType<DecisionOutcome.Decided>(outcomes[winner]);
            var told = Assert.Single(Assert.IsType<DecisionOutcome.Overtaken>(outcomes[1 - winner]).Contacts);
            Assert.Equal((contact, 1, new[] { _ada, _ugo }[winner].DisplayName), (told.ContactId, told.Version, told.ByName));
        }

        var rows = await stage.Portal.Get<IDecisionQueries>().OfReportAsync(_ada, id, Patience);
        Assert.Equal(contacts.Count, rows.Count);
        Assert.All(rows, row => Assert.True(row.IsCurrent));
    }

    [Fact(Timeout = 30_000)]
    public async Task Decide_SentTwice_IsDoneOnce()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var (id, contacts) = await stage.ReceiveWithContactsAsync(2, Patience);
        await TakeAsync(stage, id);

        Assert.Equal(new DecisionOutcome.Decided(2), await Decide(stage, _ada, id, ContactStatus.Close, contacts));
        Assert.Equal(new DecisionOutcome.Decided(2), await Decide(stage, _ada, id, ContactStatus.Close, contacts));

        Assert.Equal(2, (await stage.Portal.Get<IDecisionQueries>().OfReportAsync(_ada, id, Patience)).Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task Decide_OtherwiseLater_KeepsBothAndWhatTheSchoolSent()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var (id, contacts) = await stage.ReceiveWithContactsAsync(1, Patience);
        await TakeAsync(stage, id);
        var sent = (await stage.Portal.Get<IReportQueries>().FindAsync(_ada, id, Patience))!.Report.Contacts.Single();
        await Decide(stage, _ada, id, ContactStatus.LowRisk, contacts);

        var draft = new DecisionDraft { Status = ContactStatus.Close, OwnEnd = "28/11/2020", Reason = "Accordo con il medico" };
        var outcome = await stage.Portal.Get<DecisionDesk>().DecideAsync(_ugo, id, draft, [new SeenContact(contacts[0], 1)], Patience);

        Assert.Equal(new DecisionOutcome.Decided(1), outcome);
        var rows = await stage.Portal.Get<IDecisionQueries>().OfReportAsync(_ada, id, Patience);
        Assert.Equal(
            [(1, false, ContactStatus.LowRisk, "Ada Operatrice"), (2, true, ContactStatus.Close, "Ugo Operatore")],
            rows.Select(row => (row.Version, row.IsCurrent, row.Status, row.DecidedByName)));
        var now = Assert.Single(await DecidedAsync(stage, _ada, id));
        Assert.Equal((new DateOnly(2020, 11, 28), true, "Accordo con il medico"), (now.Period!.To, now.Period.IsOwnEnd, now.Decision.Reason));
        var after = (await stage.Portal.Get<IReportQueries>().FindAsync(_ada, id, Patience))!.Report.Contacts.Single();
        Assert.Equal((sent.Person.Surname, sent.LastContactDate), (after.Person.Surname, after.LastContactDate));
    }

    [Fact(Timeout = 30_000)]
    public async Task Decide_WhatTheRulesRefuse_SaysWhyAndKeepsNothing()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var (id, contacts) = await stage.ReceiveWithContactsAsync(1, Patience);
        Assert.Equal(new DecisionOutcome.NotOpen(AgencyState.Received), await Decide(stage, _ada, id, ContactStatus.Close, contacts));
        await TakeAsync(stage, id);

        var draft = new DecisionDraft { Status = ContactStatus.Close, OwnEnd = "19/11/2020", Reason = "" };
        var outcome = await stage.Portal.Get<DecisionDesk>().DecideAsync(_ada, id, draft, [new SeenContact(contacts[0], 0)], Patience);

        Assert.Equal(
            [RuleCodes.OwnEndBeforeContact, RuleCodes.OwnEndReason],
            Assert.IsType<DecisionOutcome.Invalid>(outcome).Findings.Select(finding => finding.Code));
        Assert.Empty(await stage.Portal.Get<IDecisionQueries>().OfReportAsync(_ada, id, Patience));
    }

    [Fact(Timeout = 30_000)]
    public async Task Accept_Proposals_DecidesThoseThatHaveOne()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var (id, contacts) = await stage.ReceiveWithContactsAsync(2, Patience, change: (draft, index) => draft.Section = index == 0 ? "B" : "A");
        await TakeAsync(stage, id);

        var outcome = await stage.Portal.Get<DecisionDesk>().AcceptProposalsAsync(
            _ada, id, [new SeenProposal(contacts[0], 0, ContactStatus.Close), new SeenProposal(contacts[1], 0, null)], Patience);

        Assert.Equal(new DecisionOutcome.Decided(1), outcome);
        var classmate = Assert.Single(await DecidedAsync(stage, _ada, id));
        Assert.Equal((contacts[0], ContactStatus.Close), (classmate.Contact.ContactId, classmate.Decision.Status));
    }

    [Fact(Timeout = 30_000)]
    public async Task IssueMeasures_ContactsUndecided_SaysHowManyAndIssuesNothing()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var (id, contacts) = await stage.ReceiveWithContactsAsync(3, Patience);
        await TakeAsync(stage, id);
        await Decide(stage, _ada, id, ContactStatus.Close, [contacts[0]]);

        var desk = stage.Portal.Get<AgencyDesk>();
        Assert.Equal(new StepOutcome.Undecided(2), await desk.IssueMeasuresAsync(_ada, id, Patience));
        await Decide(stage, _ada, id, ContactStatus.NotContact, [contacts[1], contacts[2]]);

        Assert.Equal(new StepOutcome.Done(), await desk.IssueMeasuresAsync(_ada, id, Patience));
    }

    [Fact(Timeout = 30_000)]
    public async Task Decide_NotOnesOwn_LooksLikeAnUnknownReport()
    {
        await using var stage = await DeliveryStage.SetAsync();
        var (id, contacts) = await stage.ReceiveWithContactsAsync(1, Patience);
        await TakeAsync(stage, id);
        foreach (var other in new[] { _ofLodi, Actor.OfAgency(904, "Amministratrice", Role.AgencyAdministrator), Actor.OfSchool(905, "Referente", Role.Referent, 1) })
        {
            Assert.Equal(new DecisionOutcome.NotFound(), await Decide(stage, other, id, ContactStatus.Close, contacts));
            Assert.Empty(await stage.Portal.Get<IDecisionQueries>().OfReportAsync(other, id, Patience));
            Assert.Null(await stage.Portal.Get<IReportHistory>().FindAsync(other, id, Patience));
        }

        Assert.Equal(new DecisionOutcome.NotFound(), await Decide(stage, _ada, id, ContactStatus.Close, [contacts[0] + 1000]));
        Assert.Equal(new DecisionOutcome.NotFound(), await Decide(stage, _ada, id, ContactStatus.Close, []));
    }

    [Fact(Timeout = 30_000)]
    public async Task Decide_DatabaseUnreadableRightAfterTheCommit_SaysThatItIsDone()
    {
        var blackout = new ReadsFailAfterACommit();
        await using var stage = await DeliveryStage.SetAsync(
            more: services => services.ConfigureDbContext<PortalDbContext>(builder => builder.AddInterceptors(blackout)));
        var (id, contacts) = await stage.ReceiveWithContactsAsync(1, Patience);
        await TakeAsync(stage, id);
        await stage.StopWorkerAsync();

        // That the report was read is written down behind the command, and is a commit too: done before, it is the same reading.
        await stage.Portal.Get<IReportQueries>().FindAsync(_ada, id, Patience);
        await stage.Portal.Get<IAuditTrail>().FlushAsync(Patience);
        blackout.IsOn = true;

        Assert.Equal(new DecisionOutcome.Decided(1), await Decide(stage, _ada, id, ContactStatus.Close, contacts));
        Assert.True(blackout.HasBegun);
    }

    private static Task<DecisionOutcome> Decide(DeliveryStage stage, Actor actor, int id, ContactStatus status, IReadOnlyList<int> contacts) =>
        stage.Portal.Get<DecisionDesk>().DecideAsync(
            actor, id, new DecisionDraft { Status = status }, [.. contacts.Select(contact => new SeenContact(contact, 0))], Patience);

    private static async Task<IReadOnlyList<DecidedContact>> DecidedAsync(DeliveryStage stage, Actor actor, int id) => DecidedContact.Of(
        (await stage.Portal.Get<IReportQueries>().FindAsync(actor, id, Patience))!,
        await stage.Portal.Get<IDecisionQueries>().OfReportAsync(actor, id, Patience));

    private static async Task TakeAsync(DeliveryStage stage, int id) =>
        Assert.IsType<TakeInChargeOutcome.TakenInCharge>(await stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(_ada, id, Patience));
}
