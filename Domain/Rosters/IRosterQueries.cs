using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>What a school reads of its roster. What it does not own is not there.</summary>
public interface IRosterQueries
{
    /// <summary>The most matches that <see cref="SearchAsync"/> gives.</summary>
    const int MostMatches = 8;

    /// <summary>Fewer letters than this match half the school.</summary>
    const int FewestLetters = 2;

    /// <summary>Whether the actor's institute has a roster; false while the database cannot be read, for everything works without one.</summary>
    Task<bool> ExistsAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>The classes by plesso, class and section.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read.</exception>
    Task<IReadOnlyList<RosterClassRow>> ClassesAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>A class with its people by surname and name, or null.</summary>
    Task<RosterClassSheet?> FindAsync(Actor actor, int classId, CancellationToken cancellationToken);

    /// <summary>The people whose surname, and name after it, begin with what was typed, at most <see cref="MostMatches"/>.</summary>
    /// <param name="siteId">Only those of one plesso; null for the whole institute.</param>
    /// <returns>Nobody while the database cannot be read: it is only an offer, and what is typed counts.</returns>
    Task<IReadOnlyList<RosterMatch>> SearchAsync(Actor actor, string typed, int? siteId, CancellationToken cancellationToken);

    /// <summary>«Ultime operazioni»: what was done to the roster last, newest first. Only the head teacher reads it.</summary>
    Task<IReadOnlyList<RosterEvent>> EventsAsync(Actor actor, CancellationToken cancellationToken);
}

/// <summary>A class in the list of classes.</summary>
/// <param name="LoadedOn">Day in Europe/Rome.</param>
public sealed record RosterClassRow(int Id, RosterPlace Place, string SiteName, int PersonCount, DateOnly LoadedOn)
{
    /// <summary>The list that its people come from: see <see cref="RosterClass.LoadKey"/>.</summary>
    public required Guid LoadKey { get; init; }

    /// <summary>«3 B»; empty for staff without a class.</summary>
    public string Name => string.Join(' ', ((string[])[Place.ClassName, Place.Section]).Where(part => part.Length > 0).Distinct());
}

public sealed record RosterClassSheet(RosterClassRow Row, IReadOnlyList<RosterEntry> People);

/// <summary>A person of the roster as screens need them.</summary>
/// <param name="Draft">What is known, as a form would show it; plesso, class and section included.</param>
public sealed record RosterEntry(int Id, RosterDraft Draft, PersonIdentity Identity);

/// <summary>A person who may be the one whose surname is being typed.</summary>
public sealed record RosterMatch(RosterEntry Entry, string ClassName, DateOnly BirthDate);

/// <summary>Something that was done to the roster.</summary>
/// <param name="By">Name of the user; null for the portal itself.</param>
/// <param name="At">UTC.</param>
public sealed record RosterEvent(DateTime At, AuditAction Action, string? By, int PersonCount);
