namespace CovidSchoolReporting.Domain.Delivery;

/// <summary>What ATS answers to a sent case.</summary>
/// <param name="ProtocolNumber"><c>AAAA/NNNNNNN</c>: the year in Europe/Rome and the agency's count in it.</param>
/// <param name="ReceivedAt">UTC.</param>
public sealed record Receipt(string ProtocolNumber, DateTime ReceivedAt)
{
    public const int ProtocolNumberMaxLength = 12;

    /// <summary>The highest count that the seven figures hold; a year of the whole agency stays far below.</summary>
    public const int HighestCount = 9_999_999;

    /// <summary>The number in the form that the agency uses.</summary>
    public static string Number(int year, int count) => $"{year:D4}/{count:D7}";

    /// <summary>Whether a text has the form of a protocol number.</summary>
    public static bool IsNumber(string? text) =>
        text is { Length: ProtocolNumberMaxLength } && text[4] == '/'
        && !text.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9')
        && !text.AsSpan(5).ContainsAnyExceptInRange('0', '9');
}
