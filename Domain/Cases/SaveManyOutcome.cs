using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>What became of a list that is saved as a whole: all of it, or nothing.</summary>
public abstract record SaveManyOutcome
{
    private SaveManyOutcome()
    {
    }

    /// <summary>All of them are in the database, added by this command or by the same one before.</summary>
    /// <param name="Count">How many were given.</param>
    public sealed record Saved(int Count) : SaveManyOutcome;

    /// <summary>Some have errors or warnings that nobody confirmed; nothing was written.</summary>
    /// <param name="Rows">What the rules find, by the request key of the draft; only those with an objection.</param>
    public sealed record Refused(IReadOnlyDictionary<Guid, IReadOnlyList<Finding>> Rows) : SaveManyOutcome;

    /// <summary>What the records would replace is not what the user saw. Nothing was written; the user looks again.</summary>
    public sealed record Overtaken : SaveManyOutcome;

    /// <inheritdoc cref="SaveOutcome.Locked"/>
    public sealed record Locked : SaveManyOutcome;

    /// <inheritdoc cref="SaveOutcome.NotFound"/>
    public sealed record NotFound : SaveManyOutcome;

    /// <inheritdoc cref="SaveOutcome.NothingSaved"/>
    public sealed record NothingSaved : SaveManyOutcome;
}
