using System.IO.Compression;
using System.Xml;
using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.Infrastructure.Imports;

/// <summary>Looks at a zipped workbook before anything parses it: how much it unpacks to, what it is, and that its XML is plain.</summary>
internal static class ZipCheck
{
    private const int Megabyte = 1024 * 1024;

    private static readonly XmlReaderSettings _plainXml = new()
    {
        // Read as far as a document type, never into it: that it is there is enough.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
    };

    public static void Check(ArraySegment<byte> bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > ImportLimits.ZipEntries)
            {
                throw new ImportRefusedException(ImportRefusal.TooManyEntries, ImportLimits.ZipEntries);
            }

            CheckSize(zip);
            CheckKind(zip);
            foreach (var part in zip.Entries.Where(IsXml))
            {
                CheckXml(part);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new ImportRefusedException(ImportRefusal.Damaged);
        }
    }

    /// <summary>Unpacks all of it into nothing and counts: what the directory declares may be a lie.</summary>
    private static void CheckSize(ZipArchive zip)
    {
        var buffer = new byte[81_920];
        var unpacked = 0L;
        foreach (var part in zip.Entries)
        {
            if (part.IsEncrypted)
            {
                throw new ImportRefusedException(ImportRefusal.PasswordProtected);
            }

            using var content = part.Open();
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                unpacked += read;
                if (unpacked > ImportLimits.UnpackedBytes)
                {
                    throw new ImportRefusedException(ImportRefusal.UnpacksTooLarge, ImportLimits.UnpackedBytes / Megabyte);
                }
            }
        }
    }

    private static void CheckKind(ZipArchive zip)
    {
        var mime = zip.GetEntry("mimetype") is { Length: < 200 } named ? Text(named) : "";
        if (mime.Contains("opendocument.spreadsheet", StringComparison.Ordinal))
        {
            throw new ImportRefusedException(ImportRefusal.OpenDocument);
        }

        if (mime.Contains("opendocument.text", StringComparison.Ordinal) || Has(zip, "word/"))
        {
            throw new ImportRefusedException(ImportRefusal.WordDocument);
        }

        var types = zip.GetEntry("[Content_Types].xml") is { } declared ? Text(declared) : "";
        if (zip.Entries.Any(part => part.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            || types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
        {
            throw new ImportRefusedException(ImportRefusal.MacroWorkbook);
        }

        if (Has(zip, "xl/workbook.bin"))
        {
            throw new ImportRefusedException(ImportRefusal.BinaryWorkbook);
        }

        if (types.Length == 0 || !Has(zip, "xl/"))
        {
            throw new ImportRefusedException(ImportRefusal.Archive);
        }
    }

    /// <summary>A document type may stand before the root element only.</summary>
    private static void CheckXml(ZipArchiveEntry part)
    {
        try
        {
            using var content = part.Open();
            using var reader = XmlReader.Create(content, _plainXml);
            reader.MoveToContent();
        }
        catch (XmlException exception)
        {
            throw new ImportRefusedException(HasDocumentType(part, exception) ? ImportRefusal.ForbiddenXml : ImportRefusal.Damaged);
        }
    }

    private static bool HasDocumentType(ZipArchiveEntry part, XmlException refused)
    {
        using var content = part.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false });
        try
        {
            reader.MoveToContent();
            return true; // It is sound but for what was refused.
        }
        catch (XmlException other)
        {
            return other.Message != refused.Message;
        }
    }

    private static bool IsXml(ZipArchiveEntry part) =>
        part.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || part.Name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    private static bool Has(ZipArchive zip, string start) =>
        zip.Entries.Any(part => part.FullName.Replace('\\', '/').TrimStart('/').StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static string Text(ZipArchiveEntry part)
    {
        using var reader = new StreamReader(part.Open());
        return reader.ReadToEnd();
    }
}
