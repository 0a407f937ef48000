using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>
/// Focolaio: linked cases of one class, found when a report arrives and kept with it in the same commit. Its cases are the reports of the
/// class whose day lies between its first and its last.
/// </summary>
public sealed class Cluster
{
    private Cluster()
    {
    }

    public int Id { get; private set; }

    /// <summary>The plesso.</summary>
    public int SiteId { get; private init; }

    /// <summary>Class and section as one key.</summary>
    public string ClassKey { get; private init; } = "";

    public Territory Territory { get; private init; }

    /// <summary>Belfiore code of the comune of the plesso.</summary>
    public string SiteMunicipalityCode { get; private init; } = "";

    public SchoolType SchoolType { get; private init; }

    /// <summary>As the reports bear it.</summary>
    public string SchoolName { get; private init; } = "";

    /// <summary>Day of the first case: see <see cref="ClassCase.Day"/>.</summary>
    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    public int Cases { get; private set; }

    public int Contacts { get; private set; }

    /// <summary>UTC; when the cluster was found.</summary>
    public DateTime FoundAt { get; private init; }

    public ClusterState State { get; private set; }

    public int? StateBy { get; private set; }

    /// <summary>The operator's name as it was then, shown to colleagues; null while nobody decided anything, or after a new case opened it again.</summary>
    public string? StateByName { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? StateAt { get; private set; }

    public int Version { get; private set; }

    public static Cluster Find(ClusterPlace place, ClusterSpan span, DateTime now) => new()
    {
        SiteId = place.SiteId,
        ClassKey = place.ClassKey,
        Territory = place.Territory,
        SiteMunicipalityCode = place.SiteMunicipalityCode,
        SchoolType = place.SchoolType,
        SchoolName = place.SchoolName,
        FirstDay = span.FirstDay,
        LastDay = span.LastDay,
        Cases = span.Cases,
        Contacts = span.Contacts,
        FoundAt = now,
    };

    /// <summary>Whether these linked cases are this cluster's, with those that came since.</summary>
    public bool Overlaps(ClusterSpan span) => span.FirstDay <= LastDay && span.LastDay >= FirstDay;

    /// <summary>A case came to it. A closed one is open again: what was thought to be over is not.</summary>
    public void Grow(ClusterSpan span, DateTime now)
    {
        if ((span.FirstDay, span.LastDay, span.Cases, span.Contacts) == (FirstDay, LastDay, Cases, Contacts))
        {
            return;
        }

        if (State == ClusterState.Closed && span.Cases > Cases)
        {
            (State, StateBy, StateByName, StateAt) = (ClusterState.Open, null, null, now);
        }

        (FirstDay, LastDay, Cases, Contacts) = (span.FirstDay, span.LastDay, span.Cases, span.Contacts);
        Version++;
    }

    /// <summary>An operator says where it stands; asking again changes nothing.</summary>
    /// <returns>False when it stood there already.</returns>
    public bool Put(ClusterState state, Actor by, DateTime now)
    {
        if (!by.IsAgencyOperator || !by.Territories.Contains(Territory))
        {
            throw new InvalidOperationException("Only an operator of the cluster's territory says where it stands.");
        }

        if (State == state)
        {
            return false;
        }

        (State, StateBy, StateByName, StateAt) = (state, by.UserId, by.DisplayName, now);
        Version++;
        return true;
    }
}

/// <summary>The class in which a cluster is found, as its reports describe it.</summary>
public sealed record ClusterPlace(
    int SiteId, string ClassKey, Territory Territory, string SiteMunicipalityCode, SchoolType SchoolType, string SchoolName);
