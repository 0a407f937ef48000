using CovidSchoolReporting.Domain.Letters;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace CovidSchoolReporting.Infrastructure.Letters;

/// <summary>
/// Letters as one PDF file: A4, PDF/A-2b so that it can be archived, its language named, with a bookmark for each letter. Neither the file's
/// properties nor its bookmarks name a person: they are shown where a letter is not.
/// </summary>
public static class LetterPdf
{
    public const string ContentType = "application/pdf";

    /// <param name="letters">In the order of the file; each begins a sheet.</param>
    /// <param name="author">The agency, as the letterhead and the file's properties name it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no letter.</exception>
    public static byte[] Write(IReadOnlyList<LetterPage> letters, string author)
    {
        ArgumentOutOfRangeException.ThrowIfZero(letters.Count);
        using var file = new MemoryStream();
        using (var builder = new PdfDocumentBuilder(file, disposeStream: false, tokenWriter: new InLanguage(letters[0].Language)))
        {
            builder.ArchiveStandard = PdfAStandard.A2B;
            builder.DocumentInformation.Title = letters.Select(letter => letter.Title).Distinct().ToList() is [var only] ? only : author;
            builder.DocumentInformation.Author = author;
            builder.DocumentInformation.Creator = "Portale Scuola";
            var fonts = new LetterFonts(builder);
            List<BookmarkNode> bookmarks = [];
            foreach (var letter in letters)
            {
                var first = new LetterSetter(builder, fonts, Printable(letter), author).Set();
                bookmarks.Add(new DocumentBookmarkNode(
                    $"{bookmarks.Count + 1}. {letter.Title}", 0, new ExplicitDestination(first, ExplicitDestinationType.FitPage, ExplicitDestinationCoordinates.Empty), []));
            }

            builder.Bookmarks = new Bookmarks(bookmarks);
        }

        return file.ToArray();
    }

    /// <summary>The library refuses to write a character that its font lacks, and with it the whole file: nobody shall wait for a letter because of somebody else's name.</summary>
    private static LetterPage Printable(LetterPage letter) => letter with
    {
        Title = PrintedLetters.Printable(letter.Title),
        Reference = PrintedLetters.Printable(letter.Reference),
        Paragraphs = [.. letter.Paragraphs.Select(paragraph => paragraph with { Text = PrintedLetters.Printable(paragraph.Text) })],
    };

    /// <summary>Says in the file's catalogue what the library has no setting for: the language, and that the title is shown and not the file's name.</summary>
    private sealed class InLanguage(string language) : TokenWriter, ITokenWriter
    {
        private static readonly NameToken _displayTitle = NameToken.Create("DisplayDocTitle");

        void ITokenWriter.WriteToken(IToken token, Stream outputStream) => WriteToken(
            token is ObjectToken { Data: DictionaryToken part } whole && part.TryGet(NameToken.Type, out NameToken type) && type == NameToken.Catalog
                ? new ObjectToken(whole.Position, whole.Number, part
                    .With(NameToken.Lang, new StringToken(language))
                    .With(NameToken.ViewerPreferences, new DictionaryToken(new Dictionary<NameToken, IToken> { [_displayTitle] = BooleanToken.True })))
                : token,
            outputStream);
    }
}
