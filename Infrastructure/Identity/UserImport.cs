using CovidSchoolReporting.Domain.Access;
using CsvHelper;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>Registers the users listed in a CSV file with the header <c>email,name,role,institute,territory</c>. All rows or none.</summary>
public sealed class UserImport(UserDirectory directory)
{
    private static readonly string[] Columns = ["email", "name", "role", "institute", "territory"];

    public Task<ImportOutcome> ImportAsync(TextReader file, CancellationToken cancellationToken = default) =>
        CsvTable.ImportAsync(file, Columns, Read, async rows =>
            (await directory.RegisterAsync(rows, cancellationToken)).Select(r => (r.Position, r.Reasons)), cancellationToken);

    private static (UserRegistration? Row, string? Error) Read(CsvReader csv)
    {
        UserNotation.TryRead(
            csv.GetString("email"), csv.GetString("name"), csv.GetString("role"), csv.GetString("institute"), csv.GetString("territory"),
            out var registration, out var error);
        return (registration, error);
    }
}
