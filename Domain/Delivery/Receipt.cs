namespace CovidSchoolReporting.Domain.Delivery;

/// <summary>What ATS answers to a sent case.</summary>
/// <param name="ProtocolNumber"><c>AAAA/NNNNNNN</c>: the year in Europe/Rome and the agency's count in it.</param>
/// <param name="ReceivedAt">UTC.</param>
public sealed record Receipt(string ProtocolNumber, DateTime ReceivedAt)
{
    public const int ProtocolNumberMaxLength = 12;

    /// <summary>The number in the form that the agency uses.</summary>
    public static string Number(int year, int count) => $"{year:D4}/{count:D7}";
}
