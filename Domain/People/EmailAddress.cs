using System.Net.Mail;

namespace CovidSchoolReporting.Domain.People;

/// <summary>Whether mail can be sent to a typed address; whether somebody reads it, only a message could tell.</summary>
public static class EmailAddress
{
    /// <summary>Longest address that a mail server takes (RFC 5321, path of 256 with its brackets).</summary>
    public const int MaxLength = 254;

    private const int LongestLocalPart = 64;

    /// <summary>A local part, one @ and a domain with a dot; spaces around it do not count, inside they do.</summary>
    public static bool IsValid(string? text)
    {
        var address = text?.Trim() ?? "";
        var at = address.LastIndexOf('@');
        return address.Length <= MaxLength
            && at is > 0 and <= LongestLocalPart
            && IsLocalPart(address[..at])
            && IsDomain(address[(at + 1)..])
            && MailAddress.TryCreate(address, out var parsed)
            && parsed.Address == address;
    }

    // Quoted local parts are legal and nobody's: here they are a slip.
    private static bool IsLocalPart(string local) =>
        !local.StartsWith('.') && !local.EndsWith('.') && !local.Contains("..", StringComparison.Ordinal)
        && !local.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || "\"()<>[]:;,@\\".Contains(character, StringComparison.Ordinal));

    private static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length >= 2
            && labels.All(label => label.Length is > 0 and <= 63
                && label.All(character => char.IsLetterOrDigit(character) || character == '-')
                && !label.StartsWith('-') && !label.EndsWith('-'))
            && !labels[^1].All(char.IsAsciiDigit)
            && labels[^1].Length >= 2;
    }
}
