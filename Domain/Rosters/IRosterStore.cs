using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>Where rosters are kept. Another institute's roster does not exist here. Every change writes its audit entry in the same commit.</summary>
public interface IRosterStore
{
    /// <summary>Loads people into classes, in one commit; see <see cref="RosterClass.Load"/>.</summary>
    /// <param name="entries">Makes the audit entries from what was changed.</param>
    /// <returns>False when a class is not as the user saw it: nothing was written.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<bool> LoadAsync(
        Actor actor, RosterLoad load, IReadOnlyDictionary<RosterPlace, IReadOnlyList<RosterRow>> people,
        Func<RosterChange, IEnumerable<AuditEntry>> entries,
        CancellationToken cancellationToken);

    /// <summary>Removes one class, or all of the actor's institute.</summary>
    /// <param name="classId">Null for all.</param>
    /// <param name="entry">Makes the audit entry from the number of people that were removed.</param>
    /// <returns>How many people were removed; null when there was no such class, or no class at all.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<int?> RemoveAsync(Actor actor, int? classId, Func<int, AuditEntry> entry, CancellationToken cancellationToken);

    /// <summary>Removes the classes of every institute that were loaded before an instant.</summary>
    /// <param name="loadedBefore">UTC.</param>
    /// <param name="entry">Makes the audit entry of one institute, from its id and the number of its people that were removed.</param>
    /// <returns>How many people were removed.</returns>
    Task<int> RemoveOldAsync(DateTime loadedBefore, Func<int, int, AuditEntry> entry, CancellationToken cancellationToken);
}
