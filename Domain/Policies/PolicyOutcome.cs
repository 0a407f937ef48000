using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Policies;

/// <summary>What became of a command on a policy.</summary>
public abstract record PolicyOutcome
{
    private PolicyOutcome()
    {
    }

    /// <summary>It is in the database, by this command or by the same one before.</summary>
    public sealed record Done(int Id) : PolicyOutcome;

    /// <summary>Errors block; nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<Finding> Findings) : PolicyOutcome;

    /// <summary>Somebody changed it meanwhile; nothing was written.</summary>
    /// <param name="Version">The newer one's: a draft that takes it may be saved over it.</param>
    public sealed record Stale(int Version) : PolicyOutcome;

    /// <summary>In its state this cannot be done; nothing was written.</summary>
    public sealed record Refused(PolicyState State) : PolicyOutcome;

    /// <summary>There is no such policy for this user.</summary>
    public sealed record NotFound : PolicyOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : PolicyOutcome;
}
