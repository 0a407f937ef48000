using System.Text.RegularExpressions;

namespace CovidSchoolReporting.Tests.Access;

/// <summary>
/// What an answer looks like to somebody who compares: everything but what is different at each request (nonces, tokens, the
/// circuit's sealed state) and the address that was asked for, which the asker knows.
/// </summary>
/// <param name="Size">Length of the whole answer, sealed parts included, without the address.</param>
public sealed partial record Look(int Status, string Headers, string Text, int Size)
{
    /// <summary>Sealed parts hold instants and identifiers whose encoding varies by a few bytes from one request to the next.</summary>
    private const int SizeSlack = 48;

    public static Look Of(int status, string headers, string body, string address)
    {
        // The one sign of base64 that pages write in six characters would make equal lengths look different by chance.
        var anonymous = Without(body, address).Replace(@"\u002B", "+", StringComparison.Ordinal).Replace("&#x2B;", "+", StringComparison.Ordinal);
        return new Look(status, OncePerRequest().Replace(headers, "~"), OncePerRequest().Replace(anonymous, "~"), anonymous.Length);
    }

    /// <summary>Why the two can be told apart; null when they cannot.</summary>
    public string? DifferenceFrom(Look other) =>
        Status != other.Status ? $"status {Status} and {other.Status}"
        : Headers != other.Headers ? $"headers {Headers} and {other.Headers}"
        : Text != other.Text ? $"texts, from «{Around(Text, other.Text)}» and «{Around(other.Text, Text)}»"
        : Math.Abs(Size - other.Size) > SizeSlack ? $"sizes {Size} and {other.Size}"
        : null;

    private static string Without(string body, string address)
    {
        var path = address.TrimStart('/');
        return path.Length == 0 ? body : body
            .Replace(Uri.EscapeDataString(path), "~", StringComparison.OrdinalIgnoreCase)
            .Replace(path.Replace("&", "&amp;", StringComparison.Ordinal), "~", StringComparison.Ordinal)
            .Replace(path, "~", StringComparison.Ordinal);
    }

    private static string Around(string text, string other)
    {
        var same = text.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return text.Substring(same, Math.Min(80, text.Length - same));
    }

    [GeneratedRegex("""<!--Blazor.*?-->|nonce-[^']*|(?<=nonce=")[^"]*|(?<=name="__RequestVerificationToken" value=")[^"]*|(?<=id="|for="|aria-\w+=")[a-z-]*[0-9a-f]{8}[0-9a-f-]*""", RegexOptions.Singleline)]
    private static partial Regex OncePerRequest();
}
