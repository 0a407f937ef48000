using UglyToad.PdfPig.Writer;

namespace CovidSchoolReporting.Infrastructure.Letters;

/// <summary>
/// The fonts of one file. They travel with the portal and are embedded, so that a letter looks the same on every machine, and names from all over
/// Europe have their letters: the screens' font has no Cyrillic. The library's fonts hold 255 characters each: before one is full, the next is begun.
/// </summary>
internal sealed class LetterFonts(PdfDocumentBuilder builder)
{
    private const int MostCharacters = 250;

    private readonly Dictionary<LetterFace, (PdfDocumentBuilder.AddedFont Font, HashSet<char> Used)> _begun = [];

    /// <summary>A font that has room for this text.</summary>
    public PdfDocumentBuilder.AddedFont For(LetterFace face, string text)
    {
        if (!_begun.TryGetValue(face, out var font) || font.Used.Union(text).Count() > MostCharacters)
        {
            _begun[face] = font = (builder.AddTrueTypeFont(LetterFaces.BytesOf(face)), []);
        }

        font.Used.UnionWith(text);
        return font.Font;
    }
}

internal enum LetterFace
{
    Regular,
    SemiBold,
}
