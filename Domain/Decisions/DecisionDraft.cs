namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>A decision as it is typed, about one contact or many.</summary>
public sealed class DecisionDraft
{
    /// <summary>Null while nothing is chosen.</summary>
    public ContactStatus? Status { get; set; }

    /// <summary>Last day of the measure where it is not to be the policy's; dd/MM/yyyy and what is typed for it. Empty for the policy's.</summary>
    public string OwnEnd { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>Another end counts for close contacts only: what was typed before another status was chosen is left out.</summary>
    public bool HasOwnEnd => Status == ContactStatus.Close && !string.IsNullOrWhiteSpace(OwnEnd);
}
