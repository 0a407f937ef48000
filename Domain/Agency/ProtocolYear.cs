using CovidSchoolReporting.Domain.Delivery;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>
/// The agency's register of one year. A number is given in the same commit that registers its report, so that the
/// register has neither holes nor doubles.
/// </summary>
public sealed class ProtocolYear
{
    private ProtocolYear()
    {
    }

    /// <summary>The year in Europe/Rome.</summary>
    public int Year { get; private init; }

    /// <summary>The last count that was given; concurrency token of the register.</summary>
    public int Last { get; private set; }

    public static ProtocolYear Begin(int year) => new() { Year = year };

    /// <summary>The next protocol number.</summary>
    /// <exception cref="InvalidOperationException">The register of the year is full.</exception>
    public string Next()
    {
        if (Last == Receipt.HighestCount)
        {
            throw new InvalidOperationException("The register of the year is full.");
        }

        Last++;
        return Receipt.Number(Year, Last);
    }
}
