using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>The contacts of a case as a list, in the columns that come back unchanged when the list is read again.</summary>
public static class ContactTable
{
    /// <summary>Name of the sheet. Not translated, like the headers: a list goes from one colleague to another.</summary>
    private const string Sheet = "Contatti";

    private static readonly string[] _headers = [.. Registers.OwnColumns.Select(column => column.Header)];

    /// <summary>
    /// The headers alone, to be filled in: in the order of the form, which is not the export's, because what a hand has written is put in
    /// order when it is read, and what the portal has written is taken as it is.
    /// </summary>
    public static SourceTable Template { get; } = new(Sheet, [[.. Registers.OwnColumns.OrderBy(column => column.Field is not ImportField.Role)
        .ThenBy(column => column.Field is not (ImportField.ClassName or ImportField.Section)).Select(column => column.Header)]]);

    public static SourceTable Of(IEnumerable<ContactDraft> contacts) => new(Sheet, [_headers, .. contacts.Select(Row)]);

    private static IReadOnlyList<string> Row(ContactDraft contact) => [.. Registers.OwnColumns.Select(column => Text(contact, column.Field))];

    private static string Text(ContactDraft contact, ImportField field) => field switch
    {
        ImportField.Surname => contact.Surname,
        ImportField.Name => contact.Name,
        ImportField.FiscalCode => contact.FiscalCode,
        ImportField.FiscalCodeUnavailableReason => contact.FiscalCodeUnavailableReason,
        ImportField.BirthDate => contact.BirthDate,
        ImportField.Sex => contact.Sex is { } sex ? RoleWords.Write(sex) : "",
        ImportField.Role => contact.Role is { } role ? RoleWords.Write(role) : "",
        ImportField.ClassName => contact.ClassName,
        ImportField.Section => contact.Section,
        ImportField.Domicile => contact.Domicile,
        ImportField.Address => contact.Address,
        ImportField.Phone => contact.Phone,
        ImportField.LastContactDate => contact.LastContactDate,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a column of the portal's own lists."),
    };
}
