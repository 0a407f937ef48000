using System.Text;
using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.Infrastructure.Imports;

/// <summary>What the first bytes say that a file is.</summary>
internal enum FileKind
{
    Nothing,
    Zip,

    /// <summary>Compound file (OLE): .xls, .doc, and workbooks with a password.</summary>
    Compound,
    Text,
    Markup,
    RichText,
    Pdf,
    Picture,
    OtherArchive,
}

internal static class FileKinds
{
    private const int MarkupWindow = 1024;

    private static readonly (byte[] Start, FileKind Kind)[] _starts =
    [
        ([0x50, 0x4B, 0x03, 0x04], FileKind.Zip),
        ([0x50, 0x4B, 0x05, 0x06], FileKind.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileKind.Compound),
        ("%PDF"u8.ToArray(), FileKind.Pdf),
        ([0x89, 0x50, 0x4E, 0x47], FileKind.Picture),
        ([0xFF, 0xD8, 0xFF], FileKind.Picture),
        ("GIF8"u8.ToArray(), FileKind.Picture),
        ("II*\0"u8.ToArray(), FileKind.Picture),
        ("MM\0*"u8.ToArray(), FileKind.Picture),
        ("RIFF"u8.ToArray(), FileKind.Picture),
        ("{\\rtf"u8.ToArray(), FileKind.RichText),
        ([0x1F, 0x8B], FileKind.OtherArchive),
        ("Rar!"u8.ToArray(), FileKind.OtherArchive),
        ([0x37, 0x7A, 0xBC, 0xAF], FileKind.OtherArchive),
        ("MZ"u8.ToArray(), FileKind.OtherArchive),
    ];

    private static readonly string[] _markup = ["<!doctype", "<html", "<?xml", "<table", "<head", "<meta", "<body", "<style", "<div", "<!--", "mime-version:"];

    public static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, kind) in _starts)
        {
            if (bytes.StartsWith(start) && !(start.Length == 2 && start[0] == 'M' && !bytes.Contains((byte)0)))
            {
                return kind;
            }
        }

        // Two letters B and M are also how a list may begin: a bitmap has zeros in its header.
        return bytes.IsEmpty ? FileKind.Nothing
            : bytes.StartsWith("BM"u8) && bytes.Length > 16 && bytes[6..10].IndexOfAnyExcept((byte)0) < 0 ? FileKind.Picture
            : bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8) ? FileKind.Picture
            : IsMarkup(bytes) ? FileKind.Markup
            : FileKind.Text;
    }

    public static ImportRefusal RefusalOf(FileKind kind) => kind switch
    {
        FileKind.Markup => ImportRefusal.WebPage,
        FileKind.RichText => ImportRefusal.WordDocument,
        FileKind.Pdf => ImportRefusal.Pdf,
        FileKind.Picture => ImportRefusal.Picture,
        _ => ImportRefusal.Archive,
    };

    /// <summary>Whether the name's ending belongs to another kind of list than the content.</summary>
    public static bool IsNamedOtherwise(string fileName, ReadOnlySpan<byte> bytes)
    {
        FileKind? named = Path.GetExtension(fileName).ToUpperInvariant() switch
        {
            ".XLSX" or ".XLSM" or ".ODS" or ".ZIP" => FileKind.Zip,
            ".XLS" => FileKind.Compound,
            ".CSV" or ".TXT" or ".TSV" or ".TAB" => FileKind.Text,
            _ => null,
        };
        return named is not null && named != Of(bytes);
    }

    private static bool IsMarkup(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MarkupWindow)]).Replace("\0", "", StringComparison.Ordinal)
            .TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');
        return Array.Exists(_markup, tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase));
    }
}
