namespace CovidSchoolReporting.Domain.Agency;

/// <summary>What became of a step of the agency's work on a report.</summary>
public abstract record StepOutcome
{
    private StepOutcome()
    {
    }

    /// <summary>It is done, by this command or by an earlier one.</summary>
    public sealed record Done : StepOutcome;

    /// <summary>Another step comes first.</summary>
    /// <param name="State">Where the report stands.</param>
    public sealed record TooEarly(AgencyState State) : StepOutcome;

    /// <summary>Measures are issued when every contact is decided; nothing was written.</summary>
    /// <param name="Contacts">How many are not.</param>
    public sealed record Undecided(int Contacts) : StepOutcome;

    /// <summary>A report is concluded when every integrazione is judged; nothing was written.</summary>
    /// <param name="Supplements">How many wait.</param>
    public sealed record SupplementsWaiting(int Supplements) : StepOutcome;

    /// <summary>The colleague does not work the report's territory, or not any more.</summary>
    public sealed record NoSuchColleague : StepOutcome;

    /// <summary>There is no such report for this user.</summary>
    public sealed record NotFound : StepOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : StepOutcome;
}
