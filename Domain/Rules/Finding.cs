namespace CovidSchoolReporting.Domain.Rules;

/// <summary>How much a finding weighs.</summary>
public enum FindingWeight
{
    /// <summary>Blocks the save.</summary>
    Error,

    /// <summary>The user confirms it, and it stays with the record.</summary>
    Warning,

    /// <summary>The user confirms it and says why.</summary>
    WarningWithReason,
}

/// <summary>What a rule found wrong or unlikely in a draft.</summary>
/// <param name="Field">The property of the draft.</param>
/// <param name="Code">The rule: see <see cref="RuleCodes"/>.</param>
/// <param name="Message">The sentence for the user, in the language of the screen.</param>
public sealed record Finding(string Field, string Code, FindingWeight Weight, string Message)
{
    public bool IsError => Weight == FindingWeight.Error;

    public bool NeedsReason => Weight == FindingWeight.WarningWithReason;
}
