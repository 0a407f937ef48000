using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>Lists whose header is documented, so that their columns are known and not guessed.</summary>
internal static class Registers
{
    public const string Own = "Portale Scuola";

    private const string Giuaschool = "giuaschool";

    /// <summary>What the portal writes itself, in its order.</summary>
    public static IReadOnlyList<(string Header, ImportField Field)> OwnColumns { get; } =
    [
        ("Cognome", ImportField.Surname),
        ("Nome", ImportField.Name),
        ("Codice fiscale", ImportField.FiscalCode),
        ("Motivo senza codice fiscale", ImportField.FiscalCodeUnavailableReason),
        ("Data di nascita", ImportField.BirthDate),
        ("Sesso", ImportField.Sex),
        ("Ruolo", ImportField.Role),
        ("Classe", ImportField.ClassName),
        ("Sezione", ImportField.Section),
        ("Comune di domicilio", ImportField.Domicile),
        ("Indirizzo", ImportField.Address),
        ("Telefono cellulare", ImportField.Phone),
        ("Data ultimo contatto", ImportField.LastContactDate),
    ];

    // giuaschool: the model files of its documentation (IMPORTA_ALUNNI_GENITORI.csv, IMPORTA_DOCENTI.csv, IMPORTA_ATA.csv).
    private static readonly Register[] _known =
    [
        new(Own, null, OwnColumns.Count, [.. OwnColumns.Select(column => (column.Header, (ImportField?)column.Field))]),
        new(Giuaschool, PersonRole.Pupil, null,
        [
            ("cognome", ImportField.Surname), ("nome", ImportField.Name), ("sesso", ImportField.Sex), ("dataNascita", ImportField.BirthDate),
            ("comuneNascita", null), ("codiceFiscale", ImportField.FiscalCode), ("citta", ImportField.Domicile), ("indirizzo", ImportField.Address),
            ("bes", null), ("classe", ImportField.ClassAndSection), ("genitore1Cognome", null), ("genitore1CodiceFiscale", null),
            ("genitore1Telefono", ImportField.Phone), ("genitore2Telefono", ImportField.Phone),
        ]),
        new(Giuaschool, PersonRole.AuxiliaryStaff, 10,
        [
            ("cognome", ImportField.Surname), ("nome", ImportField.Name), ("sesso", ImportField.Sex), ("codiceFiscale", ImportField.FiscalCode),
            ("username", null), ("password", null), ("email", null), ("tipo", null), ("segreteria", null), ("sede", ImportField.SchoolSite),
        ]),
        new(Giuaschool, PersonRole.Teacher, 7,
        [
            ("cognome", ImportField.Surname), ("nome", ImportField.Name), ("sesso", ImportField.Sex), ("codiceFiscale", ImportField.FiscalCode),
            ("username", null), ("password", null), ("email", null),
        ]),
    ];

    /// <summary>The register whose documented columns are all there, or null. The portal's own are known by their order too.</summary>
    public static Register? Find(IReadOnlyList<string> headers)
    {
        List<string> folded = [.. headers.Select(Fold)];
        return Array.Find(_known, register => (register.Width is null || register.Width == headers.Count)
            && (register.Name == Own
                ? register.Columns.Select(column => Fold(column.Header)).SequenceEqual(folded, StringComparer.OrdinalIgnoreCase)
                : register.Columns.All(column => folded.Contains(Fold(column.Header), StringComparer.OrdinalIgnoreCase))));
    }

    private static string Fold(string header) => header.Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>A documented list.</summary>
/// <param name="Everybody">What all people in it are; null when a column tells.</param>
/// <param name="Width">How many columns it has; null when the documentation lets it grow.</param>
internal sealed record Register(
    string Name, PersonRole? Everybody, int? Width, IReadOnlyList<(string Header, ImportField? Field)> Columns)
{
    public ImportField? Field(string header) => Columns
        .FirstOrDefault(column => string.Equals(
            column.Header.Replace(" ", "", StringComparison.Ordinal), header.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        .Field;
}
