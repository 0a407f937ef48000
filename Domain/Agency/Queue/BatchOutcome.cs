namespace CovidSchoolReporting.Domain.Agency.Queue;

/// <summary>What became of a command on many reports, by count.</summary>
/// <param name="Done">Done by this command or by an earlier one of the same operator.</param>
/// <param name="Held">Left as they were, because a colleague was first.</param>
/// <param name="NotTheirs">Not of a territory of the colleague who should have had them.</param>
/// <param name="NotThere">Not there for this operator.</param>
/// <param name="NotSaved">The database could not be written.</param>
public sealed record BatchOutcome(int Done, IReadOnlyList<HeldReports> Held, int NotTheirs, int NotThere, int NotSaved)
{
    public bool IsWhole => Held.Count == 0 && NotTheirs == 0 && NotThere == 0 && NotSaved == 0;
}

/// <summary>How many reports a colleague already had.</summary>
public sealed record HeldReports(string ByName, int Count);
