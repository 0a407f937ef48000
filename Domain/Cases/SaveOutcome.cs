using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>What became of a command. Everything that may happen to a careful user is one of these; only faults of ours throw.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>It is in the database.</summary>
    /// <param name="Id">The case or contact that was saved.</param>
    public sealed record Saved(int Id, int Revision) : SaveOutcome
    {
        /// <summary>What nobody was asked to confirm, and should know.</summary>
        public Finding? Warning { get; init; }
    }

    /// <summary>Errors block; nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<Finding> Findings) : SaveOutcome;

    /// <summary>No errors, but warnings that the user has not confirmed yet; nothing was written.</summary>
    public sealed record NeedsConfirmation(IReadOnlyList<Finding> Warnings) : SaveOutcome;

    /// <summary>The case is closed; nothing was written.</summary>
    public sealed record Locked : SaveOutcome;

    /// <summary>Somebody saved a newer version meanwhile; nothing was written.</summary>
    /// <param name="Current">The newer version. To save over it, the draft takes its id and revision.</param>
    public sealed record Stale(PersonDraft Current) : SaveOutcome;

    /// <summary>There is no such case or contact for this user.</summary>
    public sealed record NotFound : SaveOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : SaveOutcome;
}
