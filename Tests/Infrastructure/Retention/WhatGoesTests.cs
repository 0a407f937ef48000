using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Retention;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static CovidSchoolReporting.Tests.Support.Correspondents;

namespace CovidSchoolReporting.Tests.Infrastructure.Retention;

/// <summary>Cases on which everything was done that can be done with a case: nothing of it stays.</summary>
public sealed class WhatGoesTests : IAsyncLifetime
{
    private static readonly Actor _keeper = Actor.OfAgency(9001, "Ada Custode", Role.AgencyAdministrator);

    private TestPortal _portal = null!;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync(services => services.AddDelivery().AddRetention());

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task Remove_CasesThatWereWorkedOn_EmptiesEveryTableThatHeldSomethingOfThem()
    {
        await WorkOnAsync(await _portal.AddSchoolAsync());
        await WorkOnAsync(await _portal.AddSchoolAsync()); // The same person again: a possible duplicate.
        Assert.Empty(await EmptyTablesAsync());
        _portal.Clock.Advance(TimeSpan.FromDays(new RetentionOptions().KeepDays + 1));

        Assert.Equal(new RetentionOutcome.Removed(2, 2), await _portal.Get<RetentionDesk>().RemoveAsync(_keeper, Patience));

        await using var context = await _portal.OpenAsync();
        Assert.Equal(RemovalPlan.Of(context.Model).Emptied.Count, (await EmptyTablesAsync()).Count);
        Assert.Empty(await _portal.AskAsync<string>("SELECT coalesce(group_concat(\"table\"), '') FROM pragma_foreign_key_check"));
        Assert.Equal(0, await _portal.AskAsync<int>("SELECT coalesce(sum(\"Count\"), 0) FROM \"ReportTallies\""));
    }

    private async Task WorkOnAsync(Actor school)
    {
        var report = await _portal.ReceiveAsync(school, null, _ => { });
        var letters = _portal.Get<LetterIssuing>();
        var sheet = (await letters.OpenAsync(Operator, report, Patience))!;
        var request = new IssueRequest(report, Guid.NewGuid(), sheet.Due.Select(letter => letter.Key).ToHashSet(), ["it"]);
        Assert.IsType<IssueOutcome.Issued>(await letters.IssueAsync(Operator, request, Patience));
        await _portal.SayAsync(Operator, sheet.Row.CaseId, "In che classe era?", asks: true);
        Assert.IsType<SaveOutcome.Saved>(await _portal.Get<SupplementDesk>().AddContactAsync(
            school, sheet.Row.CaseId, Drafts.Contact(d => (d.Surname, d.RequestKey) = ("Bruni", Guid.NewGuid())), Patience));
        Assert.IsType<DraftOutcome.Kept>(await _portal.Get<IDraftStore>().SaveAsync(school, DraftKey.Message(sheet.Row.CaseId), "In 3", 0, Patience));
        Assert.IsType<SupplementOutcome.Done>(await _portal.Get<SupplementDesk>().AcceptAsync(Operator, sheet.Row.CaseId, 1, Patience));
        var desk = _portal.Get<AgencyDesk>();
        await desk.TakeInChargeAsync(Operator, report, Patience);
        await _portal.DecideAllAsync(Operator, report);
        await desk.IssueMeasuresAsync(Operator, report, Patience);
        Assert.IsType<StepOutcome.Done>(await desk.ConcludeAsync(Operator, report, Patience));
    }

    private async Task<IReadOnlyList<string>> EmptyTablesAsync()
    {
        await using var context = await _portal.OpenAsync();
        List<string> empty = [];
        foreach (var table in RemovalPlan.Of(context.Model).Emptied.Select(type => type.GetTableName()!))
        {
            if (await _portal.AskAsync<int>($"SELECT count(*) FROM \"{table}\"") == 0)
            {
                empty.Add(table);
            }
        }

        return empty;
    }
}
