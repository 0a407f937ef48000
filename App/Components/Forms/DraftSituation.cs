namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>What a form tells of its draft.</summary>
/// <param name="Ticket">With what the page may hand in its fields by itself; null when it may not.</param>
/// <param name="Tab">Which form it is: the page tells by it whether what was typed was typed in this one.</param>
/// <param name="Address">Where exactly this draft is found again.</param>
/// <param name="Status">The last commit.</param>
/// <param name="ResumedAt">UTC of the draft that the form resumed; null when it resumed none.</param>
/// <param name="OtherAt">UTC of another tab's draft of the same form, when there is one.</param>
/// <param name="IsDiscarded">A draft was thrown away here and can still be brought back.</param>
/// <param name="AnotherAddress">Where another new one can be begun while this one waits; null for what exists.</param>
public sealed record DraftSituation(
    string? Ticket, Guid? Tab, string? Address, DraftStatus Status, DateTime? ResumedAt, DateTime? OtherAt, bool IsDiscarded, string? AnotherAddress)
{
    public static readonly DraftSituation None = new(null, null, null, DraftStatus.Nothing, null, null, false, null);
}

/// <summary>What the user chose about a draft.</summary>
public enum DraftChoice
{
    Discard,
    Restore,
    TakeOther,
    KeepMine,
}
