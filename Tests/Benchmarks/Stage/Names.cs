namespace CovidSchoolReporting.Benchmarks.Stage;

/// <summary>Invented surnames and names, many enough for a million people to be spread over the alphabet.</summary>
internal static class Names
{
    private static readonly string[] Syllables =
        ["ro", "va", "be", "ma", "ti", "co", "lu", "gra", "sa", "pe", "fi", "du", "ne", "li", "mo", "za"];

    /// <summary>4,096 of them.</summary>
    public static IReadOnlyList<string> Surnames { get; } =
        [.. from a in Syllables from b in Syllables from c in Syllables select Capital($"{a}{b}{c}")];

    /// <summary>256 of them.</summary>
    public static IReadOnlyList<string> GivenNames { get; } = [.. from a in Syllables from b in Syllables select Capital($"{a}{b}na")];

    private static string Capital(string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";
}
