using System.Text.RegularExpressions;

namespace CovidSchoolReporting.Tests.Localization;

/// <summary>
/// Finds the texts that no source asks for: those whose key stands in no component that has the localizer, nor in what is derived from it or
/// is a part of it, and is not put together there from a value either.
/// </summary>
internal static partial class UnusedTexts
{
    /// <param name="resource">The marker class.</param>
    /// <param name="sources">Each component with its code, by path.</param>
    public static IEnumerable<string> Find(string resource, IEnumerable<string> keys, IReadOnlyDictionary<string, string> sources)
    {
        var owners = sources.Where(source => Regex.IsMatch(source.Value, $@"\b{resource}\b")).Select(source => source.Key).ToHashSet();
        var types = string.Join('|', owners.Select(path => Path.GetFileName(path).Split('.')[0]).Distinct());
        var kin = new Regex($@"(?:@inherits |class \w+(?:\([^)]*\))?\s*: |partial class )(?:{types})\b");
        var source = string.Join('\n', sources.Where(one => owners.Contains(one.Key) || kin.IsMatch(one.Value)).Select(one => one.Value));
        var whole = Values(Whole(), source).ToHashSet();
        string[] beginnings = [.. Values(Beginning(), source).Distinct()], endings = [.. Values(Ending(), source).Distinct()];

        // Those of enumerations are put together from the value, see Enumerations_WithTexts_HaveOneForEachValue.
        return keys.Where(key => !key.Contains('_', StringComparison.Ordinal) && !whole.Contains(key)
            && !Array.Exists(beginnings, beginning => key.StartsWith(beginning, StringComparison.Ordinal))
            && !Array.Exists(endings, ending => key.EndsWith(ending, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Values(Regex pattern, string source) => pattern.Matches(source).Select(match => match.Groups["key"].Value);

    [GeneratedRegex("\"(?<key>[A-Za-z0-9]+)\"")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\$""(?<key>[A-Za-z0-9]+)\{")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\$""\{[^}""]*\}(?<key>[A-Za-z0-9]+)""")]
    private static partial Regex Ending();
}
