using CovidSchoolReporting.Domain.Epidemic;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>How long each step takes: half of the reports, and nine of ten.</summary>
public partial class DelayBars
{
    private const double Width = 400;

    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Inject]
    public required ChartTables Tables { get; init; }

    [Parameter, EditorRequired]
    public IReadOnlyList<DelaySummary> Delays { get; set; } = [];

    // Days and hours are drawn on scales of their own, which all steps of the kind share.
    private string Length(DelaySummary delay, int length)
    {
        var longest = Delays.Where(one => one.InHours == delay.InHours).Max(one => one.NineTenths ?? 0);
        return ChartScale.Svg(Math.Max(3, Width * length / Math.Max(1, longest)));
    }
}
