namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>By which of its days a case is counted.</summary>
public enum EpidemicBasis
{
    /// <summary>The day in Europe/Rome on which the agency received the report; every case has one.</summary>
    Reported,

    /// <summary>The day of the positive swab; cases without one are not counted.</summary>
    Swab,

    /// <summary>The day on which symptoms began; cases without one are not counted.</summary>
    Onset,
}
