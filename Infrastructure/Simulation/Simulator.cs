using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Persistence.Epidemic;
using CovidSchoolReporting.Infrastructure.Persistence.Matches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Simulation;

/// <param name="From">First day on which reports come in; Europe/Rome.</param>
/// <param name="Seed">The same seed on the same schools gives the same epidemic.</param>
/// <param name="Scale">1 is as many cases as ATS Milano counted.</param>
public sealed record SimulationPlan(DateOnly From, DateOnly To, int Seed = 1, double Scale = 1)
{
    /// <summary>What is wrong with it, in English; null when nothing is.</summary>
    public string? Fault() =>
        To < From ? "The last day lies before the first."
        : To.DayNumber - From.DayNumber > 366 ? "More than a year is not simulated at once."
        : Scale is <= 0 or > 10 || double.IsNaN(Scale) ? "The scale is above 0 and at most 10."
        : null;
}

/// <param name="Cases">Opened, those still open counted.</param>
public sealed record SimulationResult(int Cases, int Contacts, int Received);

/// <summary>
/// Fills a database with an invented epidemic that follows the weekly figures of the schools of Milano and Lodi. What it writes went through
/// the same entities as what people type; it is for trials, demonstrations and measurements.
/// </summary>
public sealed class Simulator(IDbContextFactory<PortalDbContext> contexts, PlaceRegister places, IOptions<MatchOptions> matching)
{
    /// <summary>Cases in one transaction.</summary>
    private const int Batch = 250;

    /// <summary>Fewer plessi than these are no register: a simulation on them would give each a hundred cases.</summary>
    private const int FewestSites = 50;

    /// <summary>Nobody signs in with it: reports say that a simulation opened them.</summary>
    private const int Nobody = 0;

    /// <param name="progress">The part that is done, 0 to 1.</param>
    /// <returns>Null when this very simulation is in the database already.</returns>
    public async Task<SimulationResult?> RunAsync(SimulationPlan plan, IProgress<double> progress, CancellationToken cancellationToken = default)
    {
        await GeneratedSchools.EnsureAsync(contexts, FewestSites, places, cancellationToken);
        var chance = new Random(plan.Seed);
        await using var reading = await contexts.CreateDbContextAsync(cancellationToken);
        var institutes = await reading.Set<Institute>().AsNoTracking().Include(i => i.Sites).AsSingleQuery()
            .ToDictionaryAsync(i => i.Id, cancellationToken);
        var outbreaks = new Outbreaks(chance, institutes.Values.SelectMany(i => i.Sites).Where(site => site.ClosedOn is null));
        var curve = new EpidemicCurve(SchoolWeek.Load());
        var report = new SimulatedReport(chance, places);
        var timeline = new PolicyTimeline(await reading.Set<ReportingPolicy>().AsNoTracking().ToListAsync(cancellationToken));
        var agency = new SimulatedAgency(chance, await reading.Set<PortalUser>().AsNoTracking().ToListAsync(cancellationToken), plan.To);
        List<CovidCase> batch = [];
        var (cases, contacts, received) = (0, 0, 0);
        for (var day = plan.From; day <= plan.To; day = day.AddDays(1))
        {
            var policy = timeline.InForceOn(day);
            foreach (var (type, part) in curve.TypesOn(day, outbreaks.Types))
            {
                for (var left = Times(chance, curve.CasesOn(day) * part * plan.Scale); left > 0; left--)
                {
                    var ill = outbreaks.Next(day, type, curve.StaffPart);
                    var opened = Open(chance, report, institutes[ill.Class.Site.InstituteId], ill, day, policy, curve.ContactsPerCaseOn(day));
                    if (cases == 0 && await reading.Set<CovidCase>().AnyAsync(c => c.RequestKey == opened.RequestKey, cancellationToken))
                    {
                        return null;
                    }

                    // On the last two days some schools are still at it.
                    if (day <= plan.To.AddDays(-2) || chance.NextDouble() < 0.6)
                    {
                        opened.CloseAndSend(SchoolOf(opened.InstituteId), "Assente da prima del periodo da considerare", opened.OpenedAt.AddMinutes(chance.Next(4, 50)));
                        received++;
                    }

                    batch.Add(opened);
                    (cases, contacts) = (cases + 1, contacts + opened.ContactCount);
                }
            }

            if (batch.Count >= Batch || day == plan.To)
            {
                await SaveAsync(chance, batch, institutes, agency, cancellationToken);
                batch.Clear();
            }

            progress.Report((double)(day.DayNumber - plan.From.DayNumber + 1) / (plan.To.DayNumber - plan.From.DayNumber + 1));
        }

        // The agency compares each report as it arrives; these came another way.
        await using var finding = await contexts.CreateDbContextAsync(cancellationToken);
        await MatchSweep.RunAsync(finding, matching.Value.WithinDays, cancellationToken);
        return new SimulationResult(cases, contacts, received);
    }

    private static CovidCase Open(
        Random chance, SimulatedReport report, Institute institute, (SimulatedClass Class, InventedPerson Person, bool IsStaff) ill, DateOnly day,
        ReportingPolicy policy, double contactsPerCase)
    {
        var now = PortalClock.AtTimeInRome(day, new TimeOnly(7, 30).AddMinutes(chance.Next(11 * 60)));
        var details = report.Case(day, ill.Class, ill.Person, ill.IsStaff);
        var opened = CovidCase.Open(SchoolOf(institute.Id), NextKey(chance), details, policy, now);
        foreach (var contact in report.Contacts(details, ill.Class, ill.Person, contactsPerCase))
        {
            opened.AddContact(NextKey(chance), contact, now);
        }

        return opened;
    }

    private async Task SaveAsync(
        Random chance, List<CovidCase> batch, Dictionary<int, Institute> institutes, SimulatedAgency agency, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var policy in batch.Select(c => c.Policy).DistinctBy(p => p.Id))
        {
            context.Attach(policy);
        }

        var years = await context.Set<ProtocolYear>().ToDictionaryAsync(y => y.Year, cancellationToken);
        List<(CovidCase Case, Receipt Receipt)> sent = [];
        foreach (var closed in batch.Where(c => c.Status == CaseStatus.Closed).OrderBy(c => c.ClosedAt))
        {
            var at = closed.ClosedAt!.Value.AddSeconds(chance.Next(1, 9));
            var year = PortalClock.DayOf(at).Year;
            var register = years.TryGetValue(year, out var known) ? known : years[year] = context.Add(ProtocolYear.Begin(year)).Entity;
            var receipt = new Receipt(register.Next(), at);
            closed.AcknowledgeReceipt(receipt);
            closed.Delivery!.Deliver();
            sent.Add((closed, receipt));
        }

        context.AddRange(batch.OrderBy(c => c.OpenedAt));
        context.ChangeTracker.DetectChanges();
        await context.SaveChangesAsync(cancellationToken);
        List<(ReceivedReport Report, CovidCase Case)> received = [];
        foreach (var (closed, receipt) in sent)
        {
            var report = ReceivedReport.Register(closed.Delivery!.Key, CaseReport.Of(closed, institutes[closed.InstituteId]), new ReportOrigin(closed.InstituteId, closed.SchoolSiteId), receipt);
            context.Add(report);
            received.Add((report, closed));
        }

        var newest = sent.Select(one => one.Receipt.ReceivedAt).DefaultIfEmpty().Max();
        await ClusterKeeping.FollowAsync(context, [.. received.Select(one => one.Report)], newest, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);

        // Decisions bear the number of their report, so the agency begins once the reports are stored.
        foreach (var (report, closed) in received)
        {
            context.AddRange(agency.Work(report, closed));
        }

        context.ChangeTracker.DetectChanges();
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static Actor SchoolOf(int institute) => Actor.OfSchool(Nobody, "Referente Inventato", Role.Referent, institute);

    private static Guid NextKey(Random chance)
    {
        Span<byte> bytes = stackalloc byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>How often something happens that is expected so often (Poisson; Knuth's method, in parts that do not underflow).</summary>
    private static int Times(Random chance, double expected)
    {
        var times = 0;
        for (; expected > 30; expected -= 30)
        {
            times += Times(chance, 30);
        }

        for (var product = chance.NextDouble(); product > Math.Exp(-expected); product *= chance.NextDouble())
        {
            times++;
        }

        return times;
    }
}
