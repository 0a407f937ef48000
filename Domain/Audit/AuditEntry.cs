using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Audit;

/// <summary>
/// Who did what, when, to which record and from which screen. It holds ids and counts and no personal datum of whom it is about,
/// and once it is written the portal cannot amend or delete it. Whoever works at the database by hand is refused too, unless they first
/// take the protection itself away: that leaves no trace here, so who may reach the database file is the other half of the promise.
/// </summary>
public sealed class AuditEntry
{
    public const int ScreenMaxLength = 80;

    public const int DetailsMaxLength = 200;

    private AuditEntry()
    {
    }

    public long Id { get; private set; }

    /// <summary>UTC, on the business clock.</summary>
    public DateTime At { get; private init; }

    /// <summary>Who did it; null for what the portal does by itself, or a client of the HTTP API.</summary>
    public int? UserId { get; private init; }

    /// <summary>The client of the HTTP API that did it; null for everybody else.</summary>
    public int? ClientId { get; private init; }

    /// <summary>The institute that it was done in; null for what the agency does.</summary>
    public int? InstituteId { get; private init; }

    public AuditAction Action { get; private init; }

    /// <summary>The address of the screen with its ids left out: «/classi/carica»; null for what the portal does by itself.</summary>
    public string? Screen { get; private init; }

    /// <summary>What kind of record; null when it is about many.</summary>
    public AuditKind? RecordKind { get; private init; }

    public int? RecordId { get; private init; }

    /// <summary>How many people it was about.</summary>
    public int PersonCount { get; private init; }

    /// <summary>What else says what was done, such as the filter of a list: words of the portal's own and never what somebody typed. Null mostly.</summary>
    public string? Details { get; private init; }

    /// <summary>Something that a user did.</summary>
    /// <param name="record">The one record that it was about; null when it was about many.</param>
    public static AuditEntry By(
        Actor actor, AuditAction action, string screen, int personCount, DateTime now, AuditRecord? record = null, string? details = null) => new()
        {
            At = now,
            UserId = actor.UserId,
            InstituteId = actor.InstituteId,
            Action = action,
            Screen = screen.Length <= ScreenMaxLength ? screen : throw new ArgumentOutOfRangeException(nameof(screen), screen, "Too long."),
            RecordKind = record?.Kind,
            RecordId = record?.Id,
            PersonCount = personCount,
            Details = details is null || details.Length <= DetailsMaxLength ? details : throw new ArgumentOutOfRangeException(nameof(details), details, "Too long."),
        };

    /// <summary>Something that another system of the agency did.</summary>
    /// <param name="address">The address with its ids left out.</param>
    public static AuditEntry ByClient(
        ApiClient client, AuditAction action, string address, int personCount, DateTime now, AuditRecord? record = null) => new()
        {
            At = now,
            ClientId = client.Id,
            Action = action,
            Screen = address,
            RecordKind = record?.Kind,
            RecordId = record?.Id,
            PersonCount = personCount,
        };

    /// <summary>Something that the portal did by itself in an institute.</summary>
    public static AuditEntry ByThePortal(int instituteId, AuditAction action, int personCount, DateTime now) => new()
    {
        At = now,
        InstituteId = instituteId,
        Action = action,
        PersonCount = personCount,
    };
}
