using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>One loading of a list, by one user. Its good rows may be saved in several steps: they belong together.</summary>
/// <param name="Key">Made when the list was read.</param>
/// <param name="Seen">
/// The loading that each class came from when the user saw it last; a class that was not there is not in it. Whoever saves replaces
/// what they saw, and nothing that a colleague loaded since.
/// </param>
public sealed record RosterLoad(Guid Key, IReadOnlyDictionary<RosterPlace, Guid> Seen, DateTime At);

/// <summary>A person to be loaded.</summary>
/// <param name="RequestKey">Made with the row of the list.</param>
public sealed record RosterRow(Guid RequestKey, RosterDetails Details);

/// <summary>How many people a loading added, and how many of an earlier list it removed.</summary>
public sealed record RosterChange(int Added, int Removed);

/// <summary>A class of a plesso as the school loaded it: whom it holds, and since when. The institute owns it; nobody else sees it.</summary>
public sealed class RosterClass
{
    private readonly List<RosterPerson> _people = [];

    private RosterClass()
    {
    }

    public int Id { get; private set; }

    public int InstituteId { get; private init; }

    public int SchoolSiteId { get; private init; }

    public string ClassName { get; private init; } = "";

    public string Section { get; private init; } = "";

    /// <summary><see cref="RosterPlace.Key"/>.</summary>
    public string Key { get; private init; } = "";

    /// <summary>The loading that its people come from.</summary>
    public Guid LoadKey { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime LoadedAt { get; private set; }

    /// <summary>How many people it holds, kept here so that a list of classes need not count them.</summary>
    public int PersonCount { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<RosterPerson> People => _people;

    public RosterPlace Place => new(SchoolSiteId, ClassName, Section);

    public static RosterClass Open(Actor actor, RosterPlace place) => new()
    {
        InstituteId = actor.InstituteId ?? throw new InvalidOperationException("Only a school has a roster."),
        SchoolSiteId = place.SiteId,
        ClassName = place.ClassName,
        Section = place.Section,
        Key = place.Key,
    };

    /// <summary>Whether the class holds what the user saw, or what the same list has put there.</summary>
    public bool IsAsSeen(RosterLoad load) => LoadKey == load.Key || LoadKey == load.Seen.GetValueOrDefault(Place);

    /// <summary>Puts the people of a list in the place of those from an earlier list. A row that is in it already is not added again.</summary>
    /// <exception cref="InvalidOperationException">The class is not as the user saw it: see <see cref="IsAsSeen"/>.</exception>
    public RosterChange Load(RosterLoad load, IEnumerable<RosterRow> rows)
    {
        if (!IsAsSeen(load))
        {
            throw new InvalidOperationException("The class holds people whom the user has not seen.");
        }

        var removed = 0;
        if (LoadKey != load.Key)
        {
            removed = _people.Count;
            _people.Clear();
            (LoadKey, LoadedAt) = (load.Key, load.At);
            Version++;
        }

        var known = _people.Select(person => person.RequestKey).ToHashSet();
        var added = rows.Where(row => known.Add(row.RequestKey)).Select(row => RosterPerson.Of(this, row.RequestKey, row.Details)).ToList();
        if (added.Count > 0)
        {
            _people.AddRange(added);
            Version++;
        }

        PersonCount = _people.Count;
        return new RosterChange(added.Count, removed);
    }
}
