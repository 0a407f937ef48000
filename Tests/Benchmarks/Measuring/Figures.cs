using System.Globalization;

namespace CovidSchoolReporting.Benchmarks.Measuring;

internal static class Figures
{
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>The smallest value that the given share of the values does not exceed.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    /// <summary>How many times longer the first took than the second: the median over the turns, each compared with its neighbour.</summary>
    public static double Ratio(double[] first, double[] second) => Median(first.Zip(second, (a, b) => a / b));

    public static string Micro(double microseconds) => microseconds.ToString("N0", CultureInfo.InvariantCulture);

    public static string Milli(double microseconds) => (microseconds / 1000).ToString("N1", CultureInfo.InvariantCulture);

    public static string Times(double ratio) => ratio.ToString("N2", CultureInfo.InvariantCulture);

    public static string Count(double count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
