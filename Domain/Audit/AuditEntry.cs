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

    private readonly List<AuditSubject> _subjects = [];

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

    /// <summary>Days, counts or the words of a filter: never what somebody typed to find a person. Null when there is nothing to add.</summary>
    public string? Details { get; private init; }

    /// <summary>Whose cases a list showed; empty when the entry names its one record itself.</summary>
    public IReadOnlyList<AuditSubject> Subjects => _subjects;

    /// <summary>Something that a user did.</summary>
    /// <param name="record">The one record that it was about; null when it was about many.</param>
    public static AuditEntry By(
        Actor actor, AuditAction action, string screen, int personCount, DateTime now, AuditRecord? record = null, string? details = null) =>
        By(actor with { Screen = screen }, action, now, record, personCount, details);

    /// <summary>Something that was done from the actor's screen, about one record or about none.</summary>
    public static AuditEntry By(
        Actor actor, AuditAction action, DateTime now, AuditRecord? record, int personCount = 1, string? details = null) => new()
        {
            At = now,
            UserId = actor.UserId,
            InstituteId = actor.InstituteId,
            Action = action,
            Screen = Within(actor.Screen, ScreenMaxLength, nameof(actor)),
            RecordKind = record?.Kind,
            RecordId = record?.Id,
            PersonCount = personCount,
            Details = Within(details, DetailsMaxLength, nameof(details)),
        };

    /// <summary>Something that another system of the agency did.</summary>
    /// <param name="address">The address with its ids left out.</param>
    /// <param name="caseIds">The cases whose people were given away.</param>
    public static AuditEntry ByClient(
        ApiClient client, AuditAction action, string address, int personCount, DateTime now, AuditRecord? record = null, IEnumerable<int>? caseIds = null)
    {
        var entry = new AuditEntry
        {
            At = now,
            ClientId = client.Id,
            Action = action,
            Screen = address,
            RecordKind = record?.Kind,
            RecordId = record?.Id,
            PersonCount = personCount,
        };
        entry._subjects.AddRange((caseIds ?? []).Select(AuditSubject.Of));
        return entry;
    }

    /// <summary>Something that was done with many cases at once.</summary>
    /// <param name="personCount">When it was about more people than the cases themselves.</param>
    public static AuditEntry About(
        Actor actor, AuditAction action, DateTime now, IReadOnlyCollection<int> caseIds, string? details = null, int? personCount = null)
    {
        var entry = By(actor, action, now, record: null, personCount ?? caseIds.Count, details);
        entry._subjects.AddRange(caseIds.Select(AuditSubject.Of));
        return entry;
    }

    /// <summary>Something that the portal did by itself in an institute.</summary>
    public static AuditEntry ByThePortal(int instituteId, AuditAction action, int personCount, DateTime now) => new()
    {
        At = now,
        InstituteId = instituteId,
        Action = action,
        PersonCount = personCount,
    };

    /// <summary>Something that the portal did by itself.</summary>
    public static AuditEntry ByThePortal(AuditAction action, int personCount, DateTime now, string? details = null) => new()
    {
        At = now,
        Action = action,
        PersonCount = personCount,
        Details = Within(details, DetailsMaxLength, nameof(details)),
    };

    private static string? Within(string? text, int longest, string parameter) => text is null || text.Length <= longest
        ? text
        : throw new ArgumentOutOfRangeException(parameter, text, "Too long.");
}
