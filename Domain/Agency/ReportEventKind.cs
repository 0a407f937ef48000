namespace CovidSchoolReporting.Domain.Agency;

/// <summary>What happened to a received report. Stored by name, so names do not change.</summary>
public enum ReportEventKind
{
    Received,
    TakenInCharge,
    Assigned,
    MeasuresIssued,
    Concluded,
}
