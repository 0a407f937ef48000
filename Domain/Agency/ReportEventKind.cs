namespace CovidSchoolReporting.Domain.Agency;

/// <summary>What happened to a received report. Stored by name, so names do not change.</summary>
public enum ReportEventKind
{
    Received,
    TakenInCharge,
    Assigned,
    MeasuresIssued,
    Concluded,

    /// <summary>The agency asked the school something and waits for an answer.</summary>
    QuestionAsked,

    /// <summary>The agency wrote to the school.</summary>
    MessageSent,

    /// <summary>The school wrote.</summary>
    MessageReceived,
}
