using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Persistence.Epidemic;
using CovidSchoolReporting.Infrastructure.Persistence.Matches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Delivery;

/// <summary>The agency's own intake in the portal's database: registers the report, gives it the next protocol number and
/// finds the clusters that it makes and the reports that may be about the same person, in one commit.</summary>
internal sealed class AgencyIntakeGateway(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, PortalClock clock, IOptions<MatchOptions> matching) : IAgencyGateway, IDisposable
{
    /// <summary>Only other processes compete once this one queues: each lost try means that one of them won.</summary>
    private const int MostTries = 20;

    /// <summary>Every report takes the next number of one register: those who come together would only undo each other's work.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<Receipt> DeliverAsync(Guid key, CaseReport report, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return await RegisterAsync(key, report, cancellationToken);
                }
                catch (DbUpdateException exception) when (tries < MostTries
                    && (exception is DbUpdateConcurrencyException || engine.IsDuplicate(exception)))
                {
                    // Another process took the number, began the year, or registered this very report: look again.
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Receipt> RegisterAsync(Guid key, CaseReport report, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await context.Set<ReceivedReport>().AsNoTracking()
            .SingleOrDefaultAsync(r => r.DeliveryKey == key, cancellationToken);
        if (known is not null)
        {
            return known.Receipt;
        }

        var now = clock.UtcNow;
        var year = PortalClock.DayOf(now).Year;
        var register = await context.Set<ProtocolYear>().SingleOrDefaultAsync(y => y.Year == year, cancellationToken)
            ?? context.Add(ProtocolYear.Begin(year)).Entity;
        var origin = await context.Set<CovidCase>().Where(c => c.Id == report.CaseId)
            .Select(c => new ReportOrigin(c.InstituteId, c.SchoolSiteId)).SingleAsync(cancellationToken);
        var received = ReceivedReport.Register(key, report, origin, new Receipt(register.Next(), now));
        context.Add(received);
        await ClusterKeeping.FollowAsync(context, [received], now, cancellationToken);
        await MatchFinder.ProposeAsync(context, received, matching.Value.WithinDays, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return received.Receipt;
    }
}
