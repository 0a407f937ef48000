using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using CsvHelper;

namespace CovidSchoolReporting.Infrastructure.Schools;

/// <summary>
/// Registers the institutes listed in a CSV file with one row for each plesso and the header
/// <c>institute_code,institute_name,site_code,site_name,type,municipality</c>. All rows or none; may be run again.
/// </summary>
public sealed class InstituteImport(InstituteRegister register, PlaceRegister places)
{
    private static readonly string[] Columns = ["institute_code", "institute_name", "site_code", "site_name", "type", "municipality"];

    public Task<ImportOutcome> ImportAsync(TextReader file, CancellationToken cancellationToken = default) =>
        CsvTable.ImportAsync(file, Columns, Read, async rows =>
            (await register.SaveAsync(rows, cancellationToken)).Select(r => (r.Position, r.Reasons)), cancellationToken);

    private (SiteRegistration? Row, string? Error) Read(CsvReader csv)
    {
        SchoolNotation.TryRead(
            places,
            (csv.GetString("institute_code"), csv.GetString("institute_name")),
            (csv.GetString("site_code"), csv.GetString("site_name")),
            csv.GetString("type"), csv.GetString("municipality"), out var registration, out var error);
        return (registration, error);
    }
}
