using CovidSchoolReporting.Domain.Delivery;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Delivery;

/// <summary>
/// Carries one delivery to the agency and notes what came of it. It may be killed at any point and run again: the agency knows
/// the key, and the note is one commit.
/// </summary>
internal sealed class Courier(
    Outbox outbox, IAgencyGateway gateway, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<Courier> logger)
{
    /// <exception cref="OperationCanceledException">The portal stops; the delivery stays as it was.</exception>
    /// <remarks>Any other exception means that the database could not be read or written; the delivery stays as it was.</remarks>
    public async Task CarryAsync(int deliveryId, CancellationToken stopping)
    {
        if (await outbox.ReadAsync(deliveryId, stopping) is not { } parcel)
        {
            return;
        }

        Receipt receipt;
        try
        {
            receipt = await gateway.DeliverAsync(parcel.Key, parcel.Report, stopping);
        }
        catch (DeliveryRefusedException refusal)
        {
            await GiveUpAsync(deliveryId, parcel, refusal.Message);
            return;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            await FailAsync(deliveryId, parcel, KindOf(failure));
            return;
        }

        // What the agency said is noted even while the portal stops: else it would all be said again.
        await outbox.StoreReceiptAsync(deliveryId, receipt, CancellationToken.None);
        logger.LogInformation("Case {CaseId} was received by the agency at try {Attempt}.", parcel.Report.CaseId, parcel.Attempts + 1);
    }

    /// <summary>Foreign messages may quote what was sent, so that only their kind is kept.</summary>
    private static string KindOf(Exception failure) => failure is DeliveryFailedException ? failure.Message : failure.GetType().Name;

    private async Task FailAsync(int deliveryId, Parcel parcel, string kind)
    {
        if (RetrySchedule.WaitAfter(parcel.Attempts + 1, options.Value, Random.Shared.NextDouble()) is not { } wait)
        {
            await GiveUpAsync(deliveryId, parcel, kind);
            return;
        }

        await outbox.StoreFailureAsync(deliveryId, kind, time.GetUtcNow().UtcDateTime + wait, CancellationToken.None);
        logger.LogWarning(
            "Case {CaseId} was not delivered at try {Attempt} ({Failure}); next try in {Wait}.",
            parcel.Report.CaseId, parcel.Attempts + 1, kind, wait);
    }

    private async Task GiveUpAsync(int deliveryId, Parcel parcel, string kind)
    {
        await outbox.StoreFailureAsync(deliveryId, kind, null, CancellationToken.None);
        logger.LogError(
            "Case {CaseId} was given up at try {Attempt} ({Failure}): a person must look.",
            parcel.Report.CaseId, parcel.Attempts + 1, kind);
    }
}
