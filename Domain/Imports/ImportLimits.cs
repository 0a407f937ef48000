namespace CovidSchoolReporting.Domain.Imports;

/// <summary>How large a list may be. The largest plesso of the two provinces has 1,815 pupils in some eighty classes: two files.</summary>
public static class ImportLimits
{
    /// <summary>Size of an uploaded file or a pasted text, in bytes (UTF-8 for what is pasted).</summary>
    public const int Bytes = 5 * 1024 * 1024;

    /// <summary>Rows of people, the header and titles not counted.</summary>
    public const int Rows = 1_000;

    public const int Columns = 60;

    public const int Sheets = 30;

    /// <summary>What a sheet of Excel can hold: a file that speaks of more is none, and room for it is not made.</summary>
    public const int SheetRows = 1_048_576, SheetColumns = 16_384;

    /// <summary>Characters in a cell: longer than any field, short enough for a note column.</summary>
    public const int CellCharacters = 2_000;

    /// <summary>Bytes that a zipped file may unpack to in all.</summary>
    public const long UnpackedBytes = 32L * 1024 * 1024;

    /// <summary>Files inside a zipped file. A workbook has a dozen and one or two for each sheet.</summary>
    public const int ZipEntries = 400;

    /// <summary>Cells that are looked at in a workbook, blank ones counted: formatting may reach further than the people.</summary>
    public const int ScannedCells = 20_000_000;

    /// <summary>Rows above the header: titles, the school's name, blank ones.</summary>
    public const int TitleRows = 20;
}
