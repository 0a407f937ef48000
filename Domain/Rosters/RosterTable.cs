using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>The list that a school without one of its own fills in to load its classes.</summary>
public static class RosterTable
{
    /// <summary>Not translated, like the headers: a list goes from one colleague to another.</summary>
    private const string Sheet = "Classi";

    private static readonly string[] _headers =
    [
        .. Registers.OwnColumns
            .Where(column => column.Field is not (ImportField.LastContactDate or ImportField.FiscalCodeUnavailableReason))
            .Select(column => column.Header),
        "Plesso",
    ];

    /// <summary>The headers alone, to be filled in.</summary>
    public static SourceTable Template { get; } = new(Sheet, [_headers]);
}
