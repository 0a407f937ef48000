using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Audit;

/// <summary>
/// Where it is written down that a person's record was shown. Whoever reads for a screen, a file or another system calls it with what was
/// found, after it was found. It takes a place in a queue and not a commit: reading stays as fast as it was. What is written, not read, is
/// audited in the same commit instead, by the store that writes it: <c>context.Add(AuditEntry.By(…))</c>.
/// </summary>
/// <remarks>
/// A screen is drawn twice when it opens, and again whenever something changes: the same record shown to the same user by the same
/// action on the same screen counts once in <see cref="SameReading"/>.
/// </remarks>
public interface IAuditTrail
{
    /// <summary>Within this time a record that is shown again to the same user on the same screen is the same reading.</summary>
    static readonly TimeSpan SameReading = TimeSpan.FromMinutes(1);

    /// <summary>One record was shown.</summary>
    /// <param name="personCount">How many people: of a case itself and its contacts.</param>
    ValueTask ReadAsync(Actor actor, AuditAction action, AuditRecord record, int personCount = 1);

    /// <summary>Several cases were shown, or left as a file. None: nothing is written.</summary>
    /// <param name="caseIds">The cases, each once; of a report its case.</param>
    /// <param name="details">See <see cref="AuditEntry.Details"/>.</param>
    /// <param name="personCount">When it was about others than the cases themselves.</param>
    ValueTask ListedAsync(Actor actor, AuditAction action, IReadOnlyCollection<int> caseIds, string? details = null, int? personCount = null);

    /// <summary>Something happened that has no commit of its own.</summary>
    ValueTask AddAsync(AuditEntry entry);

    /// <summary>Waits until everything that was told before is in the database, or cannot be written now.</summary>
    Task FlushAsync(CancellationToken cancellationToken);
}
