namespace CovidSchoolReporting.Domain.Agency;

/// <summary>Where a report stands at the agency; each state follows the one before it.</summary>
public enum AgencyState
{
    /// <summary>Ricevuto.</summary>
    Received,

    /// <summary>Preso in carico.</summary>
    TakenInCharge,

    /// <summary>Provvedimento emesso.</summary>
    MeasuresIssued,

    /// <summary>Concluso.</summary>
    Concluded,
}
