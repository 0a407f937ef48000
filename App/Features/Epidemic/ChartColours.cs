namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>
/// The colours of the charts. Those that tell things apart are Okabe and Ito's, which people with any colour vision tell apart, and each
/// comes with a pattern, for paper without colours; those of the map go from pale to dark in one hue.
/// </summary>
public static class ChartColours
{
    /// <summary>How many steps the map's scale has.</summary>
    public const int MapSteps = 5;

    public const string Average = "#17324d", Official = "#a61c35", NoCases = "#eef2f5";

    private static readonly string[] Roles = ["#0072b2", "#e69f00", "#009e73"];
    private static readonly string[] Schools = ["#cc79a7", "#e69f00", "#0072b2", "#56b4e9", "#009e73", "#d55e00"];
    private static readonly string[] MapScale = ["#d3e6f5", "#93c3e1", "#4b97c9", "#1c66a6", "#083a73"];

    // White strokes over the colour, in a square of eight by eight.
    private static readonly string?[] Strokes = [null, "M-2 2L2 -2M0 8L8 0M6 10L10 6", "M2 2h2v2h-2zM6 6h2v2h-2z", "M0 2H8M0 6H8", "M2 0V8M6 0V8", "M0 0L8 8M8 0L0 8"];

    public static string Of(Domain.Epidemic.CurveColours colours, int kind) =>
        colours == Domain.Epidemic.CurveColours.Role ? Roles[kind] : Schools[kind];

    /// <summary>The pattern over a colour; null for a plain one.</summary>
    public static string? StrokesOf(int kind) => Strokes[kind % Strokes.Length];

    /// <param name="step">0 for the palest.</param>
    public static string OfMap(int step) => MapScale[step];
}
