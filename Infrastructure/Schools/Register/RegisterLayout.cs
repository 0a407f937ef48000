using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Infrastructure.Schools.Register;

/// <summary>The names of the columns in one kind of register file; an empty one says that the file lacks it.</summary>
internal sealed record RegisterLayout(
    string Site,
    string SiteName,
    string Institute,
    string InstituteName,
    string Municipality,
    string Kind,
    IReadOnlyList<string> Pupils,
    Func<Func<string, string>, SchoolRegister?> Register)
{
    /// <summary>SCUANAGRAFESTAT of dati.istruzione.it: state schools.</summary>
    private static readonly RegisterLayout State = new(
        "CODICESCUOLA", "DENOMINAZIONESCUOLA", "CODICEISTITUTORIFERIMENTO", "DENOMINAZIONEISTITUTORIFERIMENTO",
        "CODICECOMUNESCUOLA", "DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA", [], _ => SchoolRegister.State);

    /// <summary>SCUANAGRAFEPAR of dati.istruzione.it: recognised private and municipal schools, each its own institute.</summary>
    private static readonly RegisterLayout Accredited = new(
        "CODICESCUOLA", "DENOMINAZIONESCUOLA", "", "",
        "CODICECOMUNESCUOLA", "DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA", [], _ => SchoolRegister.Accredited);

    /// <summary>Both registers in one file, with the pupils of some school years: those of the epidemic's first count before later ones.</summary>
    private static readonly RegisterLayout Combined = new(
        "codice_meccanografico", "denominazione", "codice_istituto", "denominazione_istituto",
        "codice_catastale_comune", "tipologia_ministeriale", ["alunni_2020_21", "alunni_2021_22", "alunni_2024_25"],
        value => value("gestione").ToUpperInvariant() switch
        {
            "STATALE" => SchoolRegister.State,
            "PARITARIA" => SchoolRegister.Accredited,
            _ => null,
        });

    /// <summary>What to say when a header is of no known layout.</summary>
    public const string Known = "the header is neither that of SCUANAGRAFESTAT or SCUANAGRAFEPAR nor the one with codice_meccanografico and gestione";

    public static RegisterLayout? Recognise(IReadOnlyCollection<string> headers)
    {
        HashSet<string> present = new(headers.Select(header => header.Trim()), StringComparer.OrdinalIgnoreCase);
        return present.Contains("gestione") && Combined.Fits(present) ? Combined
            : State.Fits(present) ? State
            : Accredited.Fits(present) ? Accredited
            : null;
    }

    private bool Fits(HashSet<string> headers) =>
        new[] { Site, SiteName, Institute, InstituteName, Municipality, Kind }.All(column => column.Length == 0 || headers.Contains(column));
}
