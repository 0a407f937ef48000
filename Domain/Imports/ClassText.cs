using System.Text.RegularExpressions;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>Classes and sections as registers write them.</summary>
internal static partial class ClassText
{
    private static readonly string[] _roman = ["I", "II", "III", "IV", "V"];

    /// <summary>Whether the text names a class and a section: 1B, 1^ B, 3ª A, 2 C LSA, III A.</summary>
    public static bool IsBoth(string text) => Both().IsMatch(text);

    /// <summary>
    /// «1^ B» gives 1 and B, «III A» 3 and A. What has no number is a group of a service for 0 to 6 years («Girasoli»): it is both class
    /// and section, as the manual asks.
    /// </summary>
    public static (string ClassName, string Section) Split(string text)
    {
        if (Both().Match(text) is { Success: true } both)
        {
            return (Number(both.Groups["class"].Value), both.Groups["section"].Value.Trim());
        }

        return text.Any(char.IsDigit) ? (text, "") : (text, text);
    }

    /// <summary>«1^», «1°», «Classe 1», «I» give 1; anything else stays.</summary>
    public static string Class(string text) => Alone().Match(text) is { Success: true } alone ? Number(alone.Groups["class"].Value) : text;

    /// <summary>«Sez. B» gives B.</summary>
    public static string Section(string text) =>
        LatinLetters.SearchKey(text).Split(' ') is ["SEZ" or "SEZIONE", { Length: > 0 } section] ? section : text;

    private static string Number(string written) =>
        Array.IndexOf(_roman, written.ToUpperInvariant()) is >= 0 and var i ? $"{i + 1}" : written;

    // A Roman number needs a blank after it: «IB» could be anything.
    [GeneratedRegex(@"^(?:cl(?:asse|\.)?\s*)?(?:(?<class>[1-9])\s*(?:[\^°ºª*]|a\s|o\s)?|(?<class>I{1,3}|IV|V)\s*[\^°ºª*]?\s)\s*[-/]?\s*(?:sez(?:ione|\.)?\s*)?(?<section>[A-Za-zÀ-ÿ][\wÀ-ÿ .\-/]{0,19})$", RegexOptions.IgnoreCase)]
    private static partial Regex Both();

    [GeneratedRegex(@"^(?:cl(?:asse|\.)?\s*)?(?<class>[1-9]|I{1,3}|IV|V)\s*[\^°ºª*]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Alone();
}
