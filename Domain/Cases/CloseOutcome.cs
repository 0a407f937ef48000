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

    /// <summary>Something is missing, the reason for having no contacts.</summary>
    public sealed record Incomplete(Finding Missing) : CloseOutcome;

    public sealed record NotFound : CloseOutcome;

    public sealed record NothingSaved : CloseOutcome;
}
