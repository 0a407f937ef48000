using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Delivery;

/// <summary>What is under way: the deliveries that wait, and what became of them. Every change is one commit.</summary>
internal sealed class Outbox(IDbContextFactory<PortalDbContext> contexts, ChangeHub hub)
{
    /// <summary>Only another process that delivers the same case competes here: a few tries are plenty.</summary>
    private const int MostTries = 5;

    /// <summary>The next deliveries whose time has come, those never tried before first; and when the next retry is due.</summary>
    /// <param name="now">UTC of the machine's clock.</param>
    public async Task<Agenda> ReadAgendaAsync(DateTime now, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pending = context.Set<CaseDelivery>().AsNoTracking().Where(d => d.State == DeliveryState.Pending);
        var due = await pending.Where(d => d.NextAttemptAt == null)
            .OrderBy(d => d.Id).Select(d => d.Id).Take(most).ToListAsync(cancellationToken);
        var retries = await pending.Where(d => d.NextAttemptAt != null)
            .OrderBy(d => d.NextAttemptAt).ThenBy(d => d.Id)
            .Select(d => new { d.Id, At = d.NextAttemptAt!.Value }).Take(most).ToListAsync(cancellationToken);
        due.AddRange(retries.Where(r => r.At <= now).Select(r => r.Id));
        return new Agenda(due, retries.FirstOrDefault(r => r.At > now)?.At);
    }

    /// <summary>What to send; null when it needs sending no more.</summary>
    public async Task<Parcel?> ReadAsync(int deliveryId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sent = await PendingCase(context, deliveryId).AsNoTracking()
            .Include(c => c.Contacts).Include(c => c.Delivery).AsSingleQuery()
            .SingleOrDefaultAsync(cancellationToken);
        if (sent is null)
        {
            return null;
        }

        var institute = await context.Set<Institute>().AsNoTracking().SingleAsync(i => i.Id == sent.InstituteId, cancellationToken);
        return new Parcel(sent.Delivery!.Key, sent.Delivery.Attempts, CaseReport.Of(sent, institute));
    }

    /// <summary>Notes the agency's answer on the delivery and on the case, then tells the open screens.</summary>
    public async Task StoreReceiptAsync(int deliveryId, Receipt receipt, CancellationToken cancellationToken)
    {
        var delivered = await ChangeAsync(deliveryId, stored =>
        {
            stored.Delivery!.Deliver();
            stored.AcknowledgeReceipt(receipt);
        }, cancellationToken);
        if (delivered is not null)
        {
            hub.Publish(new Change(delivered.Id, delivered.InstituteId, delivered.Territory));
        }
    }

    /// <summary>Notes a failed try.</summary>
    /// <param name="retryAt">UTC of the machine's clock; null gives up.</param>
    public Task StoreFailureAsync(int deliveryId, string failure, DateTime? retryAt, CancellationToken cancellationToken) =>
        ChangeAsync(deliveryId, stored => stored.Delivery!.Fail(failure, retryAt), cancellationToken);

    private static IQueryable<CovidCase> PendingCase(PortalDbContext context, int deliveryId) =>
        context.Set<CovidCase>().Where(c => c.Delivery!.Id == deliveryId && c.Delivery.State == DeliveryState.Pending);

    /// <returns>The case; null when another process has settled the delivery meanwhile.</returns>
    private async Task<CovidCase?> ChangeAsync(int deliveryId, Action<CovidCase> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var stored = await PendingCase(context, deliveryId).Include(c => c.Delivery).SingleOrDefaultAsync(cancellationToken);
            if (stored is null)
            {
                return null;
            }

            change(stored);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return stored;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // Another process settled it: look again whether anything is left to note.
            }
        }
    }
}

/// <param name="Due">Ids of the deliveries whose time has come.</param>
/// <param name="NextRetryAt">UTC of the machine's clock; null when no retry waits.</param>
internal sealed record Agenda(IReadOnlyList<int> Due, DateTime? NextRetryAt);

/// <param name="Attempts">Tries that have failed so far.</param>
internal sealed record Parcel(Guid Key, int Attempts, CaseReport Report);
