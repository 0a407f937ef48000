using System.Globalization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>An axis from zero that ends at a round number.</summary>
public sealed record ChartScale(double Top, IReadOnlyList<double> Ticks)
{
    private static readonly double[] Rounds = [1, 2, 2.5, 5, 10];

    /// <param name="highest">What must fit below the top.</param>
    /// <param name="parts">About so many stretches between the ticks.</param>
    public static ChartScale For(double highest, int parts = 4)
    {
        if (highest <= 0)
        {
            return new ChartScale(parts, [.. Enumerable.Range(0, parts + 1).Select(tick => (double)tick)]);
        }

        var rough = highest / parts;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Math.Max(1, unit * Rounds.First(round => round * unit >= rough - 1e-9));
        step = step < 10 ? Math.Ceiling(step) : step;
        var count = (int)Math.Ceiling(highest / step - 1e-9);
        return new ChartScale(count * step, [.. Enumerable.Range(0, count + 1).Select(tick => tick * step)]);
    }

    /// <summary>A number as SVG wants it.</summary>
    public static string Svg(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
