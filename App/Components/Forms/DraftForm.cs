using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>
/// The state of a form over a draft: what was touched, what the rules find, what was confirmed. It holds no rule; it asks the same
/// validator that the service asks again.
/// </summary>
public abstract class DraftForm(PersonDraft draft, PersonDraft original, DraftTidying tidying)
{
    private readonly HashSet<string> _touched = [];
    private readonly HashSet<string> _typed = [];
    private IReadOnlyList<Finding> _findings = [];
    private (string BirthDate, Sex? Sex) _filledIn = ("", null);
    private bool _showAll;

    /// <summary>Something of the form looks different now.</summary>
    public event Action? Changed;

    /// <summary>Something was typed or filled in: the draft is to be kept.</summary>
    public event Action? Written;

    public PersonDraft Draft { get; } = draft;

    /// <summary>The draft as it was when the form was shown: what differs from it was typed here.</summary>
    public PersonDraft Original { get; } = original;

    /// <summary>Reasons typed for warnings that are not confirmed yet, by <see cref="FormDraft.ReasonKey"/>.</summary>
    public Dictionary<string, string> Reasons { get; } = [];

    /// <summary>Why nothing can be typed; null while the form is open.</summary>
    public string? LockedBecause { get; set; }

    public bool IsReadOnly => LockedBecause is not null;

    /// <summary>Something was typed since the form was shown or saved.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Counts the refused saves: the summary takes the focus at each.</summary>
    public int Attempt { get; private set; }

    /// <summary>The errors of a refused save that still stand.</summary>
    public IReadOnlyList<Finding> SummaryErrors =>
        _showAll ? [.. _findings.Where(f => f.IsError).OrderBy(f => FieldOrder.IndexOf(f.Field))] : [];

    public string? ErrorOf(string field) => Shown(field).FirstOrDefault(f => f.IsError)?.Message;

    public string? WarningOf(string field) =>
        string.Join(" ", Shown(field).Where(f => !f.IsError && !IsConfirmed(f)).Select(f => f.Message)) is { Length: > 0 } text
            ? text : null;

    public bool IsConfirmed(Finding finding) =>
        Draft.Confirmations.Any(c => c.Code == finding.Code && c.Field == finding.Field);

    /// <summary>The first key was pressed: the field itself is sent only when it is left, but nothing may overwrite it from now on.</summary>
    public void BeginTyping() => IsDirty = true;

    /// <summary>A value was typed or chosen. A warning may hang on several fields, so all that was confirmed is open again.</summary>
    public void Typed(string field)
    {
        IsDirty = true;
        _typed.Add(field);
        Draft.Confirmations.Clear();
        Changed?.Invoke();
        Written?.Invoke();
    }

    public void GiveReason(string key, string reason)
    {
        Reasons[key] = reason;
        Written?.Invoke();
    }

    /// <summary>The form goes on where a draft was left: all of it counts as typed here.</summary>
    public void Resume(IReadOnlyDictionary<string, string> reasons)
    {
        IsDirty = true;
        foreach (var (key, reason) in reasons)
        {
            Reasons[key] = reason;
        }
    }

    /// <summary>The focus left a field: tidy it, fill what follows from it, and look at the rules.</summary>
    public void Left(string field)
    {
        _touched.Add(field);
        if (IsReadOnly)
        {
            return;
        }

        tidying.Tidy(Draft);

        // Passing through a field must not undo what was typed in another since.
        if (_typed.Remove(field))
        {
            FillAfter(field);
        }

        Check();
        Written?.Invoke();
    }

    /// <summary>Fills the empty fields with what the roster knows of a person, as if it had been typed.</summary>
    public void Fill(RosterDraft known)
    {
        var before = DraftComparison.FieldsOf(Draft.GetType()).Select(field => (Field: field, Value: field.GetValue(Draft))).ToList();
        RosterFilling.FillEmpty(Draft, known);
        var filled = before.Where(was => !Equals(was.Value, was.Field.GetValue(Draft))).Select(was => was.Field.Name).ToList();
        filled.ForEach(Typed);
        filled.ForEach(Left);
    }

    /// <summary>Looks at the rules again, for example because the case of a contact changed.</summary>
    public void Check()
    {
        _findings = FindAll();
        Changed?.Invoke();
    }

    /// <summary>Shows what a save was refused for.</summary>
    public void Refuse(IReadOnlyList<Finding> findings)
    {
        _findings = findings;
        _showAll = true;
        Attempt++;
    }

    public void Confirm(IEnumerable<ConfirmedWarning> confirmations)
    {
        foreach (var confirmation in confirmations)
        {
            Draft.Confirmations.RemoveAll(c => c.Code == confirmation.Code && c.Field == confirmation.Field);
            Draft.Confirmations.Add(confirmation);
        }
    }

    /// <summary>What is on the screen is what is stored.</summary>
    public void MarkSaved()
    {
        IsDirty = false;
        _showAll = false;
        _touched.Clear();
    }

    /// <summary>The fields as they follow each other on the screen.</summary>
    protected abstract List<string> FieldOrder { get; }

    protected abstract IReadOnlyList<Finding> FindAll();

    /// <summary>What an earlier code filled in goes with that code; what the user typed stays.</summary>
    private void FillFromFiscalCode()
    {
        if (Draft.BirthDate == _filledIn.BirthDate)
        {
            Draft.BirthDate = "";
        }

        if (Draft.Sex == _filledIn.Sex)
        {
            Draft.Sex = null;
        }

        var typed = (Draft.BirthDate, Draft.Sex);
        tidying.FillFromFiscalCode(Draft);
        _filledIn = (typed.BirthDate.Length == 0 ? Draft.BirthDate : "", typed.Sex is null ? Draft.Sex : null);
    }

    /// <summary>Fills what follows from the field that was typed and left.</summary>
    protected virtual void FillAfter(string field)
    {
        if (field == nameof(PersonDraft.FiscalCode))
        {
            FillFromFiscalCode();
        }
    }

    private IEnumerable<Finding> Shown(string field) =>
        _showAll || _touched.Contains(field) ? _findings.Where(f => f.Field == field) : [];
}
