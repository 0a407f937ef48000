using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Simulation;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Infrastructure.Simulation;

public sealed class SimulatorTests : IAsyncLifetime
{
    private static readonly SimulationPlan _week = new(new DateOnly(2020, 11, 2), new DateOnly(2020, 11, 8), Seed: 7, Scale: 0.05);

    private static readonly ReportEventKind[] _way =
        [ReportEventKind.Received, ReportEventKind.TakenInCharge, ReportEventKind.MeasuresIssued, ReportEventKind.Concluded];

    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync(services => services.AddSingleton<Simulator>());

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Run_AWeek_HasAboutAsManyCasesAndContactsAsWereCounted()
    {
        var result = (await RunAsync(_portal, _week))!;

        Assert.InRange(result.Cases, 0.05 * 2616 * 0.7, 0.05 * 2616 * 1.3);
        Assert.InRange((double)result.Contacts / result.Cases, 24_908.0 / 2616 * 0.7, 24_908.0 / 2616 * 1.3);
        Assert.Equal(result.Cases, await _portal.AskAsync<int>("SELECT COUNT(*) FROM \"Cases\""));
        Assert.Equal(result.Received, await _portal.AskAsync<int>("SELECT COUNT(*) FROM \"ReceivedReports\""));
        Assert.InRange(result.Received, 1, result.Cases - 1); // On the last days some schools are still at it.
    }

    [Fact]
    public async Task Run_SameSeedElsewhere_GivesTheSameEpidemic()
    {
        await using var other = await TestPortal.StartAsync(services => services.AddSingleton<Simulator>());

        await RunAsync(_portal, _week);
        await RunAsync(other, _week);

        var people = await PeopleAsync(_portal);
        Assert.NotEmpty(people);
        Assert.Equal(people, await PeopleAsync(other));
        var steps = await StepsAsync(_portal);
        Assert.NotEmpty(steps);
        Assert.Equal(steps, await StepsAsync(other));
    }

    [Fact]
    public async Task Run_Again_AddsNothing()
    {
        await RunAsync(_portal, _week);
        var people = await PeopleAsync(_portal);

        Assert.Null(await RunAsync(_portal, _week));

        Assert.Equal(people, await PeopleAsync(_portal));
    }

    [Fact]
    public async Task Run_People_BearCodesThatNobodyCanHave()
    {
        await RunAsync(_portal, _week);

        var places = _portal.Get<PlaceRegister>();
        await using var context = await _portal.OpenAsync();
        var people = await context.Set<Contact>().AsNoTracking().Where(c => c.FiscalCode != null).ToListAsync();
        Assert.NotEmpty(people);
        Assert.All(people, person =>
        {
            var code = FiscalCode.TryParse(person.FiscalCode, out var fault);
            Assert.Null(fault);
            Assert.Equal(
                [FiscalCodeDiscrepancy.PlaceNotValidAtBirth],
                FiscalCodeCheck.Compare(code!, person.Surname, person.Name, person.BirthDate, person.Sex, places).Select(finding => finding.Discrepancy));
        });
    }

    [Fact]
    public async Task Run_SomeClasses_HaveSeveralCasesWhoseContactsAreTheSamePeople()
    {
        await RunAsync(_portal, _week);

        await using var context = await _portal.OpenAsync();
        var together = await context.Set<CovidCase>().AsNoTracking().Include(c => c.Contacts).AsSingleQuery().ToListAsync();
        var clusters = together.GroupBy(c => (c.SchoolSiteId, c.ClassName, c.Section)).Where(group => group.Count(c => c.ContactCount > 0) > 1).ToList();
        Assert.NotEmpty(clusters);
        Assert.Contains(clusters, group => group.SelectMany(c => c.Contacts).GroupBy(c => (c.Surname, c.Name, c.BirthDate)).Any(same => same.Count() > 1));
    }

    [Fact]
    public async Task Run_Reports_GoTheirWayWithinThePlan()
    {
        var plan = await RunThreeWeeksAsync();

        await using var context = await _portal.OpenAsync();
        var reports = await context.Set<ReceivedReport>().AsNoTracking().Include(r => r.Events).ToListAsync();
        Assert.Equal(Enum.GetValues<AgencyState>(), reports.Select(r => r.State).Distinct().Order());
        Assert.All(reports, report =>
        {
            Assert.Equal(_way.Take((int)report.State + 1), report.Events.OrderBy(e => e.At).Select(e => e.Kind).Where(_way.Contains));
            Assert.All(report.Events, step => Assert.InRange(PortalClock.DayOf(step.At), plan.From, plan.To));
        });
    }

    [Fact]
    public async Task Run_Contacts_AreDecidedAsProposedButForAFew()
    {
        await RunThreeWeeksAsync();

        await using var context = await _portal.OpenAsync();
        var reports = await context.Set<ReceivedReport>().AsNoTracking().ToListAsync();
        var decisions = (await context.Set<ContactDecision>().AsNoTracking().ToListAsync()).ToLookup(d => d.ReportId);
        Assert.All(reports, report => Assert.Equal(report.DecidedCount, decisions[report.Id].Count()));
        Assert.All(reports.Where(r => r.State >= AgencyState.MeasuresIssued), report => Assert.Equal(0, report.UndecidedCount));
        var all = decisions.SelectMany(group => group).ToList();
        Assert.All(Enum.GetValues<ContactStatus>(), status => Assert.Contains(all, decision => decision.Status == status));
        Assert.InRange(all.Count(decision => decision.Status == ContactStatus.NotContact), 1, all.Count / 2);
    }

    [Fact]
    public async Task Run_WithOperators_SharesTheWorkAmongThoseOfTheTerritory()
    {
        var users = new[] { Territory.Lodi, Territory.Milano, Territory.Milano }
            .Select((territory, i) => PortalUser.RegisterAgency($"{i}@ats.example", $"Operatore {i}", Role.AgencyOperator, territory)).ToList();
        await using (var adding = await _portal.OpenAsync())
        {
            adding.AddRange(users);
            await adding.SaveChangesAsync();
        }

        await RunAsync(_portal, _week with { Scale = 0.2 });

        await using var context = await _portal.OpenAsync();
        var taken = await context.Set<ReceivedReport>().AsNoTracking().Where(r => r.TakenInChargeAt != null).ToListAsync();
        Assert.All(taken.Where(r => r.Territory == Territory.Lodi), report => Assert.Equal(users[0].Id, report.TakenInChargeBy));
        Assert.Equal([users[1].Id, users[2].Id], taken.Where(r => r.Territory == Territory.Milano).Select(r => r.TakenInChargeBy!.Value).Distinct().Order());
    }

    [Fact]
    public async Task Run_BesideReportsThatHavePairs_LooksForThoseOfAllReports()
    {
        await using var portal = await TestPortal.StartAsync(services => services.AddDelivery().AddSingleton<Simulator>());
        foreach (var surname in new[] { "Rossi", "Rossi", "Verdi", "Verdi" })
        {
            await portal.ReceiveAsync(await portal.AddSchoolAsync(), d => d.Surname = surname);
        }

        await using var context = await portal.OpenAsync();
        var pairs = await context.Set<MatchProposal>().OrderBy(m => m.Id).ToListAsync();
        Assert.Equal(2, pairs.Count);
        context.Remove(pairs[0]); // As if nobody had compared these two when they arrived.
        await context.SaveChangesAsync();

        await RunAsync(portal, _week);

        Assert.Equal(
            pairs.Select(pair => (pair.OlderReportId, pair.NewerReportId)),
            (await context.Set<MatchProposal>().AsNoTracking().Where(m => m.NewerReportId <= pairs[1].NewerReportId).OrderBy(m => m.OlderReportId).ToListAsync())
                .Select(pair => (pair.OlderReportId, pair.NewerReportId)));
    }

    [Theory]
    [InlineData("2020-11-08", "2020-11-02", 1)]
    [InlineData("2020-11-02", "2022-11-02", 1)]
    [InlineData("2020-11-02", "2020-11-08", 0)]
    [InlineData("2020-11-02", "2020-11-08", 11)]
    public void Plan_Impossible_SaysWhy(string from, string to, double scale) => Assert.NotNull(new SimulationPlan(
        DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture), Scale: scale).Fault());

    private async Task<SimulationPlan> RunThreeWeeksAsync()
    {
        var plan = _week with { To = _week.From.AddDays(18), Scale = 0.05 };
        await RunAsync(_portal, plan);
        return plan;
    }

    private static Task<SimulationResult?> RunAsync(TestPortal portal, SimulationPlan plan) =>
        portal.Get<Simulator>().RunAsync(plan, new Progress<double>(), CancellationToken.None);

    private static async Task<IReadOnlyList<string>> PeopleAsync(TestPortal portal)
    {
        await using var context = await portal.OpenAsync();
        return await context.Set<CovidCase>().AsNoTracking().OrderBy(c => c.Id)
            .Select(c => c.Surname + " " + c.Name + " " + c.BirthDate + " " + c.SchoolName + " " + c.OpenedAt + " " + c.ContactCount).ToListAsync();
    }

    private static async Task<IReadOnlyList<string>> StepsAsync(TestPortal portal)
    {
        await using var context = await portal.OpenAsync();
        var steps = await context.Set<ReportEvent>().AsNoTracking().OrderBy(e => e.Id).ToListAsync();
        var decisions = await context.Set<ContactDecision>().AsNoTracking().OrderBy(d => d.Id).ToListAsync();
        return
        [
            .. steps.Select(e => $"{e.ReportId} {e.Kind} {e.At:O} {e.UserName} {e.Subject}"),
            .. decisions.Select(d => $"{d.ContactId} {d.Status} {d.DecidedAt:O}"),
        ];
    }
}
