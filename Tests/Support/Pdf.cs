using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>Reads a PDF as somebody who searches or copies its text.</summary>
internal static class Pdf
{
    /// <summary>The text, each run of blanks and line ends as one blank.</summary>
    public static string Text(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        var pages = document.GetPages().Select(page => ContentOrderTextExtractor.GetText(page));
        return string.Join(' ', string.Join(' ', pages).Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    public static int Sheets(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        return document.NumberOfPages;
    }
}
