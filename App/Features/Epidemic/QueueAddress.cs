using CovidSchoolReporting.Domain.Epidemic;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>From a figure to the cases behind it, in «Casi ricevuti».</summary>
public static class QueueAddress
{
    /// <summary>The cases of a comune; by the day of the report also those of the period only.</summary>
    /// <param name="municipalityCode">Belfiore code.</param>
    public static string Of(EpidemicFilter filter, string municipalityCode) => filter.Basis == EpidemicBasis.Reported
        ? $"/ats/casi?comune={municipalityCode}&dal={EpidemicPeriod.Write(filter.From)}&al={EpidemicPeriod.Write(filter.To)}"
        : $"/ats/casi?comune={municipalityCode}";
}
