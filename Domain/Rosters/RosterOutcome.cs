using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>What became of a command on a roster.</summary>
public abstract record RosterOutcome
{
    private RosterOutcome()
    {
    }

    /// <summary>All people of the list are in the roster, put there by this command or by the same one before.</summary>
    /// <param name="Count">How many were given.</param>
    public sealed record Loaded(int Count) : RosterOutcome;

    /// <summary>They are gone; what was gone before counts as none.</summary>
    /// <param name="Count">How many people.</param>
    public sealed record Removed(int Count) : RosterOutcome;

    /// <summary>Some rows have errors or warnings that nobody confirmed; nothing was written.</summary>
    /// <param name="Rows">What the rules find, by the request key of the draft; only those with an objection.</param>
    public sealed record Refused(IReadOnlyDictionary<Guid, IReadOnlyList<Finding>> Rows) : RosterOutcome;

    /// <summary>A class is not as the user saw it: a colleague loaded or removed it since. Nothing was written.</summary>
    public sealed record Overtaken : RosterOutcome;

    /// <summary>There is no such class for this user.</summary>
    public sealed record NotFound : RosterOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : RosterOutcome;
}
