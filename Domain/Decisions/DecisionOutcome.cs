using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>A contact about which a colleague decided after the screen was drawn.</summary>
/// <param name="Version">The colleague's decision: whoever has read it may decide over it.</param>
/// <param name="At">UTC.</param>
public sealed record OvertakenContact(int ContactId, int Version, string ByName, DateTime At);

/// <summary>What became of a decision about contacts.</summary>
public abstract record DecisionOutcome
{
    private DecisionOutcome()
    {
    }

    /// <summary>It stands, by this command or by the same one before.</summary>
    /// <param name="Count">How many contacts it is about.</param>
    public sealed record Decided(int Count) : DecisionOutcome;

    /// <summary>Errors block; nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<Finding> Findings) : DecisionOutcome;

    /// <summary>A colleague was first with some of the contacts; nothing was written about any.</summary>
    public sealed record Overtaken(IReadOnlyList<OvertakenContact> Contacts) : DecisionOutcome;

    /// <summary>What was sent has changed since the screen was drawn, and the portal now proposes something else; nothing was written about any.</summary>
    /// <param name="Count">Contacts whose proposal is another one.</param>
    public sealed record ProposalsChanged(int Count) : DecisionOutcome;

    /// <summary>Nobody has taken the report in charge yet, or it is concluded; nothing was written.</summary>
    public sealed record NotOpen(AgencyState State) : DecisionOutcome;

    /// <summary>There is no such report for this user, or it has no such contact.</summary>
    public sealed record NotFound : DecisionOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : DecisionOutcome;
}
