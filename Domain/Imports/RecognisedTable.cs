using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>A column of a list, and what it is taken to mean.</summary>
/// <param name="Index">Place in <see cref="SourceRow.Cells"/>, from 0.</param>
/// <param name="Header">What the header row says; empty when there is none.</param>
/// <param name="Field">Null when the column is left out.</param>
public sealed record SourceColumn(int Index, string Header, ImportField? Field);

/// <summary>Rows of people with columns whose meaning is known, or can be put right.</summary>
public sealed record RecognisedTable
{
    /// <summary>Name of the sheet; may be empty.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the header row in the source, from 1; null when the list has none.</summary>
    public required int? HeaderRow { get; init; }

    public required IReadOnlyList<SourceColumn> Columns { get; init; }

    /// <summary>The rows of people, in the order of the source: no blank ones, no titles, no totals.</summary>
    public required IReadOnlyList<SourceRow> Rows { get; init; }

    /// <summary>What the user should know of how the list was read; may be empty.</summary>
    public IReadOnlyList<ImportNotice> Notices { get; init; } = [];

    /// <summary>Whose documented export this is, for example «giuaschool», or the portal's own; null for any other list.</summary>
    public string? Register { get; init; }

    /// <summary>Whether the portal wrote the list itself: then its texts are taken letter by letter.</summary>
    public bool IsOwnExport => Register == Registers.Own;

    /// <summary>What everybody in the list is when its kind tells (the export of the teachers); a column of roles goes before it.</summary>
    public PersonRole? EverybodysRole { get; init; }

    /// <summary>Whether the meanings come from a correction that somebody of the institute made before.</summary>
    public bool IsRemembered { get; init; }

    /// <summary>
    /// The headers, folded and joined: two lists with the same key have the same columns. Null without a header row, because then
    /// nothing but people's data could tell the list again.
    /// </summary>
    public string? HeaderKey => HeaderRow is null ? null : HeaderKeys.Of(Columns.Select(column => column.Header));

    /// <summary>
    /// The same table with one column's meaning changed. A meaning belongs to one column: the one that had it before is left out.
    /// Telephones are the exception: of several columns the first that holds a number counts.
    /// </summary>
    public RecognisedTable With(int columnIndex, ImportField? field) => this with
    {
        Columns = [.. Columns.Select(column =>
            column.Index == columnIndex ? column with { Field = field }
            : column.Field == field && field is not ImportField.Phone ? column with { Field = null }
            : column)],
    };

    /// <summary>The same table with all meanings as somebody corrected them before; columns beyond them are left out.</summary>
    public RecognisedTable With(ColumnMapping mapping) => this with
    {
        Columns = [.. Columns.Select(column => column with { Field = mapping.Fields.ElementAtOrDefault(column.Index) })],
        IsRemembered = true,
    };

    /// <summary>The meanings as they stand, to be remembered.</summary>
    public ColumnMapping ToMapping() => new([.. Columns.Select(column => column.Field)]);
}

/// <summary>What the columns of a list mean, from the first to the last; null for a column that is left out.</summary>
public sealed record ColumnMapping(IReadOnlyList<ImportField?> Fields);
