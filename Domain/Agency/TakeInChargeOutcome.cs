namespace CovidSchoolReporting.Domain.Agency;

/// <summary>What became of «Prendi in carico».</summary>
public abstract record TakeInChargeOutcome
{
    private TakeInChargeOutcome()
    {
    }

    /// <summary>The operator has it, by this command or by an earlier one of theirs.</summary>
    public sealed record TakenInCharge : TakeInChargeOutcome;

    /// <summary>A colleague was first.</summary>
    /// <param name="ByName">The colleague's name.</param>
    /// <param name="At">UTC.</param>
    public sealed record AlreadyTaken(string ByName, DateTime At) : TakeInChargeOutcome;

    /// <summary>There is no such report for this user.</summary>
    public sealed record NotFound : TakeInChargeOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : TakeInChargeOutcome;
}
