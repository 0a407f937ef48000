using System.Text;
using CovidSchoolReporting.Domain.Imports;
using Microsoft.Extensions.Logging;

namespace CovidSchoolReporting.Infrastructure.Imports;

/// <summary>Reads an uploaded file or a pasted text into tables. Stateless: one serves the whole process.</summary>
/// <param name="logger">Is told why lists are refused, and nothing of what they hold.</param>
public sealed class TableReader(ILogger<TableReader> logger)
{
    private const int Megabyte = 1024 * 1024;

    static TableReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a file by its content; the name only tells what its owner believes it to be.</summary>
    /// <param name="content">Read to its end, or to one byte beyond the limit.</param>
    /// <param name="fileName">As uploaded; used for nothing but its ending.</param>
    public async Task<TableReading> ReadFileAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        var bytes = new byte[ImportLimits.Bytes + 1];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return Told(length > ImportLimits.Bytes
            ? TooLarge()
            : await Task.Run(() => Read(new ArraySegment<byte>(bytes, 0, length), fileName), cancellationToken));
    }

    /// <summary>Reads a text pasted from a spreadsheet or a web page.</summary>
    public TableReading ReadPasted(string text) => Told(
        Encoding.UTF8.GetByteCount(text) > ImportLimits.Bytes ? TooLarge() : Guard(() => DelimitedReader.Read(text, isPasted: true), null));

    private TableReading Told(TableReading reading)
    {
        if (reading is TableReading.Refused { Reason: var reason })
        {
            logger.LogInformation("A list was refused: {Reason}", reason);
        }

        return reading;
    }

    private static TableReading Read(ArraySegment<byte> bytes, string fileName) => Guard(
        () =>
        {
            var kind = FileKinds.Of(bytes);
            return kind switch
            {
                FileKind.Nothing => throw new ImportRefusedException(ImportRefusal.Empty),
                FileKind.Zip => ReadZip(bytes),
                FileKind.Compound => ReadCompound(bytes),
                FileKind.Text => DelimitedReader.Read(TextDecoder.Decode(bytes), isPasted: false),
                _ => throw new ImportRefusedException(FileKinds.RefusalOf(kind)),
            };
        },
        () => FileKinds.IsNamedOtherwise(fileName, bytes) ? new ImportNotice(ImportNoticeKind.OtherThanItsName, Text: Path.GetExtension(fileName)) : null);

    private static List<SourceTable> ReadZip(ArraySegment<byte> bytes)
    {
        ZipCheck.Check(bytes);
        return SpreadsheetReader.Read(bytes, isZip: true);
    }

    private static List<SourceTable> ReadCompound(ArraySegment<byte> bytes)
    {
        CompoundCheck.Check(bytes);
        return SpreadsheetReader.Read(bytes, isZip: false);
    }

    private static TableReading Guard(Func<List<SourceTable>> read, Func<ImportNotice?>? notice)
    {
        try
        {
            return read() is { Count: > 0 } tables
                ? new TableReading.Read(tables, notice?.Invoke())
                : new TableReading.Refused(ImportRefusal.Empty);
        }
        catch (ImportRefusedException refused)
        {
            return new TableReading.Refused(refused.Refusal, refused.Values);
        }
    }

    private static TableReading.Refused TooLarge() => new(ImportRefusal.TooLarge, ImportLimits.Bytes / Megabyte);
}

/// <summary>Ends the reading wherever it stands; <see cref="TableReader"/> makes an outcome of it.</summary>
internal sealed class ImportRefusedException(ImportRefusal refusal, params object[] values) : Exception
{
    public ImportRefusal Refusal => refusal;

    public IReadOnlyList<object> Values => values;
}
