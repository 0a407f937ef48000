using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Drafts;

/// <summary>A draft as it is kept.</summary>
/// <param name="Content">JSON, as it was saved.</param>
/// <param name="SavedAt">UTC.</param>
/// <param name="Version">Give it with the next save.</param>
public sealed record StoredDraft(DraftKey Key, string Content, DateTime SavedAt, int Version);

/// <summary>A draft in a list, without its content.</summary>
/// <param name="SavedAt">UTC.</param>
/// <param name="Person">Surname and name as far as they are typed; empty for lists.</param>
public sealed record DraftRow(DraftKey Key, DateTime SavedAt, string Person);

/// <summary>What became of the save of a draft.</summary>
public abstract record DraftOutcome
{
    private DraftOutcome()
    {
    }

    /// <summary>It is in the database.</summary>
    /// <param name="SavedAt">UTC.</param>
    public sealed record Kept(DateTime SavedAt, int Version) : DraftOutcome;

    /// <summary>The draft was saved by somebody else than who sends this, for example in another tab; nothing was written.</summary>
    /// <param name="Current">Null when it was removed meanwhile.</param>
    public sealed record Overtaken(StoredDraft? Current) : DraftOutcome;

    /// <summary>There is no such open case for this user, no such received case to write about, or no such draft in this role; nothing was written.</summary>
    public sealed record Refused : DraftOutcome;

    /// <summary>The content is over the limit of its kind, or the user has too many drafts; nothing was written.</summary>
    public sealed record NoRoom : DraftOutcome;
}

/// <summary>
/// Where drafts are kept. Every member answers for the actor's own drafts: another user's do not exist here, nor do drafts of a
/// case that is closed (but those of messages about it), of another institute, or older than the portal keeps them.
/// </summary>
public interface IDraftStore
{
    /// <returns>Null when there is none.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be read.</exception>
    Task<StoredDraft?> FindAsync(Actor actor, DraftKey key, CancellationToken cancellationToken);

    /// <summary>The newest draft of something new: of a case, or of a contact of that case.</summary>
    /// <param name="caseId">Null for new cases.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be read.</exception>
    Task<StoredDraft?> FindNewestAsync(Actor actor, DraftKind kind, int? caseId, CancellationToken cancellationToken);

    /// <summary>Keeps a draft in one small commit, over the one that was there.</summary>
    /// <param name="content">JSON, at most <see cref="DraftKey.ContentLimit"/> characters.</param>
    /// <param name="basedOn">
    /// The version that the sender last saved or read, 0 for none: a draft that went on without the sender is not overwritten.
    /// Null overwrites whatever is there.
    /// </param>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<DraftOutcome> SaveAsync(Actor actor, DraftKey key, string content, int? basedOn, CancellationToken cancellationToken);

    /// <summary>Removes a draft. One that is gone already is no fault.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task RemoveAsync(Actor actor, DraftKey key, CancellationToken cancellationToken);

    /// <summary>All drafts of the actor, the newest first.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read.</exception>
    Task<IReadOnlyList<DraftRow>> ListAsync(Actor actor, CancellationToken cancellationToken);
}
