namespace CovidSchoolReporting.Infrastructure.Imports;

/// <summary>
/// Keeps what people typed from becoming a formula where a spreadsheet opens a CSV file (OWASP, CSV injection): an apostrophe before it.
/// A text that has such an apostrophe already gets one more, so that taking one away always gives back what was there.
/// </summary>
internal static class FormulaGuard
{
    private static readonly System.Buffers.SearchValues<char> _dangerous = System.Buffers.SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static string Put(string text) => IsDangerous(text) ? "'" + text : text;

    public static string Take(string text) => text.StartsWith('\'') && IsDangerous(text) ? text[1..] : text;

    private static bool IsDangerous(string text) => text.AsSpan().TrimStart('\'') is [var first, ..] && _dangerous.Contains(first);
}
