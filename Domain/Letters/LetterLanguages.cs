using System.Globalization;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>The languages in which a letter may be written: those of many families whose script the letters' font has.</summary>
public static class LetterLanguages
{
    public const int CodeMaxLength = 3;

    public const string Italian = "it";

    /// <summary>ISO 639 codes.</summary>
    public static IReadOnlyList<string> All { get; } = [Italian, "en", "es", "fr", "de", "pt", "ro", "sq", "uk", "ru", "pl", "fil", "vi"];

    /// <summary>The language by its own name: the families read it too.</summary>
    public static string NameOf(string code)
    {
        var name = CultureInfo.GetCultureInfo(code).NativeName;
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
