namespace CovidSchoolReporting.Domain.Agency;

/// <summary>What happened to a received report. Stored by name, so names do not change.</summary>
public enum ReportEventKind
{
    Received,
    TakenInCharge,
    Assigned,
    MeasuresIssued,
    Concluded,

    /// <summary>A contact was added after the conclusion: it stands at «provvedimento emesso» again.</summary>
    Reopened,

    /// <summary>The agency asked the school something and waits for an answer.</summary>
    QuestionAsked,

    /// <summary>The agency wrote to the school.</summary>
    MessageSent,

    /// <summary>The school wrote.</summary>
    MessageReceived,

    /// <summary>The school added an integrazione; the subject is its number.</summary>
    SupplementReceived,

    /// <summary>An integrazione was accepted; the subject is its number.</summary>
    SupplementAccepted,

    /// <summary>An integrazione was refused; the subject is its number.</summary>
    SupplementRefused,

    /// <summary>Letters were issued; the subject counts them.</summary>
    LettersIssued,

    /// <summary>Contacts were decided; the subject says how many.</summary>
    ContactsDecided,

    /// <summary>Said to be about the same person as another report; the subject is its protocol number, as in the two that follow.</summary>
    MatchLinked,
    MatchDismissed,
    MatchReopened,
}
