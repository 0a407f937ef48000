using System.Globalization;
using System.Text;
using CovidSchoolReporting.Domain.Epidemic;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>Where everything of the epidemic curve lies, in the units of its picture.</summary>
public sealed class CurveDrawing
{
    public const int Width = 1120, Height = 360;

    private const int Left = 52, Top = 26, Bottom = Height - 34;
    private const int MostLabels = 12;

    private readonly DailyCurve _curve;
    private readonly int _right;
    private readonly ChartScale? _officialScale;

    public CurveDrawing(DailyCurve curve)
    {
        _curve = curve;
        _right = Width - (curve.HasOfficial ? 62 : 14);
        Scale = ChartScale.For(Math.Max(Highest, 1));
        _officialScale = curve.HasOfficial ? ChartScale.For(curve.Bars.Max(bar => bar.Official ?? 0)) : null;
    }

    public ChartScale Scale { get; }

    public double LeftEdge => Left;

    public double RightEdge => _right;

    public double BaseLine => Bottom;

    public bool HasAverage => _curve.Step == CurveStep.Day;

    private double Highest => _curve.Bars.Max(bar => HasAverage ? Math.Max(bar.Cases, bar.Average) : bar.Cases);

    private double Slot => (double)(_right - Left) / _curve.Bars.Count;

    private double BarWidth => Math.Max(Slot * 0.78, Slot - 6);

    /// <summary>The lines across, each with its number of cases.</summary>
    public IEnumerable<(double Y, string Text)> Lines() =>
        Scale.Ticks.Select(tick => (Y(tick), tick.ToString("N0", CultureInfo.CurrentCulture)));

    /// <summary>The axis on the right; empty without an official curve.</summary>
    public IEnumerable<(double Y, string Text)> OfficialTicks() => _officialScale is null ? []
        : _officialScale.Ticks.Select(tick => (OfficialY(tick), tick.ToString("N0", CultureInfo.CurrentCulture)));

    /// <summary>The days under the bars, as many as there is room for.</summary>
    public IEnumerable<(double X, string Text)> Labels()
    {
        var every = (_curve.Bars.Count + MostLabels - 1) / MostLabels;
        for (var i = 0; i < _curve.Bars.Count; i += every)
        {
            yield return (Centre(i), _curve.Bars[i].From.ToString("d MMM", CultureInfo.CurrentCulture));
        }
    }

    /// <summary>The bars of one colour as one path, so that a long period is not thousands of elements.</summary>
    public string Bars(int kind)
    {
        var path = new StringBuilder();
        for (var i = 0; i < _curve.Bars.Count; i++)
        {
            var parts = _curve.Bars[i].Parts;
            if (parts[kind] == 0)
            {
                continue;
            }

            double below = 0;
            for (var under = 0; under < kind; under++)
            {
                below += parts[under];
            }

            var (x, bottom, top) = (Centre(i) - (BarWidth / 2), Y(below), Y(below + parts[kind]));
            path.Append('M').Append(N(x)).Append(' ').Append(N(bottom)).Append('V').Append(N(top))
                .Append('h').Append(N(BarWidth)).Append('V').Append(N(bottom)).Append('Z');
        }

        return path.ToString();
    }

    /// <summary>The moving average; empty by week, where the bar itself is seven days.</summary>
    public string AverageLine() => HasAverage ? Line(bar => bar.Average, Y) : "";

    public string OfficialLine() => _officialScale is null ? "" : Line(bar => bar.Official, OfficialY);

    /// <summary>Where the pointer finds a bar: the whole height above its day.</summary>
    public (double X, double Width) Slots(int bar) => (Left + (bar * Slot), Slot);

    private static string N(double value) => ChartScale.Svg(value);

    private double Centre(int bar) => Left + ((bar + 0.5) * Slot);

    private double Y(double cases) => Bottom - (cases / Scale.Top * (Bottom - Top));

    private double OfficialY(double cases) => Bottom - (cases / _officialScale!.Top * (Bottom - Top));

    private string Line(Func<CurveBar, double?> value, Func<double, double> y)
    {
        var path = new StringBuilder();
        var drawing = false;
        for (var i = 0; i < _curve.Bars.Count; i++)
        {
            if (value(_curve.Bars[i]) is not { } height)
            {
                drawing = false;
                continue;
            }

            path.Append(drawing ? 'L' : 'M').Append(N(Centre(i))).Append(' ').Append(N(y(Math.Max(0, height))));
            drawing = true;
        }

        return path.ToString();
    }
}
