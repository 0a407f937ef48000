using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Policies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Measures;

/// <summary>Until when the rules propose quarantine for a contact, short enough for a cell of a table.</summary>
public partial class ContactDateLines
{
    [Inject]
    public required IStringLocalizer<MeasureTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public IReadOnlyList<ContactDates> Dates { get; set; } = [];

    private IEnumerable<string> Say(ContactDates dates)
    {
        switch (dates.Rule.Kind)
        {
            case MeasureKind.None:
                yield return Text["NoMeasure"];
                break;
            case MeasureKind.SelfMonitoring:
                yield return Text["SelfMonitoringUntil", DayText.Of(dates.WithoutTest ?? dates.WithTest)];
                break;
            default:
                if (dates.WithTest is { } with)
                {
                    yield return Text["WithTest", DayText.Of(with)];
                }

                if (dates.WithoutTest is { } without)
                {
                    yield return Text["WithoutTest", DayText.Of(without)];
                }

                break;
        }

        if (dates.Ffp2Until is { } masked)
        {
            yield return Text["Ffp2Until", DayText.Of(masked)];
        }
    }
}
