using System.Text.RegularExpressions;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>Puts the texts of a row into the fields that its columns mean.</summary>
public sealed partial class RowReader(DraftTidying tidying, PlaceRegister places)
{
    /// <summary>Longer cells are notes: no comune or telephone is sought in them.</summary>
    private const int LongestSought = 120;

    /// <summary>
    /// Reads one row; safe to call again when a column's meaning has changed. Birth date and sex that the list lacks come from the codice
    /// fiscale. Nothing is judged: what cannot be read stands in the draft as it was written.
    /// </summary>
    public ReadRow Read(RecognisedTable table, SourceRow row)
    {
        var texts = new RowTexts(table.Columns, row);
        var isOwn = table.IsOwnExport;
        var draft = new ContactDraft
        {
            RequestKey = Guid.NewGuid(),
            FiscalCode = texts[ImportField.FiscalCode],
            FiscalCodeUnavailableReason = texts[ImportField.FiscalCodeUnavailableReason],
            BirthDate = CellText.Day(texts[ImportField.BirthDate]),
            LastContactDate = CellText.Day(texts[ImportField.LastContactDate]),
            Domicile = Municipality(texts[ImportField.Domicile]),
            Address = texts[ImportField.Address],
            Phone = Phone(texts.All(ImportField.Phone)),
            Role = RoleWords.Role(texts[ImportField.Role]) ?? (texts[ImportField.Role].Length == 0 ? table.EverybodysRole : null),
            Sex = RoleWords.Sex(texts[ImportField.Sex]),
        };
        draft.FiscalCodeUnavailable = draft.FiscalCodeUnavailableReason.Length > 0 && draft.FiscalCode.Length == 0;
        ReadNames(draft, texts, isOwn);
        ReadClass(draft, texts, isOwn);
        tidying.Tidy(draft);
        tidying.FillFromFiscalCode(draft);
        return new ReadRow(row, draft, texts[ImportField.SchoolSite]);
    }

    private static void ReadNames(ContactDraft draft, RowTexts texts, bool isOwn)
    {
        (draft.Surname, draft.Name) = (texts[ImportField.Surname], texts[ImportField.Name]);
        if (texts.Column(ImportField.FullName) is { } column && draft.Surname.Length == 0)
        {
            var (surname, name) = NameSplitter.Split(texts[ImportField.FullName], draft.FiscalCode, ColumnNames.IsNameFirst(column.Header));
            draft.Surname = surname;
            draft.Name = draft.Name.Length == 0 ? name : draft.Name;
        }

        if (!isOwn)
        {
            draft.Surname = NameSplitter.Capitalise(draft.Surname);
            draft.Name = NameSplitter.Capitalise(draft.Name);
        }
    }

    private static void ReadClass(ContactDraft draft, RowTexts texts, bool isOwn)
    {
        var (className, section) = texts[ImportField.ClassAndSection] is { Length: > 0 } both ? ClassText.Split(both) : ("", "");
        var (classCell, sectionCell) = (texts[ImportField.ClassName], texts[ImportField.Section]);
        draft.ClassName = classCell.Length == 0 ? className : isOwn ? classCell : ClassText.Class(classCell);
        draft.Section = sectionCell.Length == 0 ? section : isOwn ? sectionCell : ClassText.Section(sectionCell);
    }

    /// <summary>«20121 Milano», «Milano - MI», «LODI LO» without what is not the name.</summary>
    private string Municipality(string text)
    {
        if (text.Length is 0 or > LongestSought || places.Resolve(text) is not null)
        {
            return text;
        }

        var withoutPostalCode = PostalCode().Replace(text, " ").Trim(' ', ',', '-');
        return places.Resolve(withoutPostalCode) is { } found ? found.Label
            : places.Resolve(Province().Replace(withoutPostalCode, "")) is { } named ? named.Label
            : text;
    }

    /// <summary>The first number that can be dialled, of several columns or of several in a cell; else what is written.</summary>
    private static string Phone(IReadOnlyList<string> cells)
    {
        foreach (var cell in cells.Where(cell => cell.Length <= LongestSought))
        {
            if (PhoneNumber.TryParse(cell, out _) is not null)
            {
                return cell;
            }

            var parts = PhoneParts().Split(cell).Select(part => PhoneLabel().Replace(part, "").Trim());
            if (parts.FirstOrDefault(part => PhoneNumber.TryParse(part, out _) is not null) is { } part)
            {
                return part;
            }
        }

        return cells is [var asWritten, ..] ? asWritten : "";
    }

    [GeneratedRegex(@"\b\d{5}\b")]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"[\s,\-]*\(?\b[A-Za-z]{2}\b\)?$")]
    private static partial Regex Province();

    [GeneratedRegex(@"[;,|]|\s+o\s+|\s+e\s+|\s*/\s*|\s+-\s+|\s{2,}")]
    private static partial Regex PhoneParts();

    [GeneratedRegex(@"^[A-Za-zÀ-ÿ.:\s]+|[A-Za-zÀ-ÿ.:\s()]+$")]
    private static partial Regex PhoneLabel();

    /// <summary>The texts of a row by what their columns mean.</summary>
    private sealed class RowTexts(IReadOnlyList<SourceColumn> columns, SourceRow row)
    {
        public string this[ImportField field] => Column(field) is { } column ? Cell(column) : "";

        public SourceColumn? Column(ImportField field) => columns.FirstOrDefault(column => column.Field == field);

        public IReadOnlyList<string> All(ImportField field) =>
            [.. columns.Where(column => column.Field == field).Select(Cell).Where(cell => cell.Length > 0)];

        private string Cell(SourceColumn column) => row.Cells.ElementAtOrDefault(column.Index) ?? "";
    }
}
