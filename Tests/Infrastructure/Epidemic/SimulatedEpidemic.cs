using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Simulation;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Infrastructure.Epidemic;

/// <summary>An invented epidemic of nearly three weeks, small, that ends on a Friday: the agency is still at work.</summary>
public sealed class SimulatedEpidemic : IAsyncLifetime
{
    public static readonly SimulationPlan Plan = new(new DateOnly(2020, 11, 2), new DateOnly(2020, 11, 20), Seed: 11, Scale: 0.05);

    /// <summary>The newest reports are left as they are.</summary>
    private const int Waiting = 2;

    public static readonly Actor OfBoth = Actor.OfAgency(901, "Ada", Role.AgencyOperator, Territory.Milano, Territory.Lodi);
    public static readonly Actor OfMilano = Actor.OfAgency(902, "Ugo", Role.AgencyOperator, Territory.Milano);
    public static readonly Actor OfLodi = Actor.OfAgency(903, "Lia", Role.AgencyOperator, Territory.Lodi);

    public TestPortal Portal { get; private set; } = null!;

    public IEpidemicQueries Queries => Portal.Get<IEpidemicQueries>();

    public IReadOnlyList<ReceivedReport> Reports { get; private set; } = [];

    public IReadOnlyList<SchoolSite> Sites { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Portal = await TestPortal.StartAsync(services => services.AddSingleton<Simulator>());
        Assert.NotNull(await Portal.Get<Simulator>().RunAsync(Plan, new Progress<double>()));
        var desk = Portal.Get<AgencyDesk>();
        await using var context = await Portal.OpenAsync();
        var undecided = await context.Set<ReceivedReport>().AsNoTracking()
            .Where(r => r.State < AgencyState.MeasuresIssued && r.DecidedCount == 0).OrderBy(r => r.Id).ToListAsync();
        Assert.True(undecided.Count > Waiting);
        foreach (var report in undecided.SkipLast(Waiting))
        {
            // What the simulation had left to do is done a while later: so each step is taken by itself too.
            Portal.Clock.Advance(TimeSpan.FromMinutes(37));
            await desk.TakeInChargeAsync(OfBoth, report.Id, CancellationToken.None);
            await Portal.DecideAllAsync(OfBoth, report.Id);
            Assert.IsType<StepOutcome.Done>(await desk.IssueMeasuresAsync(OfBoth, report.Id, CancellationToken.None));
        }

        Reports = await context.Set<ReceivedReport>().AsNoTracking().ToListAsync();
        Sites = await context.Set<SchoolSite>().AsNoTracking().ToListAsync();
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    /// <summary>The reports that a filter is about, looked at one by one.</summary>
    public IEnumerable<ReceivedReport> Of(Actor actor, EpidemicFilter filter) => Reports.Where(report =>
        actor.Territories.Contains(report.Territory)
        && (filter.Territory is null || filter.Territory == report.Territory)
        && (filter.MunicipalityCode is null || filter.MunicipalityCode == report.SiteMunicipalityCode)
        && (filter.SchoolType is null || filter.SchoolType == report.SchoolType)
        && (filter.Role is null || filter.Role == RoleGroups.Of(report.Role)));

    /// <summary>The day by which a report is counted.</summary>
    public static DateOnly? DayOf(ReceivedReport report, EpidemicBasis basis) => basis switch
    {
        EpidemicBasis.Swab => report.PositiveSwabDate,
        EpidemicBasis.Onset => report.SymptomOnset,
        _ => report.ReceivedDay,
    };
}
