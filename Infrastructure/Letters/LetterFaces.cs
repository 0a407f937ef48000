using System.Collections.Concurrent;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace CovidSchoolReporting.Infrastructure.Letters;

/// <summary>The font files, and how wide their characters are.</summary>
internal sealed class LetterFaces
{
    private static readonly LetterFaces _regular = new(LetterFace.Regular), _semiBold = new(LetterFace.SemiBold);

    private readonly Lock _alone = new();
    private readonly ConcurrentDictionary<Rune, double> _widths = new();
    private readonly byte[] _bytes;
    private readonly PdfPageBuilder _sheet;
    private readonly PdfDocumentBuilder.AddedFont _font;

    /// <summary>Measures in a document that is never written.</summary>
    private LetterFaces(LetterFace face)
    {
        using var file = typeof(LetterFaces).Assembly.GetManifestResourceStream($"Letters/NotoSans-{face}.ttf")!;
        _bytes = new byte[file.Length];
        file.ReadExactly(_bytes);
        var document = new PdfDocumentBuilder();
        _sheet = document.AddPage(PageSize.A4);
        _font = document.AddTrueTypeFont(_bytes);
    }

    public static byte[] BytesOf(LetterFace face) => Of(face)._bytes;

    /// <summary>The width of a text in points.</summary>
    public static double Width(LetterFace face, string text, double size) => text.EnumerateRunes().Sum(Of(face).WidthOf) * size;

    private static LetterFaces Of(LetterFace face) => face == LetterFace.Regular ? _regular : _semiBold;

    /// <summary>Of a point. Letters ask for the same few characters again and again, and the library measures one at a time and slowly.</summary>
    private double WidthOf(Rune letter) => _widths.GetOrAdd(letter, asked =>
    {
        lock (_alone)
        {
            return _sheet.MeasureText(asked.ToString(), 1, new PdfPoint(0, 0), _font)[^1].EndBaseLine.X;
        }
    });
}
