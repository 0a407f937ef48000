using System.Globalization;
using System.Text;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Infrastructure.Letters;
using CovidSchoolReporting.Tests.Support;
using UglyToad.PdfPig;

namespace CovidSchoolReporting.Tests.Infrastructure.Letters;

/// <summary>Files are read back as a reader reads them.</summary>
public sealed class LetterPdfTests
{
    private const string Agency = "ATS Città Metropolitana di Milano";

    [Fact]
    public void Write_Letter_CanBeReadBackWithItsAccents()
    {
        var text = Pdf.Text(LetterPdf.Write([Page("Đorđević Niccolò, Müller, Łukasz, Ștefănescu, Şahin: «à è é ì ò ù» Повідомлення €")], Agency));

        Assert.Contains("Đorđević Niccolò, Müller, Łukasz, Ștefănescu, Şahin: «à è é ì ò ù» Повідомлення €", text, StringComparison.Ordinal);
        Assert.Contains(Agency, text, StringComparison.Ordinal);
        Assert.Contains("2020/0000001 1/1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EveryCharacterThatTextsMayHold_IsThere()
    {
        // Marks that stand on the letter before them cannot be read back one by one.
        var printed = Enumerable.Range(0x20, 0x2200).Where(code => !char.IsSurrogate((char)code)).Select(code => new Rune(code))
            .Where(letter => PrintedLetters.Has(letter) && Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpaceSeparator or UnicodeCategory.Format))
            .Select(letter => letter.ToString()).ToList();

        var text = Pdf.Text(LetterPdf.Write([Page([.. printed.Chunk(20).Select(some => string.Join(' ', some))])], Agency));

        Assert.DoesNotContain(printed, letter => !text.Contains(letter, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_LongTextAndLongWord_StayInsideTheSheets()
    {
        var bytes = LetterPdf.Write([Page([.. Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("parola", 60)) + " " + new string('x', 300), 12)])], Agency);

        using var document = PdfDocument.Open(bytes);
        Assert.True(document.NumberOfPages > 1);
        Assert.All(document.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.EndBaseLine.X, 0, 595 - 60));
        Assert.All(document.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.StartBaseLine.Y, 40, 842 - 50));
    }

    [Fact]
    public void Write_Letters_EachHasABookmarkAndNoPropertyNamesAPerson()
    {
        var bytes = LetterPdf.Write([Page("Uno Quercioli"), Page("Due Quercioli"), Page("Tre Quercioli")], Agency);

        using var document = PdfDocument.Open(bytes);
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["1. Prova", "2. Prova", "3. Prova"], bookmarks.Roots.Select(root => root.Title));
        Assert.Equal(("Prova", Agency), (document.Information.Title, document.Information.Author));
        Assert.DoesNotContain("Quercioli", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Contains("/Lang (it)", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_CharacterThatTheFontLacks_IsAQuestionMarkAndTheFileIsThere()
    {
        var text = Pdf.Text(LetterPdf.Write([Page("Si comunica che 小明 王 (S\u0327ahin, 😀) risulta"), Page("La seconda lettera")], Agency));

        Assert.Contains("Si comunica che ?? ? (Şahin, ?) risulta", text, StringComparison.Ordinal);
        Assert.Contains("La seconda lettera", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("una due tre", 7, "una due|tre")]
    [InlineData("abcdefghij k", 4, "abcd|efgh|ij k")]
    [InlineData("  a   b  ", 9, "a b")]
    [InlineData("abc", 0, "a|b|c")]
    public void Wrap_Text_IsBrokenBetweenWordsElseWhereItMustBe(string text, double width, string expected) =>
        Assert.Equal(expected, string.Join('|', LetterLines.Wrap(text, width, part => part.Length)));

    private static LetterPage Page(params string[] paragraphs) =>
        new("it", "Prova", "2020/0000001", [.. paragraphs.Select(text => new LetterParagraph(text))]);
}
