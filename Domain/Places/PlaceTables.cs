using System.Globalization;

namespace CovidSchoolReporting.Domain.Places;

/// <summary>Reads the embedded tables; a table that is damaged stops the start, because nothing works without it.</summary>
internal static class PlaceTables
{
    private const string Unknown = "-";

    public static IEnumerable<(Municipality Municipality, DateOnly? Established)> Municipalities() =>
        Rows("municipalities.tsv", 8).Select(cells => (
            new Municipality(cells[0], cells[2], cells[3], cells[4], Degrees(cells[5]), Degrees(cells[6])),
            Day(cells[7])));

    public static IEnumerable<BirthPlace> FormerMunicipalities() =>
        Rows("former-municipalities.tsv", 5).Select(cells => new BirthPlace(
            cells[0], cells[1], cells[2], BirthPlaceKind.FormerMunicipality, Day(cells[3]), Day(cells[4])));

    public static IEnumerable<BirthPlace> ForeignStates() =>
        Rows("foreign-states.tsv", 4).Select(cells => new BirthPlace(
            cells[0], cells[2], Province: null, BirthPlaceKind.ForeignState, ValidFrom: null, Day(cells[3])));

    private static IEnumerable<string[]> Rows(string table, int columns)
    {
        using var stream = typeof(PlaceTables).Assembly.GetManifestResourceStream("Places/" + table)
            ?? throw new InvalidOperationException($"The table {table} is not embedded in Domain.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var cells = line.Split('\t');
            yield return cells.Length == columns
                ? cells
                : throw new InvalidDataException($"{table}: {columns} columns expected in \"{line}\".");
        }
    }

    private static double Degrees(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string cell) =>
        cell == Unknown ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
