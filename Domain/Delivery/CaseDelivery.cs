namespace CovidSchoolReporting.Domain.Delivery;

/// <summary>
/// The sending of one closed case. It is written in the same commit that closes the case, so that a case is closed
/// exactly when it has one; a worker hands it to the agency afterwards.
/// </summary>
public sealed class CaseDelivery
{
    public const int FailureMaxLength = 200;

    private CaseDelivery()
    {
    }

    public int Id { get; private set; }

    public int CaseId { get; private set; }

    /// <summary>Idempotency key, the case's own request key: the receiver answers every try that bears it with the same receipt.</summary>
    public Guid Key { get; private init; }

    public DeliveryState State { get; private set; }

    /// <summary>UTC, business clock.</summary>
    public DateTime PreparedAt { get; private init; }

    public int Attempts { get; private set; }

    /// <summary>UTC of the machine's clock; null means at once.</summary>
    public DateTime? NextAttemptAt { get; private set; }

    /// <summary>Why the last try failed, without any personal datum.</summary>
    public string? LastFailure { get; private set; }

    public int Version { get; private set; }

    internal static CaseDelivery Prepare(Guid key, DateTime now) => new() { Key = key, PreparedAt = now };

    public void Deliver()
    {
        EnsurePending();
        State = DeliveryState.Delivered;
        LastFailure = null;
        Attempts++;
        Version++;
    }

    /// <summary>The try failed for now.</summary>
    /// <param name="retryAt">When to try again, UTC of the machine's clock; null gives up.</param>
    public void Fail(string failure, DateTime? retryAt)
    {
        EnsurePending();
        Attempts++;
        LastFailure = failure.Length > FailureMaxLength ? failure[..FailureMaxLength] : failure;
        NextAttemptAt = retryAt;
        State = retryAt is null ? DeliveryState.Dead : DeliveryState.Pending;
        Version++;
    }

    /// <summary>A person looked and wants it tried again, at once and with all its tries before it. The key stays the same.</summary>
    /// <exception cref="InvalidOperationException">The delivery was not given up.</exception>
    public void Retry()
    {
        if (State != DeliveryState.Dead)
        {
            throw new InvalidOperationException($"The delivery is {State}: only one that was given up is begun again.");
        }

        State = DeliveryState.Pending;
        Attempts = 0;
        NextAttemptAt = null;
        Version++;
    }

    private void EnsurePending()
    {
        if (State != DeliveryState.Pending)
        {
            throw new InvalidOperationException($"The delivery is {State}: it is not tried again.");
        }
    }
}
