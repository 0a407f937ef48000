using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>
/// Who is known already at one's own institute. Another institute's people do not exist here: the same statements are asked of the
/// database, and the same is answered, for somebody known elsewhere as for somebody known nowhere.
/// </summary>
public interface IKnownPeople
{
    /// <summary>
    /// The cases, open and closed, that are about this person, and the contacts of open or recently closed cases; cases first, newest first.
    /// Empty when the database cannot be read: what is said here is a help, and nothing waits for it.
    /// </summary>
    /// <param name="exceptCase">The case that is being written, with its contacts; null for a new one.</param>
    /// <param name="requestKey">Of the draft that is being written: a new case that it has just become is not somebody known.</param>
    Task<IReadOnlyList<KnownPerson>> FindAsync(
        Actor actor, PersonIdentity person, int? exceptCase, Guid requestKey, CancellationToken cancellationToken);
}

/// <summary>Where a person is known.</summary>
/// <param name="ContactId">Null when the person is the case itself.</param>
/// <param name="Status">Of the case.</param>
public sealed record KnownPerson(int CaseId, int? ContactId, CaseStatus Status);
