namespace CovidSchoolReporting.Domain.Imports;

/// <summary>Why a list is not taken. Each has a sentence in <see cref="ImportTexts"/>.</summary>
public enum ImportRefusal
{
    /// <summary>No bytes, or nothing but blank cells.</summary>
    Empty,

    /// <summary>A header, but no row of a person below it.</summary>
    OnlyHeaders,
    TooLarge,
    TooManyRows,
    TooManyColumns,
    TooManySheets,

    /// <summary>A cell holds more text than any field takes: sheet or list, row, column.</summary>
    CellTooLong,

    /// <summary>A zipped file that unpacks to more than any list needs.</summary>
    UnpacksTooLarge,
    TooManyEntries,

    /// <summary>A sheet that is formatted far beyond what it holds.</summary>
    TooManyEmptyCells,
    PasswordProtected,
    MacroWorkbook,

    /// <summary>The XML inside declares entities or a document type.</summary>
    ForbiddenXml,

    /// <summary>A spreadsheet that breaks off or contradicts itself.</summary>
    Damaged,
    OpenDocument,
    BinaryWorkbook,
    WordDocument,
    Picture,
    Pdf,
    Archive,

    /// <summary>A web page under the name of a spreadsheet, as old registers export it, without a table that can be read.</summary>
    WebPage,

    /// <summary>Control characters in what should be text.</summary>
    NotText,

    /// <summary>A quotation mark that is never closed.</summary>
    BrokenQuotes,
}
