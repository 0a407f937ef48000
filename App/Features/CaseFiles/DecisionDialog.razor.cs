using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>The question what one contact is, or many.</summary>
public partial class DecisionDialog
{
    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required IStringLocalizer<CaseFileTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public DecisionDraft Draft { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<ContactLine> Contacts { get; set; } = [];

    [Parameter]
    public IReadOnlyList<Finding> Findings { get; set; } = [];

    /// <summary>Those of the contacts about whom a colleague decided while the question stood open.</summary>
    [Parameter]
    public IReadOnlyList<ContactLine> Overtaken { get; set; } = [];

    [Parameter]
    public bool IsSending { get; set; }

    /// <summary>Why the decision was not kept; null while it was not tried.</summary>
    [Parameter]
    public string? Failure { get; set; }

    [Parameter]
    public EventCallback OnSave { get; set; }

    /// <summary>The operator has read what the colleague decided, and goes on.</summary>
    [Parameter]
    public EventCallback OnSeen { get; set; }

    [Parameter]
    public EventCallback OnCancelled { get; set; }

    private string RulesSay
    {
        get
        {
            List<MeasurePeriod> periods = [.. Contacts.Select(line => line.ByTheRules).OfType<MeasurePeriod>()];
            return periods.Count == 0 ? Text["RulesAskNothing"]
                : periods.Select(period => period.To).Distinct().Count() == 1 ? Text["RulesUntil", DayText.Of(periods[0].To)]
                : Text["RulesBetween", DayText.Of(periods.Min(period => period.To)), DayText.Of(periods.Max(period => period.To))];
        }
    }

    private string? ErrorOf(string field) => Findings.FirstOrDefault(finding => finding.Field == field)?.Message;

    private string Tidy(string text) => LenientDate.TryParse(text, Clock.Today, out var day) ? LenientDate.Format(day) : text;
}
