using System.Text;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Retention;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Retention;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Tests.Infrastructure.Retention;

/// <summary>Old cases go with everything of theirs, and nothing else goes.</summary>
public sealed class RetentionTests : IAsyncLifetime
{
    private const int KeepDays = 365;

    private static readonly Actor Keeper = Actor.OfAgency(9001, "Ada Custode", Role.AgencyAdministrator);
    private static readonly Actor Worker = Actor.OfAgency(9002, "Ugo Operatore", Role.AgencyOperator, Territory.Milano, Territory.Lodi);

    private DeliveryStage _stage = null!;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private RetentionDesk Desk => _stage.Portal.Get<RetentionDesk>();

    public async ValueTask InitializeAsync() => _stage = await DeliveryStage.SetAsync(more: services => services.AddRetention());

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task Remove_ConcludedLongAgo_TakesTheCaseWithAllOfItAndLeavesTheOthers()
    {
        var old = await ReceiveAsync(conclude: true);
        var open = await ReceiveAsync(conclude: false);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(KeepDays - 1));
        var recent = await ReceiveAsync(conclude: true);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(2));

        var outcome = await Desk.RemoveAsync(Keeper, Patience);

        Assert.Equal(new RetentionOutcome.Removed(1, 1), outcome);
        await using var context = await _stage.Portal.OpenAsync();
        Assert.Equal([open, recent], await context.Set<CovidCase>().OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(Patience));
        Assert.Equal([open, recent], await context.Set<Contact>().OrderBy(c => c.CaseId).Select(c => c.CaseId).ToListAsync(Patience));
        Assert.DoesNotContain(old, await context.Set<ReceivedReport>().Select(r => r.CaseId).ToListAsync(Patience));
        Assert.Equal(2, await context.Set<ReportEvent>().Select(e => e.ReportId).Distinct().CountAsync(Patience));
        Assert.Empty(await _stage.Portal.AskAsync<string>("SELECT coalesce(group_concat(\"table\"), '') FROM pragma_foreign_key_check"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Remove_TheAuditStaysAndCountsWhatWent()
    {
        var old = await ReceiveAsync(conclude: true);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(KeepDays + 1));

        await Desk.RemoveAsync(Keeper, Patience);

        await _stage.Portal.Get<IAuditTrail>().FlushAsync(Patience);
        await using var context = await _stage.Portal.OpenAsync();
        Assert.True(await context.Set<AuditEntry>().AnyAsync(e => e.Action == AuditAction.CaseClosed && e.RecordId == old, Patience));
        var entry = await context.Set<AuditEntry>().SingleAsync(e => e.Action == AuditAction.CasesRemoved, Patience);
        Assert.Equal((Keeper.UserId, 2), (entry.UserId, entry.PersonCount));
    }

    [Fact(Timeout = 60_000)]
    public async Task Remove_Twice_FindsNothingTheSecondTime()
    {
        await ReceiveAsync(conclude: true);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(KeepDays + 1));

        Assert.IsType<RetentionOutcome.Removed>(await Desk.RemoveAsync(Keeper, Patience));

        Assert.IsType<RetentionOutcome.NothingToDo>(await Desk.RemoveAsync(Keeper, Patience));
        var past = Assert.Single((await Desk.OverviewAsync(Keeper, Patience))!.Past);
        Assert.Equal((1, 1), (past.RemovedCases, past.RemovedContacts));
    }

    [Fact(Timeout = 60_000)]
    public async Task Overview_CountsWhatIsDueNowAndInAWeek()
    {
        await ReceiveAsync(conclude: true);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(3));
        await ReceiveAsync(conclude: true);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(KeepDays - 2));

        var overview = (await Desk.OverviewAsync(Keeper, Patience))!;

        Assert.Equal((1, 2), (overview.Due, overview.DueSoon));
        Assert.Equal(overview.First, overview.Last);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nightly_AnnouncesAWeekBeforeAndRemovesNothingUnannounced()
    {
        await ReceiveAsync(conclude: true);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(KeepDays + 1));

        var announced = Assert.IsType<RetentionOutcome.Announced>(await Desk.NightlyAsync(Patience));
        Assert.Equal(1, announced.Cases);
        Assert.Equal(1, (await Desk.AnnouncedAsync(Worker, Patience))!.AnnouncedCases);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(RetentionRun.DaysOfNotice - 1));
        Assert.IsType<RetentionOutcome.NothingToDo>(await Desk.NightlyAsync(Patience));
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(new RetentionOutcome.Removed(1, 1), await Desk.NightlyAsync(Patience));
        Assert.Null(await Desk.AnnouncedAsync(Worker, Patience));
    }

    [Fact(Timeout = 60_000)]
    public async Task Nightly_KeepingMadeLongerSinceTheAnnouncement_RemovesNothingTooEarly()
    {
        await ReceiveAsync(conclude: true);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(KeepDays + 1));
        Assert.IsType<RetentionOutcome.Announced>(await Desk.NightlyAsync(Patience));

        _stage.Portal.Get<IOptions<RetentionOptions>>().Value.KeepDays = KeepDays + 100;
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(RetentionRun.DaysOfNotice));

        Assert.Equal(new RetentionOutcome.Removed(0, 0), await Desk.NightlyAsync(Patience));
    }

    /// <summary>A database marks a place as free and lets the bytes lie: whoever has the file could read them.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Remove_NothingOfThePeople_CanBeReadFromTheFiles()
    {
        await ReceiveAsync(conclude: true, surname: "Zanzottera");
        await ReceiveAsync(conclude: false);
        Assert.True(await FilesHoldAsync("zanzottera"));
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(KeepDays + 1));

        Assert.IsType<RetentionOutcome.Removed>(await Desk.RemoveAsync(Keeper, Patience));

        Assert.False(await FilesHoldAsync("zanzottera"));
    }

    [Fact(Timeout = 60_000)]
    public async Task CallOff_Announced_IsNotCarriedOut()
    {
        await ReceiveAsync(conclude: true);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(KeepDays + 1));
        await Desk.AnnounceAsync(Keeper, Patience);

        Assert.IsType<RetentionOutcome.CalledOff>(await Desk.CallOffAsync(Keeper, Patience));

        Assert.IsType<RetentionOutcome.NothingToDo>(await Desk.CallOffAsync(Keeper, Patience));
        Assert.Null((await Desk.OverviewAsync(Keeper, Patience))!.Pending);
    }

    [Fact(Timeout = 60_000)]
    public async Task AnyCommand_OfAnOperator_FindsNothingAndRemovesNothing()
    {
        var id = await ReceiveAsync(conclude: true);
        _stage.Portal.Clock.Advance(TimeSpan.FromDays(KeepDays + 1));

        Assert.Null(await Desk.OverviewAsync(Worker, Patience));
        Assert.IsType<RetentionOutcome.NotFound>(await Desk.RemoveAsync(Worker, Patience));
        Assert.IsType<RetentionOutcome.NotFound>(await Desk.AnnounceAsync(Worker, Patience));
        await using var context = await _stage.Portal.OpenAsync();
        Assert.True(await context.Set<CovidCase>().AnyAsync(c => c.Id == id, Patience));
    }

    /// <summary>A table that says which case it is about, and that no removal empties, would keep what the law wants gone.</summary>
    [Fact]
    public async Task Plan_EveryTableThatNamesACase_IsEmptied()
    {
        await using var context = await _stage.Portal.OpenAsync();
        var plan = RemovalPlan.Of(context.Model);

        var naming = context.Model.GetEntityTypes()
            .Where(type => type.GetProperties().Any(p => p.Name.EndsWith("CaseId", StringComparison.Ordinal)
                || p.Name.EndsWith("ReportId", StringComparison.Ordinal) || p.Name.EndsWith("ContactId", StringComparison.Ordinal)))
            .Where(type => type.ClrType != typeof(AuditSubject)) // The audit outlives whatever it is about, and holds no personal datum.
            .ToList();

        Assert.Contains(naming, type => type.ClrType == typeof(ReceivedReport));
        Assert.Empty(naming.Except(plan.Emptied).Select(type => type.ClrType.Name));
    }

    private async Task<bool> FilesHoldAsync(string surname)
    {
        var holds = false;
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_stage.Portal.DatabasePath)!, "*.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            holds |= (await reader.ReadToEndAsync(Patience)).Contains(surname, StringComparison.OrdinalIgnoreCase);
        }

        return holds;
    }

    /// <returns>The id of the case.</returns>
    private async Task<int> ReceiveAsync(bool conclude, string surname = "Rossi")
    {
        var school = await _stage.Portal.AddSchoolAsync();
        var today = DateOnly.FromDateTime(_stage.Portal.Clock.GetUtcNow().UtcDateTime);
        var id = await _stage.Portal.ReportAsync(school, Drafts.Case(d => (d.Surname, d.LastDayAttended, d.PositiveSwabDate) = (surname, $"{today.AddDays(-2):dd/MM/yyyy}", "")));
        await _stage.Portal.AddContactAsync(school, id, Drafts.Contact(d => d.LastContactDate = $"{today.AddDays(-2):dd/MM/yyyy}"));
        await _stage.Portal.Reporting.CloseAndSendAsync(school, id, null, Patience);
        await using var context = await _stage.Portal.OpenAsync();
        var delivery = await context.Set<CaseDelivery>().Where(d => d.CaseId == id).Select(d => d.Id).SingleAsync(Patience);
        await _stage.Portal.Get<Courier>().CarryAsync(delivery, Patience);
        if (conclude)
        {
            var report = await context.Set<ReceivedReport>().Where(r => r.CaseId == id).Select(r => r.Id).SingleAsync(Patience);
            var desk = _stage.Portal.Get<AgencyDesk>();
            Assert.IsType<TakeInChargeOutcome.TakenInCharge>(await desk.TakeInChargeAsync(Worker, report, Patience));
            await _stage.Portal.DecideAllAsync(Worker, report);
            Assert.IsType<StepOutcome.Done>(await desk.IssueMeasuresAsync(Worker, report, Patience));
            Assert.IsType<StepOutcome.Done>(await desk.ConcludeAsync(Worker, report, Patience));
        }

        return id;
    }
}
