using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>A class of the roster whose people are ticked.</summary>
public sealed record PickGroup(RosterClassRow Class, IReadOnlyList<PickRow> Rows);

/// <summary>
/// Contacts of a case chosen by ticks: who was met is ticked, what they share is typed once, and what differs or is missing is typed
/// beside the person. Belongs to one screen.
/// </summary>
public sealed class ClassPick(CaseSheet sheet, ContactDraftValidator rules, DraftTidying tidying)
{
    private readonly List<PickGroup> _groups = [];
    private CaseSheet _sheet = sheet;

    public IReadOnlyList<PickGroup> Groups => _groups;

    /// <summary>The day of last contact of everybody who has none of their own, in the portal's own writing as far as it can be read.</summary>
    public string SharedDate
    {
        get;
        set => field = tidying.Day(value);
    } = sheet.ContactSetting.ProposedDay;

    /// <summary>What is wrong with <see cref="SharedDate"/> for everybody, or null; looked for when a save is asked for.</summary>
    public Finding? DateFault { get; private set; }

    /// <summary>The shared day is the one that the case proposes.</summary>
    public bool IsProposedDate => SharedDate.Length > 0 && SharedDate == _sheet.ContactSetting.ProposedDay;

    /// <summary>The comune of everybody whose comune the roster does not know, as typed.</summary>
    public string SharedDomicile { get; set; } = "";

    /// <summary>What is wrong with <see cref="SharedDomicile"/>, or null; looked for when a save is asked for.</summary>
    public Finding? DomicileFault { get; private set; }

    /// <summary>Why people have no codice fiscale, for everybody who has none, as typed.</summary>
    public string SharedNoCodeReason { get; set; } = "";

    /// <summary>Somebody who is ticked has no codice fiscale in the roster.</summary>
    public bool AsksNoCodeReason => Ticked.Any(row => row.LacksCode);

    /// <summary>Somebody who may be chosen has no comune in the roster.</summary>
    public bool AsksDomicile => _groups.SelectMany(group => group.Rows).Any(row => row.Status == PickStatus.Free && row.LacksDomicile);

    /// <summary>Why days outside the window are right, for everybody whose day is.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Somebody's day lies outside the window: the reason is asked for.</summary>
    public bool NeedsReason { get; private set; }

    public bool IsReasonMissing => NeedsReason && string.IsNullOrWhiteSpace(Reason);

    public IEnumerable<PickRow> Ticked => _groups.SelectMany(group => group.Rows).Where(row => row.IsTicked);

    /// <summary>The class of the case among those of the roster, or null.</summary>
    public static RosterClassRow? ClassOf(CaseSheet sheet, IReadOnlyList<RosterClassRow> classes)
    {
        var key = new RosterPlace(0, sheet.Draft.ClassName, sheet.Draft.Section).Key;
        var found = classes.Where(row => row.Place.Key == key && (sheet.SiteId is null || sheet.SiteId == row.Place.SiteId)).ToList();
        return found is [var only] ? only : null;
    }

    /// <summary>Shows a class beside those that are there; showing it again changes nothing.</summary>
    /// <param name="isOfCase">
    /// The class of the case. Classmates of a pupil are close contacts always, and ticked; staff, and whoever met a case that is no pupil,
    /// are so only in some circumstances, and whoever was there says so.
    /// </param>
    public void Add(RosterClassSheet shown, bool isOfCase)
    {
        if (_groups.Any(group => group.Class.Id == shown.Row.Id))
        {
            return;
        }

        // Without days on which anybody can have been met, zero contacts is the right answer.
        var areClassmates = isOfCase && _sheet.Draft.Role == PersonRole.Pupil && _sheet.ContactSetting.Window is not { IsEmpty: true };
        var rows = shown.People
            .Select(entry => new PickRow(entry, RosterFilling.NewContact(entry.Draft, _sheet.Draft, Guid.CreateVersion7()))
            {
                IsTicked = areClassmates && entry.Draft.Role == PersonRole.Pupil,
            })
            .ToList();
        _groups.Add(new PickGroup(shown.Row, rows));
        Follow(_sheet);
    }

    /// <summary>The case or its contacts are others now: who has become a contact meanwhile is ticked no more.</summary>
    public void Follow(CaseSheet sheet)
    {
        _sheet = sheet;
        foreach (var row in _groups.SelectMany(group => group.Rows))
        {
            row.Status = row.Entry.Identity.IsSameAs(sheet.ContactSetting.Case) ? PickStatus.IsCase
                : sheet.Contacts.Any(contact => contact.Identity.IsSameAs(row.Entry.Identity)) ? PickStatus.IsContact
                : PickStatus.Free;
            row.IsTicked &= row.Status == PickStatus.Free;
        }

        Look();
    }

    /// <summary>Looks whether a day needs a reason, without judging the rest: the page asks for it before it is sent.</summary>
    public void Look() => NeedsReason = Ticked.Any(row => Findings(row).Any(finding => finding.NeedsReason));

    /// <summary>Judges all that is ticked.</summary>
    /// <returns>The contacts, ready to be saved; null when something must be typed or confirmed first.</returns>
    public IReadOnlyList<ContactDraft>? Check()
    {
        List<(PickRow Row, IReadOnlyList<Finding> Findings)> judged = [.. Ticked.Select(row => (row, Findings(row)))];
        NeedsReason = judged.Any(one => one.Findings.Any(finding => finding.NeedsReason));
        foreach (var (row, findings) in judged)
        {
            var asksWhy = findings.FirstOrDefault(finding => finding.NeedsReason);
            row.TakeConfirmations(asksWhy is null || IsReasonMissing ? null : new ConfirmedWarning(asksWhy.Code, asksWhy.Field, Reason.Trim()));
        }

        return Show(judged) ? [.. judged.Select(one => one.Row.Draft)] : null;
    }

    /// <summary>Shows what the rules said when the contacts were to be saved.</summary>
    public void Refuse(IReadOnlyDictionary<Guid, IReadOnlyList<Finding>> refused)
    {
        List<(PickRow Row, IReadOnlyList<Finding> Findings)> judged =
            [.. Ticked.Select(row => (row, refused.GetValueOrDefault(row.Draft.RequestKey, [])))];
        NeedsReason |= judged.Any(one => one.Findings.Any(finding => finding.NeedsReason));
        Show(judged);
    }

    private static bool IsDomicileFault(PickRow row, Finding finding) =>
        row.SharesDomicile && finding.IsError && finding.Field == nameof(ContactDraft.Domicile);

    /// <summary>A day before somebody was born is the fault of that person's data alone.</summary>
    private static bool IsDateFault(PickRow row, Finding finding) =>
        row.SharesDate && finding.IsError && finding.Field == nameof(ContactDraft.LastContactDate) && finding.Code != RuleCodes.BornAfterEvent;

    /// <summary>What is put right once for all is not said at each person.</summary>
    /// <returns>Nothing is open.</returns>
    private bool Show(List<(PickRow Row, IReadOnlyList<Finding> Findings)> judged)
    {
        DomicileFault = judged.SelectMany(one => one.Findings.Where(finding => IsDomicileFault(one.Row, finding))).FirstOrDefault();
        DateFault = judged.SelectMany(one => one.Findings.Where(finding => IsDateFault(one.Row, finding))).FirstOrDefault();
        foreach (var (row, findings) in judged)
        {
            row.Open =
            [
                .. findings.Where(finding => (finding.IsError || !row.Draft.Confirms(finding))
                    && !finding.NeedsReason && !IsDomicileFault(row, finding) && !IsDateFault(row, finding)),
            ];
        }

        return !IsReasonMissing && DomicileFault is null && DateFault is null && judged.TrueForAll(one => one.Row.Open.Count == 0);
    }

    private IReadOnlyList<Finding> Findings(PickRow row)
    {
        var draft = row.Draft;
        row.OwnDate = row.SharesDate ? "" : tidying.Day(row.OwnDate);
        draft.LastContactDate = row.SharesDate ? SharedDate : row.OwnDate;
        if (row.LacksDomicile)
        {
            draft.Domicile = row.SharesDomicile ? SharedDomicile : row.OwnDomicile;
        }

        draft.FiscalCodeUnavailable = string.IsNullOrWhiteSpace(draft.FiscalCode) && !string.IsNullOrWhiteSpace(SharedNoCodeReason);
        draft.FiscalCodeUnavailableReason = draft.FiscalCodeUnavailable ? SharedNoCodeReason.Trim() : "";
        tidying.Tidy(draft);
        return rules.Check(draft, _sheet.ContactSetting);
    }
}
