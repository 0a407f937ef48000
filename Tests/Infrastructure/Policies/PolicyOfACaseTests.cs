using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CovidSchoolReporting.Tests.Infrastructure.Policies;

/// <summary>A case goes by the rules under which it was opened, and all its numbers come from the table.</summary>
public sealed class PolicyOfACaseTests : IAsyncLifetime
{
    private static readonly Actor _keeper = Actor.OfAgency(90, "Amministratore", Role.AgencyAdministrator);

    private readonly CommandRecorder _recorder = new();
    private TestPortal _portal = null!;
    private Actor _school = null!;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(services => services.AddSingleton<ILoggerProvider>(_recorder));
        _school = await _portal.AddSchoolAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Prepare_AgainAndAfterADeletion_SowsOnlyAnEmptyTable()
    {
        var last = (await TimelineAsync(_portal)).All[0];
        Assert.IsType<PolicyOutcome.Done>(await _portal.Get<PolicyDesk>().WithdrawAsync(_keeper, last.Id, last.Version, Patience));
        Assert.IsType<PolicyOutcome.Done>(await _portal.Get<PolicyDesk>().RemoveDraftAsync(_keeper, last.Id, last.Version + 1, Patience));

        await using var restarted = await TestPortal.StartAsync(databasePath: _portal.DatabasePath);

        Assert.Equal(9, (await TimelineAsync(restarted)).All.Count);
    }

    [Fact]
    public async Task ValueChangedInTheTable_NewCaseFollows_CaseOpenedUnderAnotherPolicyKeepsItsOwn()
    {
        var before = await _portal.ReportAsync(_school);
        await _portal.AddContactAsync(_school, before);
        await RunAsync("""
            UPDATE ReportingPolicies SET Terms = json_set(Terms,
                '$.WindowDaysBefore', 4,
                '$.Case[0].AsymptomaticDays', 6, '$.Case[0].LongestDays', 16,
                '$.Contacts[0].DaysWithTest', 3, '$.Contacts[0].DaysWithoutTest', 8)
            WHERE StartsOn = '2021-08-11'
            """);
        await RunAsync("""UPDATE ReportingPolicies SET Terms = json_set(Terms, '$.Contacts', json_array(json_set(json_extract(Terms, '$.Contacts[0]'), '$.Group', 'Everybody'))) WHERE StartsOn = '2021-08-11'""");
        await RunAsync("UPDATE ReportingPolicies SET StartsOn = '2020-11-25' WHERE StartsOn = '2021-08-11'");

        await using var restarted = await TestPortal.StartAsync(databasePath: _portal.DatabasePath);
        var after = await restarted.ReportAsync(_school);
        await restarted.AddContactAsync(_school, after, Drafts.Contact(d => d.LastContactDate = "17/11/2020"));

        var kept = await SheetAsync(restarted, before);
        Assert.Equal(new ContactWindow(new DateOnly(2020, 11, 19), new DateOnly(2020, 11, 20)), kept.ContactSetting.Window);
        Assert.Equal(new DateOnly(2020, 12, 1), kept.Measures.Isolation.Single().Earliest);
        Assert.Equal(new DateOnly(2020, 12, 12), kept.Measures.Isolation.Single().Latest);
        Assert.Equal(
            (new DateOnly(2020, 11, 30), new DateOnly(2020, 12, 4)),
            (kept.Contacts.Single().Measures.Single().WithTest!.Value, kept.Contacts.Single().Measures.Single().WithoutTest!.Value));

        var follows = await SheetAsync(restarted, after);
        Assert.Equal(new ContactWindow(new DateOnly(2020, 11, 17), new DateOnly(2020, 11, 20)), follows.ContactSetting.Window);
        Assert.Equal(new DateOnly(2020, 11, 27), follows.Measures.Isolation.Single().Earliest);
        Assert.Equal(new DateOnly(2020, 12, 7), follows.Measures.Isolation.Single().Latest);
        Assert.Equal(
            (new DateOnly(2020, 11, 20), new DateOnly(2020, 11, 25)),
            (follows.Contacts.Single().Measures.Single().WithTest!.Value, follows.Contacts.Single().Measures.Single().WithoutTest!.Value));
    }

    [Fact]
    public async Task Publish_WithThreeDaysBefore_TheNextCaseTakesThemAndTheFormerDoesNot()
    {
        var before = await _portal.ReportAsync(_school);
        await PublishAsync(d => (d.StartsOn, d.WindowDaysBefore) = ("25/11/2020", "3"));

        var after = await _portal.ReportAsync(_school);

        Assert.Equal(new DateOnly(2020, 11, 19), (await SheetAsync(_portal, before)).Measures.Window!.From);
        Assert.Equal(new DateOnly(2020, 11, 18), (await SheetAsync(_portal, after)).Measures.Window!.From);

        // The day that one window holds and the other does not: a reason is asked for in one case only.
        var contact = Drafts.Contact(d => d.LastContactDate = "18/11/2020");
        Assert.IsType<SaveOutcome.Saved>(await _portal.Reporting.SaveContactAsync(_school, after, contact, Patience));
        var asked = Assert.IsType<SaveOutcome.NeedsConfirmation>(await _portal.Reporting.SaveContactAsync(_school, before, contact, Patience));
        Assert.Equal([RuleCodes.LastContactOutsideWindow], asked.Warnings.Select(w => w.Code));
    }

    [Fact]
    public async Task Amend_UnderNewerRules_KeepsThePolicyOfTheOpening()
    {
        var id = await _portal.ReportAsync(_school);
        await PublishAsync(d => (d.StartsOn, d.WindowDaysBefore) = ("25/11/2020", "5"));
        var draft = (await SheetAsync(_portal, id)).Draft;
        draft.PositiveSwabDate = "22/11/2020";

        Assert.IsType<SaveOutcome.Saved>(await _portal.Reporting.SaveCaseAsync(_school, draft, Patience));

        var sheet = await SheetAsync(_portal, id);
        Assert.Equal(new DateOnly(2020, 10, 12), sheet.Measures.Policy.StartsOn);
        Assert.Equal(new DateOnly(2020, 11, 20), sheet.Measures.Window!.From);
    }

    [Fact]
    public async Task Report_PlannedPolicy_ComesIntoForceWithItsDay()
    {
        await PublishAsync(d => (d.StartsOn, d.WindowDaysBefore) = ("26/11/2020", "3"));
        var today = await _portal.ReportAsync(_school);
        _portal.Clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await _portal.ReportAsync(_school);

        Assert.Equal(2, (await SheetAsync(_portal, today)).Measures.Policy.Terms.WindowDaysBefore);
        Assert.Equal(3, (await SheetAsync(_portal, tomorrow)).Measures.Policy.Terms.WindowDaysBefore);
    }

    [Fact]
    public async Task Report_LateInTheEvening_TakesThePolicyOfTheDayInRome()
    {
        await PublishAsync(d => d.StartsOn = "26/11/2020");
        _portal.Clock.SetUtcNow(new DateTimeOffset(2020, 11, 25, 23, 30, 0, TimeSpan.Zero)); // 00:30 of the 26th in Rome

        var id = await _portal.ReportAsync(_school);

        Assert.Equal(new DateOnly(2020, 11, 26), (await SheetAsync(_portal, id)).Measures.Policy.StartsOn);
    }

    [Fact]
    public async Task Timeline_AskedAgain_AsksTheDatabaseOnceUntilItChanges()
    {
        await TimelineAsync(_portal);
        _recorder.Take();

        var kept = await TimelineAsync(_portal);
        Assert.Same(kept, await TimelineAsync(_portal));
        Assert.Empty(_recorder.Take());

        await PublishAsync(d => d.StartsOn = "25/11/2020");
        _recorder.Take();
        Assert.NotSame(kept, await TimelineAsync(_portal));
        Assert.Empty(_recorder.Take());
    }

    [Fact]
    public async Task Timeline_TermsFromBeforeClustersWereInThem_HaveTheNumbersOfThatTime()
    {
        await RunAsync("UPDATE ReportingPolicies SET Terms = json_remove(Terms, '$.ClusterCases', '$.ClusterDays')");

        await using var restarted = await TestPortal.StartAsync(databasePath: _portal.DatabasePath);

        Assert.All((await TimelineAsync(restarted)).All, policy => Assert.Equal(new ClusterRule(2, 14), policy.Terms.ClusterRule));
    }

    [Fact]
    public async Task Policy_WithCases_CannotBeTakenFromTheTable()
    {
        await _portal.ReportAsync(_school);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunAsync("DELETE FROM ReportingPolicies WHERE StartsOn = '2020-10-12'"));
    }

    private static ValueTask<PolicyTimeline> TimelineAsync(TestPortal portal) => portal.Get<IPolicyStore>().TimelineAsync(Patience);

    private async Task<CaseSheet> SheetAsync(TestPortal portal, int id) => (await portal.Queries.FindAsync(_school, id, Patience))!;

    private async Task PublishAsync(Action<PolicyDraft> change)
    {
        var desk = _portal.Get<PolicyDesk>();
        var saved = Assert.IsType<PolicyOutcome.Done>(await desk.SaveDraftAsync(_keeper, Drafts.Policy(change), Patience));
        Assert.IsType<PolicyOutcome.Done>(await desk.PublishAsync(_keeper, saved.Id, 1, Patience));
    }

    private async Task RunAsync(string sql)
    {
        await using var context = await _portal.OpenAsync();
        await context.Database.ExecuteSqlRawAsync(sql, Patience);
    }
}
