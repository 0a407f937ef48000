namespace CovidSchoolReporting.Domain.Matches;

/// <summary>What became of a word about a proposed pair.</summary>
public abstract record MatchOutcome
{
    private MatchOutcome()
    {
    }

    /// <summary>It stands, by this command or by the same one before.</summary>
    public sealed record Said(MatchState State) : MatchOutcome;

    /// <summary>A colleague said something after the screen was drawn; nothing was written.</summary>
    /// <param name="At">UTC.</param>
    public sealed record Overtaken(MatchState State, string ByName, DateTime At) : MatchOutcome;

    /// <summary>There is no such pair for this user.</summary>
    public sealed record NotFound : MatchOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : MatchOutcome;
}
