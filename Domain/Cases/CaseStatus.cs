namespace CovidSchoolReporting.Domain.Cases;

/// <summary>Where a case stands for the school. The way from open to closed has no return.</summary>
public enum CaseStatus
{
    /// <summary>Caso aperto: the school still writes it.</summary>
    Open,

    /// <summary>Caso chiuso: sent to ATS and locked, with all its contacts, for ever.</summary>
    Closed,
}
