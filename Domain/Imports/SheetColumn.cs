using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>How a cell of the sheet is filled in.</summary>
public enum CellKind
{
    Text,
    Day,

    /// <summary>A <see cref="People.PersonRole"/>, kept by its name; a text that names none stays as it was written.</summary>
    Role,

    /// <summary>A <see cref="People.Sex"/>, kept by its name; a text that names none stays as it was written.</summary>
    Sex,
    Municipality,
    Phone,
}

/// <summary>What the warnings about a cell are judged with: when one of those cells changes, what was confirmed is open again.</summary>
public enum WarningConcern
{
    /// <summary>No rule warns about it.</summary>
    None,

    /// <summary>Who the person is.</summary>
    Person,

    /// <summary>When the person met the case.</summary>
    Meeting,
}

/// <summary>A column of the sheet: one field of the draft behind each row.</summary>
/// <param name="Field">The property of the draft, as findings name it.</param>
/// <param name="Import">The meaning of a source column that fills it; null when none does.</param>
/// <param name="MaxLength">Characters that the cell takes when it is typed in.</param>
public sealed record SheetColumn(string Field, ImportField? Import, CellKind Kind, int MaxLength, WarningConcern Concern)
{
    public required Func<PersonDraft, string> Get { get; init; }

    public required Action<PersonDraft, string> Set { get; init; }

    /// <summary>Whether a row may go without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether a whole list often has the same value here, so that it is offered for all rows at once.</summary>
    public bool IsShared { get; init; }
}
