using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <param name="More">A second line, smaller.</param>
/// <param name="Address">Where what it counts is to be seen; null where it is not.</param>
public sealed record RankBar(string Name, string? More, int Value, string Colour, string? Address = null);

/// <summary>Bars one below the other, each with its name and its number.</summary>
public partial class RankBars
{
    [Parameter, EditorRequired]
    public IReadOnlyList<RankBar> Bars { get; set; } = [];

    [Parameter]
    public string? Class { get; set; }

    private string Share(RankBar bar) => ChartScale.Svg(100.0 * bar.Value / Math.Max(1, Bars.Max(one => one.Value)));
}
