using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>Where a row stands.</summary>
public enum RowState
{
    /// <summary>Ready to be saved.</summary>
    Good,

    /// <summary>Has warnings that nobody has confirmed.</summary>
    Warned,

    /// <summary>Has errors.</summary>
    Wrong,

    /// <summary>Taken out of the list.</summary>
    Removed,
}

/// <summary>A row of the sheet with what the rules find in it.</summary>
public sealed class SheetRow
{
    /// <summary>What the rules said when the row was to be saved, while it says what it said then.</summary>
    private IReadOnlyList<Finding> _refused = [];

    internal SheetRow(RowContent content, PersonDraft draft)
    {
        Content = content;
        Draft = draft;
    }

    public RowContent Content { get; private set; }

    public int Number => Content.Number;

    /// <summary>The row as it would be saved.</summary>
    public PersonDraft Draft { get; private set; }

    /// <summary>What the rules find; for a row that was taken out, nothing.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What still asks for an answer: errors, and warnings that nobody has confirmed.</summary>
    public IReadOnlyList<Finding> Open { get; private set; } = [];

    public RowState State =>
        Content.IsRemoved ? RowState.Removed
        : Open.Any(finding => finding.IsError) ? RowState.Wrong
        : Open.Count > 0 ? RowState.Warned
        : RowState.Good;

    internal void Hold(RowContent content, PersonDraft draft)
    {
        Content = content;
        Draft = draft;
        _refused = [];
    }

    /// <summary>
    /// The row was refused. Some reasons are known only where the records are, so they stay until the row is changed, however often it is
    /// judged here meanwhile.
    /// </summary>
    internal void Refuse(IReadOnlyList<Finding> findings)
    {
        _refused = findings;
        Judge(Findings);
    }

    internal void Judge(IReadOnlyList<Finding> findings)
    {
        Findings = [.. findings, .. _refused.Where(refused => findings.All(finding => finding.Code != refused.Code || finding.Field != refused.Field))];
        Open = [.. Findings.Where(finding => finding.IsError || !Draft.Confirms(finding))];
    }
}
