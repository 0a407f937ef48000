using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>Finds the header and what each column means: as the institute corrected it before, else by header, else by content.</summary>
public sealed class ColumnRecogniser(IColumnMemory memory, PortalClock clock, PlaceRegister places)
{
    /// <summary>Looks for people in a table.</summary>
    public async Task<TableRecognition> RecogniseAsync(Actor actor, SourceTable table, CancellationToken cancellationToken)
    {
        var recognition = Recognise(table);
        return recognition is TableRecognition.Recognised { Table: { HeaderKey: { } key, IsOwnExport: false } recognised }
            && await memory.RecallAsync(actor, key, cancellationToken) is { } mapping
            ? new TableRecognition.Recognised(recognised.With(mapping))
            : recognition;
    }

    /// <summary>Keeps corrected columns for the next list with the same headers; without a header row nothing is kept.</summary>
    public Task RememberAsync(Actor actor, RecognisedTable table, CancellationToken cancellationToken) =>
        table.HeaderKey is { } key ? memory.RememberAsync(actor, key, table.ToMapping(), cancellationToken) : Task.CompletedTask;

    /// <summary>The same without what anybody corrected before.</summary>
    public TableRecognition Recognise(SourceTable table)
    {
        var guess = new ContentGuess(clock.Today, places);
        var layout = TableLayout.Of(table, guess);
        return layout.Rows.Count switch
        {
            0 when layout.Header is null => new TableRecognition.Refused(ImportRefusal.Empty),
            0 => new TableRecognition.Refused(ImportRefusal.OnlyHeaders, layout.Header.Number),
            > ImportLimits.Rows => new TableRecognition.Refused(ImportRefusal.TooManyRows, layout.Rows.Count, ImportLimits.Rows),
            _ => new TableRecognition.Recognised(Recognise(table, layout, guess)),
        };
    }

    private static RecognisedTable Recognise(SourceTable table, TableLayout layout, ContentGuess guess)
    {
        var headers = Enumerable.Range(0, layout.Width).Select(i => layout.Header?.Cells[i] ?? "").ToList();
        var register = layout.Header is null ? null : Registers.Find([.. headers.Where(header => header.Length > 0)]);
        var fields = register is not null ? [.. headers.Select(register.Field)]
            : layout.Header is null ? ByContent(layout, guess)
            : ByHeader(headers, layout, guess);
        return new RecognisedTable
        {
            Name = table.Name,
            HeaderRow = layout.Header?.Number,
            Columns = [.. headers.Select((header, i) => new SourceColumn(i, header, fields[i]))],
            Rows = layout.Rows,
            Notices = layout.Notices,
            Register = register?.Name,
            EverybodysRole = register?.Everybody,
        };
    }

    private static ImportField?[] ByHeader(List<string> headers, TableLayout layout, ContentGuess guess)
    {
        var found = headers.Select(ColumnNames.Find).ToArray();
        var fields = new ImportField?[headers.Count];
        foreach (var same in found.Select((name, i) => (name, i)).Where(column => column.name is not null).GroupBy(column => column.name!.Value.Field))
        {
            foreach (var (_, i) in same.Key == ImportField.Phone ? same : same.OrderBy(column => column.name!.Value.Rank).Take(1))
            {
                fields[i] = same.Key;
            }
        }

        SettleNames(fields, layout);
        SettleClass(fields, layout);
        for (var i = 0; i < fields.Length; i++)
        {
            if (found[i] is null && !ColumnNames.IsKnownOther(headers[i])
                && guess.Certain(layout.Column(i)) is { } certain && !fields.Contains(certain))
            {
                fields[i] = certain;
            }
        }

        return fields;
    }

    /// <summary>«Nome» alone over two words in each cell, or «Alunno» beside «Nome», are other than they seem.</summary>
    private static void SettleNames(ImportField?[] fields, TableLayout layout)
    {
        var (surname, name, full) = (Array.IndexOf(fields, ImportField.Surname), Array.IndexOf(fields, ImportField.Name), Array.IndexOf(fields, ImportField.FullName));
        if (surname >= 0 && name >= 0 && full >= 0)
        {
            fields[full] = null;
        }
        else if (full < 0 && surname >= 0 != name >= 0)
        {
            var alone = Math.Max(surname, name);
            if (ContentGuess.HaveTwoWords(layout.Column(alone)))
            {
                fields[alone] = ImportField.FullName;
            }
        }
    }

    private static void SettleClass(ImportField?[] fields, TableLayout layout)
    {
        var (both, className, section) = (
            Array.IndexOf(fields, ImportField.ClassAndSection), Array.IndexOf(fields, ImportField.ClassName), Array.IndexOf(fields, ImportField.Section));
        var alone = className >= 0 && section < 0 ? className : section >= 0 && className < 0 ? section : -1;
        if (both < 0 && alone >= 0 && layout.Column(alone).Where(cell => cell.Length > 0).ToList() is { Count: > 0 } cells && cells.TrueForAll(ClassText.IsBoth))
        {
            fields[alone] = ImportField.ClassAndSection;
        }
    }

    private static ImportField?[] ByContent(TableLayout layout, ContentGuess guess)
    {
        var fields = new ImportField?[layout.Width];
        for (var i = 0; i < fields.Length; i++)
        {
            var likely = guess.Likely(layout.Column(i));
            fields[i] = likely is ImportField.Phone || !fields.Contains(likely) ? likely : null;
        }

        var names = Enumerable.Range(0, fields.Length).Where(i => fields[i] is null && ContentGuess.CouldBeNames(layout.Column(i))).Take(2).ToArray();
        if (names is [var first, var second] && !(ContentGuess.HaveTwoWords(layout.Column(first)) && second != first + 1))
        {
            var isNameFirst = NameOrder.IsNameFirst(layout, first, second, Array.IndexOf(fields, ImportField.FiscalCode));
            (fields[first], fields[second]) = isNameFirst ? (ImportField.Name, ImportField.Surname) : (ImportField.Surname, ImportField.Name);
        }
        else if (names.Length > 0)
        {
            fields[names[0]] = ImportField.FullName;
        }

        return fields;
    }
}
