using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Conversations;

/// <summary>What became of a message.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>It is stored, by this command or by the same one before.</summary>
    /// <param name="Number">Its number in the conversation.</param>
    public sealed record Sent(int Number) : SendOutcome;

    /// <summary>It breaks a rule; nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<Finding> Findings) : SendOutcome;

    /// <summary>There is no such received case for this user.</summary>
    public sealed record NotFound : SendOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : SendOutcome;
}
