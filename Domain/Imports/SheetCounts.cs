namespace CovidSchoolReporting.Domain.Imports;

/// <summary>How many rows of the sheet stand where.</summary>
public sealed record SheetCounts(int Good, int Warned, int Wrong, int Removed)
{
    /// <summary>Rows that are to be saved some time.</summary>
    public int Rows => Good + Warned + Wrong;

    internal static SheetCounts Of(IEnumerable<SheetRow> rows)
    {
        var counted = rows.CountBy(row => row.State).ToDictionary();
        return new(
            counted.GetValueOrDefault(RowState.Good), counted.GetValueOrDefault(RowState.Warned),
            counted.GetValueOrDefault(RowState.Wrong), counted.GetValueOrDefault(RowState.Removed));
    }
}
