using System.Globalization;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using CsvHelper;

namespace CovidSchoolReporting.Infrastructure.Schools.Register;

/// <summary>What one register file says of the agency's territory.</summary>
/// <param name="Sites">With the line of the file.</param>
/// <param name="Errors">In English, each naming its line.</param>
/// <param name="Listed">Codes of every plesso of the territory, readable or not: none of them has closed.</param>
/// <param name="Elsewhere">Rows of other provinces.</param>
/// <param name="NoSite">Rows that are no plesso: seats of an institute, boarding schools.</param>
internal sealed record RegisterFile(
    IReadOnlyList<(int Line, SiteRegistration Site)> Sites,
    IReadOnlyList<string> Errors,
    IReadOnlyDictionary<SchoolRegister, HashSet<string>> Listed,
    int Elsewhere,
    int NoSite);

/// <summary>Reads the ministry's registers of schools as they are published: all of Italy, upper case, gaps written in words.</summary>
internal sealed class RegisterReader(PlaceRegister places)
{
    private const string NotAvailable = "NON DISPONIBILE";

    private static readonly CsvReaderOptions Format = new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    public async Task<RegisterFile> ReadAsync(TextReader file, CancellationToken cancellationToken)
    {
        List<(int Line, SiteRegistration Site)> sites = [];
        List<string> errors = [];
        Dictionary<SchoolRegister, HashSet<string>> listed = [];
        var (elsewhere, noSite) = (0, 0);
        try
        {
            await using var csv = CsvReader.Create(file, Format, leaveOpen: true);
            await csv.ReadHeaderAsync(cancellationToken);
            if (RegisterLayout.Recognise([.. csv.Headers]) is not { } layout)
            {
                return Nothing($"line 1: {RegisterLayout.Known}");
            }

            while (await csv.ReadAsync(cancellationToken))
            {
                var line = (int)csv.LineNumber;
                var code = Value(layout.Site).ToUpperInvariant();
                if (places.FindByCode(Value(layout.Municipality)) is not { Territory: not null } municipality)
                {
                    elsewhere++;
                }
                else if (layout.Register(Value) is not { } register)
                {
                    errors.Add($"line {line}: the school is said to be neither STATALE nor PARITARIA");
                }
                else if (TypeOf(Value(layout.Kind)) is not { } type)
                {
                    noSite++;
                }
                else
                {
                    (listed.TryGetValue(register, out var codes) ? codes : listed[register] = new(StringComparer.OrdinalIgnoreCase)).Add(code);
                    var (institute, name) = (Value(layout.Institute).ToUpperInvariant(), Value(layout.InstituteName));
                    var site = new SiteRegistration(
                        institute.Length > 0 ? institute : code, name.Length > 0 ? name : Value(layout.SiteName),
                        code, Value(layout.SiteName), type, municipality.Code)
                    {
                        Register = register,
                        Pupils = layout.Pupils.Select(column => Number(Value(column))).FirstOrDefault(number => number is not null),
                    };
                    var faults = site.Faults().ToList();
                    errors.AddRange(faults.Select(fault => $"line {line}: {fault}"));
                    if (faults.Count == 0)
                    {
                        sites.Add((line, site));
                    }
                }
            }

            return new RegisterFile(sites, errors, listed, elsewhere, noSite);

            string Value(string column)
            {
                var text = column.Length == 0 ? "" : csv.GetString(column) ?? "";
                return text.Equals(NotAvailable, StringComparison.OrdinalIgnoreCase) ? "" : text;
            }
        }
        catch (CsvFormatException exception)
        {
            return Nothing($"the file is not a CSV file: {exception.Message}");
        }

        RegisterFile Nothing(string error) => new([], [error], listed, 0, 0);
    }

    /// <summary>The ministry's kind of school (DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA) as one of ours; null for what has no pupils of its own.</summary>
    private static SchoolType? TypeOf(string kind) => kind.ToUpperInvariant() switch
    {
        "ISTITUTO COMPRENSIVO" or "ISTITUTO SUPERIORE" or "CONVITTO NAZIONALE" or "CONVITTO ANNESSO" or "EDUCANDATO" or "" => null,
        var infanzia when infanzia.Contains("INFANZIA", StringComparison.Ordinal) => SchoolType.Kindergarten,
        var primaria when primaria.Contains("PRIMARIA", StringComparison.Ordinal) => SchoolType.Primary,
        var primo when primo.Contains("PRIMO GRADO", StringComparison.Ordinal) => SchoolType.LowerSecondary,
        _ => SchoolType.UpperSecondary, // Licei, technical and vocational institutes, and the centres for adults (CPIA).
    };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
