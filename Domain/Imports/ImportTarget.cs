using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>What the people of a list become: what screens call them.</summary>
public enum ImportPurpose
{
    Contacts,
    Roster,
}

/// <summary>
/// What a list of people is loaded for: which columns it has, which rules judge a row, and how the good rows are saved. The sheet and
/// its screen know nothing else of it.
/// </summary>
public abstract class ImportTarget(DraftTidying tidying, RowReader reader)
{
    public abstract ImportPurpose Purpose { get; }

    public abstract IReadOnlyList<SheetColumn> Columns { get; }

    /// <summary>Whether the rules still know of a row once it is saved: if not, the sheet has to.</summary>
    public virtual bool KnowsSavedRows => true;

    /// <summary>Saves rows that have no objection, all or none.</summary>
    /// <param name="listKey"><see cref="ImportSheet.ListKey"/>.</param>
    public abstract Task<SaveManyOutcome> SaveAsync(
        Actor actor, Guid listKey, IReadOnlyList<PersonDraft> drafts, CancellationToken cancellationToken);

    /// <summary>Who is meant by a row, or null while that cannot be told.</summary>
    public abstract PersonIdentity? IdentityOf(PersonDraft draft);

    /// <summary>The place of a field among the columns.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int IndexOf(string field)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index].Field == field)
            {
                return index;
            }
        }

        throw new ArgumentException($"No column {field}.", nameof(field));
    }

    /// <summary>The rules' answer to a row.</summary>
    /// <param name="earlierRow">The number of an earlier row of the sheet with the same person, or null.</param>
    public IReadOnlyList<Finding> Judge(RowContent content, PersonDraft draft, Func<PersonIdentity, int?> earlierRow)
    {
        var unread = Columns.Index().Where(column => IsUnreadChoice(column.Item, content.Cells[column.Index])).ToList();
        var findings = Check(draft, earlierRow);
        return unread.Count == 0 ? findings :
        [
            .. unread.Select(column => new Finding(
                column.Item.Field, RuleCodes.NotAChoice, FindingWeight.Error,
                RuleTexts.Say(RuleCodes.NotAChoice, content.Cells[column.Index]))),
            .. findings.Where(finding => unread.All(column => column.Item.Field != finding.Field)),
        ];
    }

    /// <summary>The row as it would be saved.</summary>
    public PersonDraft DraftOf(RowContent content)
    {
        var draft = NewDraft();
        draft.RequestKey = content.RequestKey;
        foreach (var (index, column) in Columns.Index())
        {
            column.Set(draft, content.Cells[index]);
        }

        // A reason stands for the code only while there is none.
        draft.FiscalCodeUnavailable =
            string.IsNullOrWhiteSpace(draft.FiscalCode) && !string.IsNullOrWhiteSpace(draft.FiscalCodeUnavailableReason);
        draft.Confirmations = [.. content.Confirmations];
        return draft;
    }

    /// <summary>A row of a source, as it enters the sheet.</summary>
    public RowContent Begin(ReadRow row, RecognisedTable table)
    {
        var blank = Blank(row.Source.Number);
        var read = blank with
        {
            Cells = [.. Columns.Select(column => Written(column, row, table))],
        };
        return Tidied(blank, read);
    }

    public RowContent Blank(int number) => new(number, Guid.CreateVersion7(), [.. Columns.Select(_ => "")]);

    /// <summary>The row in the portal's own writing, with what follows from a code that was just written.</summary>
    public RowContent Tidied(RowContent before, RowContent after)
    {
        var code = IndexOf(nameof(PersonDraft.FiscalCode));
        var draft = DraftOf(after);
        tidying.Tidy(draft);
        if (before.Cells[code] != after.Cells[code])
        {
            FillFromFiscalCode(draft, before, after);
        }

        return after with { Cells = [.. Columns.Select((column, index) => Kept(column, draft, after.Cells[index]))] };
    }

    /// <summary>A text for many rows, in the portal's own writing.</summary>
    public string Tidied(SheetColumn column, string text)
    {
        var draft = NewDraft();
        var read = Read(column, text);
        column.Set(draft, read);
        tidying.Tidy(draft);
        return Kept(column, draft, read);
    }

    /// <summary>A text as it was pasted or typed into a cell: the word of a choice becomes its name.</summary>
    public string Read(SheetColumn column, string text)
    {
        var shown = text.Length <= ImportLimits.CellCharacters ? text.Trim() : text[..ImportLimits.CellCharacters];
        if (column.Kind is not (CellKind.Role or CellKind.Sex) || shown.Length == 0 || !IsUnreadChoice(column, shown))
        {
            return shown;
        }

        var single = new RecognisedTable
        {
            Name = "",
            HeaderRow = null,
            Columns = [new SourceColumn(0, "", column.Import)],
            Rows = [],
        };
        return column.Get(reader.Read(single, new SourceRow(1, [shown])).Draft) is { Length: > 0 } name ? name : shown;
    }

    protected abstract PersonDraft NewDraft();

    protected abstract IReadOnlyList<Finding> Check(PersonDraft draft, Func<PersonIdentity, int?> earlierRow);

    private static string Kept(SheetColumn column, PersonDraft draft, string written) =>
        column.Get(draft) is { Length: > 0 } tidy ? tidy : IsUnreadChoice(column, written) ? written : "";

    private static bool IsUnreadChoice(SheetColumn column, string text)
    {
        if (column.Kind is not (CellKind.Role or CellKind.Sex) || text.Length == 0)
        {
            return false;
        }

        var trial = new ContactDraft();
        column.Set(trial, text);
        return column.Get(trial).Length == 0;
    }

    private static string Written(SheetColumn column, ReadRow row, RecognisedTable table)
    {
        if (column.Import == ImportField.SchoolSite)
        {
            return row.SchoolSite;
        }

        if (column.Get(row.Draft) is { Length: > 0 } read)
        {
            return read;
        }

        // A word that names no role is shown as it was written, to be put right and not to be missed.
        return column.Kind is CellKind.Role or CellKind.Sex
            && table.Columns.FirstOrDefault(source => source.Field == column.Import) is { } source
                ? row.Source.Cells[source.Index] : "";
    }

    /// <summary>What the code before had filled in goes with it; what was written stays.</summary>
    private void FillFromFiscalCode(PersonDraft draft, RowContent before, RowContent after)
    {
        var filled = NewDraft();
        filled.FiscalCode = before.Cells[IndexOf(nameof(PersonDraft.FiscalCode))];
        filled.Role = draft.Role;
        tidying.FillFromFiscalCode(filled);
        foreach (var field in (string[])[nameof(PersonDraft.BirthDate), nameof(PersonDraft.Sex)])
        {
            var index = IndexOf(field);
            var column = Columns[index];
            if (before.Cells[index] == after.Cells[index] && column.Get(draft) == column.Get(filled))
            {
                column.Set(draft, "");
            }
        }

        tidying.FillFromFiscalCode(draft);
    }
}
