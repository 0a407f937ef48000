using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>Personal data that the tests typed, to be searched for where they must never be: in logs and in addresses.</summary>
internal sealed class Traces
{
    /// <summary>Shorter texts stand in ordinary words and numbers too.</summary>
    private const int Shortest = 4;

    private readonly ConcurrentDictionary<string, byte> _values = new(StringComparer.OrdinalIgnoreCase);

    public void Remember(params string[] values)
    {
        foreach (var value in values.Select(v => v.Trim()).Where(v => v.Length is >= Shortest and < 200))
        {
            _values.TryAdd(value, 0);
        }
    }

    /// <summary>The remembered values that stand as whole words in the text, written as they are or as an address writes them.</summary>
    public IEnumerable<string> In(string text) => _values.Keys.Where(value =>
        Stands(text, value) || Stands(text, Uri.EscapeDataString(value)) || Stands(text, value.Replace(' ', '+')));

    public void AssertNoneIn(string where, IEnumerable<string> texts)
    {
        string[] found = [.. texts.SelectMany(text => In(text).Select(value => $"«{value}» in: {text}")).Distinct()];
        Assert.True(found.Length == 0, $"Personal data in {where}:{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }

    private static bool Stands(string text, string value) =>
        text.Contains(value, StringComparison.OrdinalIgnoreCase)
        && Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(value)}(?!\w)", RegexOptions.IgnoreCase);
}
