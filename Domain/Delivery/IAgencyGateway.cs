namespace CovidSchoolReporting.Domain.Delivery;

/// <summary>The way to the agency. Where it leads is a matter of configuration: its intake in the same database, or its own server.</summary>
public interface IAgencyGateway
{
    /// <summary>Hands a report over. May be called again with the same key: the agency then has one report and gives one receipt.</summary>
    /// <param name="key">Idempotency key.</param>
    /// <exception cref="DeliveryRefusedException">The agency will never take this report as it is.</exception>
    /// <remarks>Any other exception means that the outcome is unknown and that the same call is to be made again later.</remarks>
    Task<Receipt> DeliverAsync(Guid key, CaseReport report, CancellationToken cancellationToken);
}
