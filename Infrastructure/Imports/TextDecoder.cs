using System.Text;

namespace CovidSchoolReporting.Infrastructure.Imports;

/// <summary>Bytes to text: UTF-8 and UTF-16 with or without a mark, else Windows-1252, which is what Italian Excel writes.</summary>
internal static class TextDecoder
{
    private const int Windows1252 = 1252;
    private const int Window = 4096;

    private static readonly UTF8Encoding _strictUtf8 = new(false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? Utf8(bytes[3..])
        : bytes.StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode.GetString(bytes[2..])
        : bytes.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(bytes[2..])
        : Utf16(bytes) is { } utf16 ? utf16.GetString(bytes)
        : Utf8(bytes);

    private static string Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return _strictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(Windows1252).GetString(bytes);
        }
    }

    /// <summary>Every other byte of Latin text in UTF-16 is zero.</summary>
    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        var window = bytes[..(Math.Min(bytes.Length, Window) & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < window.Length; i += 2)
        {
            even += window[i] == 0 ? 1 : 0;
            odd += window[i + 1] == 0 ? 1 : 0;
        }

        var most = window.Length / 2 * 3 / 4;
        return window.Length == 0 ? null
            : odd > most && even == 0 ? Encoding.Unicode
            : even > most && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }
}
