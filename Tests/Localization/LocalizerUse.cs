using System.Text.RegularExpressions;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Localization;

/// <summary>A text that a screen asks for.</summary>
/// <param name="Resource">The marker class of the localizer.</param>
/// <param name="Key">The key, or its beginning when it is put together while running.</param>
internal sealed partial record LocalizerUse(string Resource, string Key, bool IsBeginning, string File)
{
    /// <summary>Reads a component's markup and code together, because the localizer is declared in either.</summary>
    public static IEnumerable<LocalizerUse> FindAll() => Sources().SelectMany(source => FindIn(source.Key, source.Value));

    /// <summary>The sources of the screens, a component's markup with its code, by path.</summary>
    public static IReadOnlyDictionary<string, string> Sources() =>
        Repository.Files("App", ".razor", ".cs")
            .GroupBy(path => path.EndsWith(".razor.cs", StringComparison.Ordinal) ? path[..^3] : path)
            .ToDictionary(group => group.Key, group => string.Join('\n', group.Select(System.IO.File.ReadAllText)));

    public static IEnumerable<LocalizerUse> FindIn(string file, string source)
    {
        foreach (var localizer in Declaration().Matches(source).DistinctBy(match => match.Groups["name"].Value))
        {
            var name = Regex.Escape(localizer.Groups["name"].Value);
            foreach (Match use in Regex.Matches(source, $@"\b{name}\[(?<interpolated>\$?)""(?<key>[^""{{]*)(?<hole>\{{)?"))
            {
                yield return new LocalizerUse(localizer.Groups["type"].Value, use.Groups["key"].Value, use.Groups["hole"].Success, file);
            }
        }
    }


    [GeneratedRegex(@"IStringLocalizer<(?<type>\w+)>\s+(?<name>\w+)")]
    private static partial Regex Declaration();
}
