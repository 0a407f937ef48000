using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>What became of «Chiudi e invia».</summary>
public abstract record CloseOutcome
{
    private CloseOutcome()
    {
    }

    /// <summary>The case is closed, by this command or by an earlier one: asking twice changes nothing.</summary>
    public sealed record Closed : CloseOutcome;

    /// <summary>The case has no contacts and no acceptable reason for it.</summary>
    public sealed record Incomplete(Finding Missing) : CloseOutcome;

    /// <summary>The dates of the case changed after these contacts were saved, and put them outside the window without a reason.</summary>
    public sealed record ContactsToCheck(IReadOnlyList<int> ContactIds) : CloseOutcome;

    public sealed record NotFound : CloseOutcome;

    public sealed record NothingSaved : CloseOutcome;
}
