using CsvHelper;

namespace CovidSchoolReporting.Infrastructure;

/// <param name="Saved">How many rows were saved: all of them, or none when there are errors.</param>
/// <param name="Errors">In English, each naming its line of the file.</param>
public sealed record ImportOutcome(int Saved, IReadOnlyList<string> Errors);

/// <summary>A CSV file with a header (comma or semicolon, UTF-8), of which all rows are taken or none.</summary>
internal static class CsvTable
{
    // The separator is found from the first lines: spreadsheets set to Italian write semicolons.
    private static readonly CsvReaderOptions Format = new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <param name="read">What a row means, or what is wrong with it.</param>
    /// <param name="save">Saves all rows, or none and says what is wrong, by the position of the row.</param>
    public static async Task<ImportOutcome> ImportAsync<TRow>(
        TextReader file,
        IReadOnlyList<string> columns,
        Func<CsvReader, (TRow? Row, string? Error)> read,
        Func<IReadOnlyList<TRow>, Task<IEnumerable<(int Position, IReadOnlyList<string> Reasons)>>> save,
        CancellationToken cancellationToken)
        where TRow : class
    {
        List<(int Line, TRow Row)> rows = [];
        List<string> errors = [];
        try
        {
            await using var csv = CsvReader.Create(file, Format, leaveOpen: true);
            await csv.ReadHeaderAsync(cancellationToken);
            if (columns.Except(csv.Headers.Select(h => h.Trim().ToLowerInvariant())).Any())
            {
                return new ImportOutcome(0, [$"line 1: the header must be {string.Join(',', columns)}"]);
            }

            while (await csv.ReadAsync(cancellationToken))
            {
                var (row, error) = read(csv);
                if (row is null)
                {
                    errors.Add($"line {csv.LineNumber}: {error}");
                }
                else
                {
                    rows.Add(((int)csv.LineNumber, row));
                }
            }
        }
        catch (CsvFormatException exception)
        {
            return new ImportOutcome(0, [$"the file is not a CSV file: {exception.Message}"]);
        }

        if (errors.Count == 0)
        {
            var refused = await save([.. rows.Select(r => r.Row)]);
            errors.AddRange(refused.SelectMany(r => r.Reasons.Select(reason => $"line {rows[r.Position].Line}: {reason}")));
        }

        return new ImportOutcome(errors.Count == 0 ? rows.Count : 0, errors);
    }
}
