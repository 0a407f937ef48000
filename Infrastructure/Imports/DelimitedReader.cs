using System.Text.RegularExpressions;
using CovidSchoolReporting.Domain.Imports;
using CsvHelper;

namespace CovidSchoolReporting.Infrastructure.Imports;

/// <summary>Text with separators, from a file or the clipboard.</summary>
internal static partial class DelimitedReader
{
    /// <summary>No list holds it: with it as the quote, quotation marks are letters like others.</summary>
    private const char NoQuote = '\u0001';

    public static List<SourceTable> Read(string text, bool isPasted)
    {
        text = text.TrimEnd('\u001A', '\0'); // The end-of-file mark of old programs.
        CheckCharacters(text);
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var separator = isPasted && text.Contains('\t', StringComparison.Ordinal) ? '\t' : (char?)null;
        var collector = new RowCollector("");
        try
        {
            Read(text, separator, quote: '"', collector);
        }
        catch (ImportRefusedException refused) when (isPasted && refused.Refusal == ImportRefusal.BrokenQuotes)
        {
            // Web pages put cells on the clipboard as they stand, and there a quotation mark closes nothing.
            collector = new RowCollector("");
            Read(text, separator, NoQuote, collector);
        }

        return collector.ToTable() is { } table ? [table] : [];
    }

    private static void Read(string text, char? separator, char quote, RowCollector collector)
    {
        long? broken = null;
        using var csv = CsvReader.Create(new StringReader(text), new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            Separator = separator,
            Quote = quote,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => broken ??= record.Reason == CsvMalformedReason.UnterminatedQuote ? record.RecordNumber : null,
        });
        while (csv.Read())
        {
            if (broken is { } row)
            {
                throw new ImportRefusedException(ImportRefusal.BrokenQuotes, row);
            }

            var cells = new string[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Cell(csv.GetString(i));
            }

            collector.Add(cells);
        }
    }

    /// <summary><c>="0123"</c> keeps zeros in Excel; the apostrophe keeps a formula from being one.</summary>
    private static string Cell(string text) =>
        text.StartsWith('=') && Quoted().Match(text) is { Success: true } quoted ? quoted.Groups["text"].Value : FormulaGuard.Take(text);

    private static void CheckCharacters(string text)
    {
        var fault = text.AsSpan().IndexOfAnyExceptControls();
        if (fault >= 0)
        {
            throw new ImportRefusedException(ImportRefusal.NotText, text.AsSpan(0, fault).Count('\n') + 1);
        }
    }

    private static int IndexOfAnyExceptControls(this ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            // Tabs, line and page ends may stand in a cell.
            if (text[i] < ' ' && text[i] is not ('\t' or '\n' or '\v' or '\f' or '\r'))
            {
                return i;
            }
        }

        return -1;
    }

    [GeneratedRegex("""^=\s*"(?<text>[^"]*)"\s*$""")]
    private static partial Regex Quoted();
}
