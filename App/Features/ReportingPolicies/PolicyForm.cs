using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.App.Features.ReportingPolicies;

/// <summary>The state of the form over a draft: what was touched and what the rules find. It holds no rule itself.</summary>
public sealed class PolicyForm(PolicyDraft draft, Func<PolicyDraft, IReadOnlyList<Finding>> check)
{
    private readonly HashSet<string> _touched = [];
    private bool _showAll;

    /// <summary>An error has come or gone: every field looks again.</summary>
    public event Action? Changed;

    public PolicyDraft Draft { get; } = draft;

    public bool IsDirty { get; set; }

    /// <summary>Counts the refused saves: the summary takes the focus at each.</summary>
    public int Attempt { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The errors of a refused save that still stand.</summary>
    public IReadOnlyList<Finding> SummaryErrors => _showAll ? Findings : [];

    public string? ErrorOf(string field) => _showAll || _touched.Contains(field)
        ? Findings.FirstOrDefault(finding => finding.Field == field)?.Message
        : null;

    public void Typed() => IsDirty = true;

    /// <summary>The focus left a field: look at the rules.</summary>
    public void Left(string field)
    {
        _touched.Add(field);
        Check();
    }

    public void Check()
    {
        Findings = check(Draft);
        Changed?.Invoke();
    }

    /// <summary>Shows what a save was refused for.</summary>
    public void Refuse(IReadOnlyList<Finding> findings)
    {
        Findings = findings;
        _showAll = true;
        Attempt++;
    }
}
