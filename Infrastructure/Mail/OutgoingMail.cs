namespace CovidSchoolReporting.Infrastructure.Mail;

/// <summary>
/// A notice to one user, prepared in the same commit as what it tells of. It holds no text and no address: both are made when it is
/// sent, so that a user who was disabled meanwhile gets nothing.
/// </summary>
internal sealed class OutgoingMail
{
    public const int FailureMaxLength = 100;

    private OutgoingMail()
    {
    }

    public int Id { get; private set; }

    /// <summary>Becomes the Message-Id: a notice that was sent twice after a fault is known as one.</summary>
    public Guid Key { get; private init; }

    public int UserId { get; private init; }

    public MailKind Kind { get; private init; }

    /// <summary>The day of a digest, in Europe/Rome: one for each user and day. Null for the others.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime PreparedAt { get; private init; }

    public MailState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>UTC of the machine's clock; null before the first try.</summary>
    public DateTime? NextAttemptAt { get; private set; }

    /// <summary>The kind of the last failure, without any personal datum.</summary>
    public string? LastFailure { get; private set; }

    public int Version { get; private set; }

    public static OutgoingMail Prepare(int userId, MailKind kind, DateTime now, DateOnly? day = null) => new()
    {
        Key = Guid.NewGuid(),
        UserId = userId,
        Kind = kind,
        Day = day,
        PreparedAt = now,
    };

    public void MarkSent()
    {
        EnsureWaiting();
        (State, NextAttemptAt, LastFailure) = (MailState.Sent, null, null);
        Attempts++;
        Version++;
    }

    /// <param name="retryAt">UTC of the machine's clock; null gives up.</param>
    public void Fail(string failure, DateTime? retryAt)
    {
        EnsureWaiting();
        LastFailure = failure.Length <= FailureMaxLength ? failure : failure[..FailureMaxLength];
        (State, NextAttemptAt) = (retryAt is null ? MailState.GivenUp : MailState.Waiting, retryAt);
        Attempts++;
        Version++;
    }

    private void EnsureWaiting()
    {
        if (State != MailState.Waiting)
        {
            throw new InvalidOperationException("The notice waits no more.");
        }
    }
}
