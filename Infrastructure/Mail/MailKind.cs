namespace CovidSchoolReporting.Infrastructure.Mail;

/// <summary>What a notice is about. Stored by name, so names do not change.</summary>
internal enum MailKind
{
    /// <summary>To the school: the agency has asked something.</summary>
    QuestionWaits,

    /// <summary>To the school: the agency has issued the measures of a case.</summary>
    MeasuresIssued,

    /// <summary>To an operator: how much waits, once a day.</summary>
    Digest,

    /// <summary>To who was invited: where the portal is.</summary>
    Invitation,
}

/// <summary>What became of a notice. Stored by name, so names do not change.</summary>
internal enum MailState
{
    Waiting,
    Sent,

    /// <summary>Refused for good, or tried too often.</summary>
    GivenUp,
}
