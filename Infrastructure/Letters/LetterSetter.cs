using CovidSchoolReporting.Domain.Letters;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace CovidSchoolReporting.Infrastructure.Letters;

/// <summary>Sets one letter on as many sheets as it needs. All measures are in points, upwards from the foot of the sheet, as PDF counts.</summary>
internal sealed class LetterSetter(PdfDocumentBuilder builder, LetterFonts fonts, LetterPage letter, string author)
{
    private const double Side = 64, Top = 56, Bottom = 72, TextSize = 11, LineHeight = 16, Gap = 8, Indent = 16, TitleSize = 16, TitleHeight = 22, FootSize = 9;

    private static readonly (byte Red, byte Green, byte Blue) _ink = (0x17, 0x32, 0x4D), _blue = (0x00, 0x59, 0xB3);

    private readonly List<PdfPageBuilder> _sheets = [];
    private double _y;

    private PdfPageBuilder Sheet => _sheets[^1];

    private double Width => Sheet.PageSize.Width - (2 * Side);

    /// <returns>The number of its first sheet in the file.</returns>
    public int Set()
    {
        TurnOver();
        Lines(letter.Title, LetterFace.SemiBold, TitleSize, _blue, 0, TitleHeight);
        _y -= Gap;
        foreach (var paragraph in letter.Paragraphs)
        {
            Set(paragraph);
        }

        for (var number = 1; number <= _sheets.Count; number++)
        {
            Foot(_sheets[number - 1], $"{letter.Reference}   {number}/{_sheets.Count}");
        }

        return _sheets[0].PageNumber;
    }

    private void Set(LetterParagraph paragraph)
    {
        if (paragraph.IsItem)
        {
            Room(LineHeight);
            Write(Sheet, "•", LetterFace.Regular, TextSize, _ink, Side + 4, _y - TextSize);
        }

        Lines(paragraph.Text, LetterFace.Regular, TextSize, _ink, paragraph.IsItem ? Indent : 0, LineHeight);
        _y -= paragraph.IsItem ? Gap / 2 : Gap;
    }

    private void Lines(string text, LetterFace face, double size, (byte Red, byte Green, byte Blue) colour, double indent, double height)
    {
        foreach (var line in text.Split('\n').SelectMany(line => LetterLines.Wrap(line, Width - indent, part => LetterFaces.Width(face, part, size))))
        {
            Room(height);
            Write(Sheet, line, face, size, colour, Side + indent, _y - size);
            _y -= height;
        }
    }

    private void Room(double height)
    {
        if (_y - height < Bottom)
        {
            TurnOver();
        }
    }

    private void TurnOver()
    {
        _sheets.Add(builder.AddPage(PageSize.A4));
        _y = Sheet.PageSize.Height - Top;
        Write(Sheet, author, LetterFace.SemiBold, 13, _blue, Side, _y - 13);
        Sheet.SetStrokeColor(_blue.Red, _blue.Green, _blue.Blue);
        Sheet.DrawLine(new PdfPoint(Side, _y - 22), new PdfPoint(Side + Width, _y - 22), 1.5);
        _y -= 52;
    }

    /// <summary>The reference and the count of sheets, which is known only at the end.</summary>
    private void Foot(PdfPageBuilder sheet, string text) => Write(
        sheet, text, LetterFace.Regular, FootSize, _ink, Side + Width - LetterFaces.Width(LetterFace.Regular, text, FootSize), 44);

    private void Write(PdfPageBuilder sheet, string text, LetterFace face, double size, (byte Red, byte Green, byte Blue) colour, double x, double y)
    {
        if (text.Length > 0)
        {
            sheet.SetTextAndFillColor(colour.Red, colour.Green, colour.Blue);
            sheet.AddText(text, size, new PdfPoint(x, y), fonts.For(face, text));
        }
    }
}
