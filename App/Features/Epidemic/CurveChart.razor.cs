using System.Globalization;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Epidemic;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>The epidemic curve: bars by day or week, their moving average, and the official curve on an axis of its own.</summary>
public partial class CurveChart
{
    private IReadOnlyList<string> _names = [];
    private CurveDrawing _drawing = null!;
    private DailyCurve? _drawn;
    private bool _changed;

    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Inject]
    public required ChartTables Tables { get; init; }

    [Parameter, EditorRequired]
    public DailyCurve Curve { get; set; } = null!;

    private string Summary => Text["CurveSummary", Curve.Bars.Sum(bar => bar.Cases).ToString("N0", CultureInfo.CurrentCulture),
        DayText.Of(Curve.Bars[0].From), DayText.Of(Curve.Bars[^1].To)];

    protected override void OnParametersSet()
    {
        _changed = !ReferenceEquals(_drawn, Curve);
        if (_changed)
        {
            (_drawn, _drawing, _names) = (Curve, new CurveDrawing(Curve), Tables.ColoursOf(Curve.Colours));
        }
    }

    protected override bool ShouldRender() => _changed;

    private static string PatternOf(int kind) => $"curve-fill-{kind}";

    private static string N(double value) => ChartScale.Svg(value);

    private string Said(CurveBar bar)
    {
        var day = bar.From == bar.To ? bar.From.ToString("ddd d MMM", CultureInfo.CurrentCulture) : $"{DayText.Of(bar.From)} – {DayText.Of(bar.To)}";
        var parts = bar.Parts.Select((count, kind) => (count, kind)).Where(part => part.count > 0)
            .Select(part => $"{_names[part.kind]}: {part.count.ToString("N0", CultureInfo.CurrentCulture)}");
        return string.Join('\n', [Text["CurveBar", day, bar.Cases.ToString("N0", CultureInfo.CurrentCulture)], .. parts]);
    }
}
