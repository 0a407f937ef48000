using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Supplements;

/// <summary>What became of a command on an integrazione.</summary>
public abstract record SupplementOutcome
{
    private SupplementOutcome()
    {
    }

    /// <summary>It is stored, by this command or by the same one before.</summary>
    /// <param name="Number">Its number in the case.</param>
    public sealed record Done(int Number) : SupplementOutcome;

    /// <summary>It breaks a rule; nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<Finding> Findings) : SupplementOutcome;

    /// <summary>The value is the one that was sent; nothing was written.</summary>
    public sealed record Unchanged : SupplementOutcome;

    /// <summary>A colleague judged it before; nothing was written.</summary>
    public sealed record AlreadyJudged(SupplementState State, string ByName, DateTime At) : SupplementOutcome;

    /// <summary>There is no such received case, contact or integrazione for this user.</summary>
    public sealed record NotFound : SupplementOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : SupplementOutcome;
}
