using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Policies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Measures;

/// <summary>Until when the rules of a case propose its isolation, and which rules they are.</summary>
public partial class CaseDates
{
    [Inject]
    public required IStringLocalizer<MeasureTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public CaseMeasures Measures { get; set; } = null!;

    private string Say(IsolationDates dates)
    {
        if (!dates.Rule.IsRequired)
        {
            return Text["IsolationNone"];
        }

        List<string> parts =
        [
            dates switch
            {
                { Earliest: null } => Text["IsolationTestOnly"],
                { Rule.NegativeTest: true } => Text["IsolationWithTest", DayText.Of(dates.Earliest)],
                _ => Text["IsolationWithoutTest", DayText.Of(dates.Earliest)],
            },
        ];
        if (dates is { WithSymptoms: true, Rule.SymptomFreeDays: { } free })
        {
            parts.Add(Text["IsolationSymptomFree", free]);
        }

        if (dates.Latest is { } latest)
        {
            parts.Add(Text["IsolationLatest", DayText.Of(latest)]);
        }

        return string.Join("; ", parts) + ".";
    }
}
