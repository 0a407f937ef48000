using System.Globalization;
using System.Text;

namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>A comune as the map fills it.</summary>
/// <param name="Code">Belfiore code.</param>
/// <param name="Path">The <c>d</c> of an SVG path in the units of <see cref="MapProjection"/>.</param>
public sealed record MapShape(string Code, string Path);

/// <summary>
/// From degrees (WGS 84) to the map's units: equirectangular with the middle parallel of the two provinces kept true, which over 70 km is
/// nowhere out by more than a pixel. One unit is about 90 metres.
/// </summary>
public static class MapProjection
{
    private const double West = 8.68, East = 9.93, North = 45.67, South = 45.03;

    /// <summary>Units across.</summary>
    public const int Width = 1000;

    private static readonly double TrueAt = Math.Cos((North + South) / 2 * Math.PI / 180);
    private static readonly double Scale = Width / ((East - West) * TrueAt);

    /// <summary>Units down.</summary>
    public static int Height { get; } = (int)Math.Ceiling((North - South) * Scale);

    /// <summary>Whether a place lies on the map.</summary>
    public static bool Contains(double latitude, double longitude) => latitude is >= South and <= North && longitude is >= West and <= East;

    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    public static (double X, double Y) Place(double latitude, double longitude) =>
        ((longitude - West) * TrueAt * Scale, (North - latitude) * Scale);

    /// <summary>The path of closed rings; neighbours that fall on one unit's tenth are drawn once.</summary>
    /// <param name="rings">Each a ring of places, latitude first.</param>
    public static string PathOf(IEnumerable<IReadOnlyList<(double Latitude, double Longitude)>> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            var last = (X: "", Y: "");
            var begun = false;
            foreach (var (latitude, longitude) in ring)
            {
                var (x, y) = Place(latitude, longitude);
                var here = (X: Unit(x), Y: Unit(y));
                if (here == last)
                {
                    continue;
                }

                path.Append(begun ? 'L' : 'M').Append(here.X).Append(' ').Append(here.Y);
                (last, begun) = (here, true);
            }

            if (begun)
            {
                path.Append('Z');
            }
        }

        return path.ToString();
    }

    private static string Unit(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
