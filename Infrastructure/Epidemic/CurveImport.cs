using System.Globalization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Persistence.Epidemic;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Epidemic;

/// <summary>
/// Takes over the official daily curve of the provinces: one row a day with the columns <c>data</c> (yyyy-MM-dd), <c>mi_nuovi_casi</c> and
/// <c>lo_nuovi_casi</c>, others are left aside. What can be read is kept, what cannot is listed, and importing again changes nothing.
/// </summary>
public sealed class CurveImport(IDbContextFactory<PortalDbContext> contexts)
{
    private const string DayColumn = "data";

    /// <summary>No day ever had more; a number beyond is a total in the wrong column.</summary>
    private const int MostCases = 200_000;

    private static readonly (string Column, Territory Territory)[] Columns =
        [("mi_nuovi_casi", Territory.Milano), ("lo_nuovi_casi", Territory.Lodi)];

    private static readonly CsvReaderOptions Format = new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <returns>How many days are stored now, and what was left out; in English, each error naming its line.</returns>
    public async Task<ImportOutcome> ImportAsync(TextReader file, CancellationToken cancellationToken = default)
    {
        List<string> errors = [];
        Dictionary<(Territory Territory, DateOnly Day), int> read = [];
        try
        {
            await using var csv = CsvReader.Create(file, Format, leaveOpen: true);
            await csv.ReadHeaderAsync(cancellationToken);
            if (Missing([.. csv.Headers]) is { } missing)
            {
                return new ImportOutcome(0, [$"line 1: the column '{missing}' is missing"]);
            }

            while (await csv.ReadAsync(cancellationToken))
            {
                ReadRow((int)csv.LineNumber, column => csv.GetString(column) ?? "", read, errors);
            }
        }
        catch (CsvFormatException exception)
        {
            return new ImportOutcome(0, [$"the file is not a CSV file: {exception.Message}"]);
        }

        await SaveAsync(read, cancellationToken);
        return new ImportOutcome(read.Keys.Select(key => key.Day).Distinct().Count(), errors);
    }

    private static string? Missing(IReadOnlyList<string> headers) =>
        Columns.Select(column => column.Column).Prepend(DayColumn).FirstOrDefault(column => !headers.Contains(column));

    private static void ReadRow(
        int line, Func<string, string> value, Dictionary<(Territory Territory, DateOnly Day), int> read, List<string> errors)
    {
        if (!DateOnly.TryParseExact(value(DayColumn), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            errors.Add($"line {line}: '{value(DayColumn)}' is not a day (yyyy-MM-dd)");
            return;
        }

        foreach (var (column, territory) in Columns)
        {
            var text = value(column);
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var cases) || Math.Abs((long)cases) > MostCases)
            {
                errors.Add($"line {line}: '{text}' in the column '{column}' is not a number of cases");
            }
            else if (!read.TryAdd((territory, day), cases))
            {
                errors.Add($"line {line}: the day {value(DayColumn)} stands in the file twice");
                return;
            }
        }
    }

    private async Task SaveAsync(Dictionary<(Territory Territory, DateOnly Day), int> read, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.Set<OfficialFigure>().ToDictionaryAsync(f => (f.Territory, f.Day), cancellationToken);
        foreach (var (key, cases) in read)
        {
            if (stored.TryGetValue(key, out var figure))
            {
                figure.Cases = cases;
            }
            else
            {
                context.Add(new OfficialFigure { Territory = key.Territory, Day = key.Day, Cases = cases });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
