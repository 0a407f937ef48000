namespace CovidSchoolReporting.Domain.Agency;

/// <summary>Where a report stands at the agency.</summary>
public enum AgencyState
{
    /// <summary>Ricevuto.</summary>
    Received,

    /// <summary>Preso in carico.</summary>
    TakenInCharge,
}
