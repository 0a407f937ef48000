using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Delivery;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>
/// The received reports as the agency's other systems read them: those of the client's territories, in the order in which they
/// changed last. Every answer that shows a person is in the audit before it is given; when that cannot be written, there is no answer
/// but a <see cref="Cases.StoreUnavailableException"/>.
/// </summary>
public interface IReportFeed
{
    /// <summary>The reports that changed after a position.</summary>
    Task<FeedPage<FeedReport>> ReportsAsync(FeedReader reader, FeedRequest request, CancellationToken cancellationToken);

    /// <summary>The contacts of the reports that changed after a position.</summary>
    Task<FeedPage<FeedContact>> ContactsAsync(FeedReader reader, FeedRequest request, CancellationToken cancellationToken);

    /// <summary>One report with its contacts; null when the client has no such report.</summary>
    Task<FeedReport?> FindAsync(FeedReader reader, int reportId, CancellationToken cancellationToken);

    /// <summary>The change that a report stands at, which says whether one that was read is still the latest. Shows no person.</summary>
    Task<long?> FindChangeAsync(FeedReader reader, int reportId, CancellationToken cancellationToken);
}

/// <summary>Who reads, and where, as the audit writes it down.</summary>
/// <param name="Address">The address with its ids left out.</param>
public sealed record FeedReader(ApiClient Client, string Address);

/// <param name="UpdatedSince">UTC: only what changed then or later; null for all.</param>
/// <param name="Limit">Rows of a page.</param>
/// <param name="WithContacts">Whether reports come with their contacts.</param>
public sealed record FeedRequest(FeedPosition After, DateTime? UpdatedSince, int Limit, bool WithContacts = false);

/// <summary>A place in the feed: after the change with this number, and after so many contacts of the report that it belongs to.</summary>
/// <param name="Change">0 for the beginning.</param>
/// <param name="Contact">How many contacts of the report came before; 0 where reports are read.</param>
public readonly record struct FeedPosition(long Change, int Contact = 0);

/// <param name="End">Where the next page begins. It stays good when there is none yet.</param>
/// <param name="HasMore">Whether there is more after it now.</param>
public sealed record FeedPage<TRow>(IReadOnlyList<TRow> Rows, FeedPosition End, bool HasMore);

/// <summary>A received report: the agency's side, and what counts of what the school wrote.</summary>
public sealed record FeedReport
{
    public required int Id { get; init; }

    public required string ProtocolNumber { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>UTC: of the agency's last change.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>One more at each change of any report.</summary>
    public required long Change { get; init; }

    public required AgencyState State { get; init; }

    /// <summary>UTC; null while nobody has it.</summary>
    public required DateTime? TakenInChargeAt { get; init; }

    /// <summary>UTC; null before the measures are out.</summary>
    public required DateTime? MeasuresIssuedAt { get; init; }

    /// <summary>UTC; null while the agency works on it.</summary>
    public required DateTime? ConcludedAt { get; init; }

    /// <summary>
    /// What was sent, with the integrazioni that the agency has accepted since. Without contacts where they were not asked for;
    /// <see cref="ContactCount"/> counts them always.
    /// </summary>
    public required CaseReport Report { get; init; }

    public required int ContactCount { get; init; }

    /// <summary>By the contact's id: what the agency decided. Whoever is not decided is not in it.</summary>
    public required IReadOnlyDictionary<int, DecidedContact> Decided { get; init; }

    public IEnumerable<FeedContact> Contacts =>
        Report.Contacts.Select(contact => new FeedContact(Id, UpdatedAt, contact, Decided.GetValueOrDefault(contact.ContactId)));
}

/// <summary>A contact of a received report.</summary>
/// <param name="UpdatedAt">UTC: of the report's last change.</param>
/// <param name="Decided">Null while nobody has decided about the contact.</param>
public sealed record FeedContact(int ReportId, DateTime UpdatedAt, ReportedContact Contact, DecidedContact? Decided);
