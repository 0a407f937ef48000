using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>How a person of the roster stands to a case.</summary>
public enum PickStatus
{
    /// <summary>May be chosen.</summary>
    Free,

    /// <summary>Is the case.</summary>
    IsCase,

    /// <summary>Is a contact of the case already.</summary>
    IsContact,
}

/// <summary>A person of the roster who may become a contact of a case, with what was typed about them.</summary>
public sealed class PickRow(RosterEntry entry, ContactDraft draft)
{
    /// <summary>The warnings that the tick was given to, and the code of which they spoke.</summary>
    private List<Finding> _confirmed = [];
    private string _confirmedCode = "";

    public RosterEntry Entry { get; } = entry;

    /// <summary>The contact as it would be saved. Its gaps are typed here.</summary>
    public ContactDraft Draft { get; } = draft;

    public PickStatus Status { get; internal set; }

    public bool IsTicked { get; set; }

    /// <summary>The day of last contact as typed for this person alone; empty means the one that all share.</summary>
    public string OwnDate { get; set; } = "";

    /// <summary>The comune as typed for this person alone, where the roster has none; empty means the one that all share.</summary>
    public string OwnDomicile { get; set; } = "";

    /// <summary>
    /// The user has seen the warnings about this person and keeps the data as they are. The tick is given to the warnings that are
    /// shown: one that appears later takes it away again.
    /// </summary>
    public bool IsConfirmed
    {
        get => _confirmed.Count > 0 && !ToConfirm.Any();
        set
        {
            _confirmed = value ? [.. _confirmed, .. ToConfirm] : [];
            _confirmedCode = Draft.FiscalCode;
            Open = value ? [.. Open.Where(finding => finding.IsError)] : Open;
        }
    }

    /// <summary>What still keeps the person from being saved and is put right at the person; looked for when a save is asked for.</summary>
    public IReadOnlyList<Finding> Open { get; internal set; } = [];

    /// <summary>The warnings among <see cref="Open"/> that a tick confirms.</summary>
    public IEnumerable<Finding> ToConfirm => Open.Where(finding => !finding.IsError);

    public bool LacksCode => Entry.Draft.FiscalCode.Length == 0;

    public bool LacksDomicile => Entry.Draft.Domicile.Length == 0;

    public bool LacksPhone => Entry.Draft.Phone.Length == 0;

    /// <summary>Something is missing that people do not share.</summary>
    public bool HasGaps => LacksCode || LacksPhone;

    internal bool SharesDate => string.IsNullOrWhiteSpace(OwnDate);

    internal bool SharesDomicile => LacksDomicile && string.IsNullOrWhiteSpace(OwnDomicile);

    /// <summary>Puts into the draft what is confirmed now, and nothing that was confirmed before and is no longer.</summary>
    /// <param name="reason">Why the day is right, when it needs a reason and one was given.</param>
    internal void TakeConfirmations(ConfirmedWarning? reason)
    {
        if (_confirmedCode != Draft.FiscalCode)
        {
            _confirmed = [];
        }

        Draft.Confirmations =
        [
            .. Entry.Draft.Confirmations,
            .. _confirmed.Select(finding => new ConfirmedWarning(finding.Code, finding.Field, null)),
            .. reason is null ? (ConfirmedWarning[])[] : [reason],
        ];
    }
}
