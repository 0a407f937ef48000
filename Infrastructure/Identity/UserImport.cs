using CovidSchoolReporting.Domain.Access;
using CsvHelper;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <param name="Registered">How many users were registered: all rows, or none when there are errors.</param>
/// <param name="Errors">In English, each naming its line of the file.</param>
public sealed record ImportOutcome(int Registered, IReadOnlyList<string> Errors);

/// <summary>
/// Registers the users listed in a CSV file with the header <c>email,name,role,institute,territory</c> (comma or semicolon,
/// UTF-8). All rows or none.
/// </summary>
public sealed class UserImport(UserDirectory directory)
{
    private static readonly string[] Columns = ["email", "name", "role", "institute", "territory"];

    // The separator is found from the first lines: spreadsheets set to Italian write semicolons.
    private static readonly CsvReaderOptions Format = new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    public async Task<ImportOutcome> ImportAsync(TextReader file, CancellationToken cancellationToken = default)
    {
        await using var csv = CsvReader.Create(file, Format, leaveOpen: true);
        List<(int Line, UserRegistration Registration)> rows = [];
        List<string> errors;
        try
        {
            errors = await ReadAsync(csv, rows, cancellationToken);
        }
        catch (CsvFormatException exception)
        {
            return new ImportOutcome(0, [$"the file is not a CSV file: {exception.Message}"]);
        }

        if (errors.Count > 0)
        {
            return new ImportOutcome(0, errors);
        }

        var refused = await directory.RegisterAsync([.. rows.Select(r => r.Registration)], cancellationToken);
        errors.AddRange(refused.SelectMany(r => r.Reasons.Select(reason => $"line {rows[r.Position].Line}: {reason}")));
        return new ImportOutcome(errors.Count == 0 ? rows.Count : 0, errors);
    }

    private static async Task<List<string>> ReadAsync(
        CsvReader csv, List<(int Line, UserRegistration Registration)> rows, CancellationToken cancellationToken)
    {
        await csv.ReadHeaderAsync(cancellationToken);
        if (Columns.Except(csv.Headers.Select(h => h.Trim().ToLowerInvariant())).Any())
        {
            return [$"line 1: the header must be {string.Join(',', Columns)}"];
        }

        List<string> errors = [];
        while (await csv.ReadAsync(cancellationToken))
        {
            if (UserNotation.TryRead(
                    csv.GetString("email"), csv.GetString("name"), csv.GetString("role"), csv.GetString("institute"), csv.GetString("territory"),
                    out var registration, out var error))
            {
                rows.Add(((int)csv.LineNumber, registration));
            }
            else
            {
                errors.Add($"line {csv.LineNumber}: {error}");
            }
        }

        return errors;
    }
}
