using System.Globalization;
using CovidSchoolReporting.Domain.Lists;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CovidSchoolReporting.App.Components.Lists;

/// <summary>The words after the question mark of a list's address. What cannot be read is as if it were not there.</summary>
/// <param name="address">Absolute or not, with or without a query.</param>
public sealed class AddressWords(string address)
{
    private readonly Dictionary<string, StringValues> _words =
        QueryHelpers.ParseQuery(address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? address[at..].Split('#')[0] : null);

    public string? Word(string key) => _words.TryGetValue(key, out var value) ? value.ToString() : null;

    /// <summary>Next to which row the page lies; null for the first page.</summary>
    public PageAnchor? Anchor(string afterKey, string beforeKey) => PageAnchor.Of(Number(afterKey), Number(beforeKey));

    /// <summary>A number without sign; null for any other word.</summary>
    public int? Number(string key) =>
        int.TryParse(Word(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
