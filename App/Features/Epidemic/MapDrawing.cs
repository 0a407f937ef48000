using System.Globalization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Places;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>A comune on the map.</summary>
/// <param name="Path">Its shape; null where none was imported.</param>
/// <param name="X">Where its circle and its name stand.</param>
/// <param name="Radius">Of its circle.</param>
/// <param name="Step">Of the scale of colours; null without cases, or without what a rate needs.</param>
/// <param name="Count">Null when it has no cases.</param>
public sealed record MapPlace(Municipality Place, string? Path, double X, double Y, double Radius, int? Step, PlaceCount? Count);

/// <summary>The map: every comune of the territories in view, and the scale of its colours.</summary>
public sealed class MapDrawing
{
    private const double SmallestCircle = 5, LargestCircle = 46, NoCasesCircle = 3;

    private readonly MapMeasure _measure;
    private readonly double[] _limits;

    public MapDrawing(
        IReadOnlyList<PlaceCount> counts, IReadOnlyList<MapShape> shapes, IReadOnlySet<Territory> territories, MapMeasure measure, PlaceRegister register)
    {
        _measure = measure;
        var known = counts.ToDictionary(count => count.Code);
        var paths = shapes.ToDictionary(shape => shape.Code, shape => shape.Path);
        _limits = Limits([.. counts.Select(ValueOf).OfType<double>().Where(value => value > 0)]);
        var highest = counts.Select(count => (double)count.Cases).DefaultIfEmpty(1).Max();
        Places =
        [
            .. register.Municipalities
                .Where(place => place.Territory is { } territory && territories.Contains(territory))
                .Select(place => Draw(place, known.GetValueOrDefault(place.Code), paths.GetValueOrDefault(place.Code), highest))

                // Small circles lie on large ones, never below.
                .OrderBy(place => place.Path is null).ThenByDescending(place => place.Radius),
        ];
        HasShapes = Places.Any(place => place.Path is not null);
        Named = Naming(Places.Where(place => place.Count is not null).OrderByDescending(place => place.Count!.Cases));
        Missing = Places.Count(place => place.Count is not null && place.Step is null);
    }

    public IReadOnlyList<MapPlace> Places { get; }

    public bool HasShapes { get; }

    /// <summary>Those with most cases of which there is room for the name.</summary>
    public IReadOnlyList<MapPlace> Named { get; }

    /// <summary>Comuni with cases of which the number of pupils is not known, so that there is no rate.</summary>
    public int Missing { get; }

    /// <summary>What each colour means; empty when no comune has a value.</summary>
    public IEnumerable<(int Step, string Text)> Legend()
    {
        for (var step = 0; step < _limits.Length; step++)
        {
            var from = step == 0 ? 0 : _limits[step - 1];
            yield return (step, step == 0 ? $"≤ {Shown(_limits[0])}" : $"{Shown(from)} – {Shown(_limits[step])}");
        }
    }

    public static string Shown(double value) => value.ToString(value < 10 ? "0.#" : "N0", CultureInfo.CurrentCulture);

    private MapPlace Draw(Municipality place, PlaceCount? count, string? path, double highest)
    {
        var (x, y) = MapProjection.Place(place.Latitude, place.Longitude);
        var radius = count is null ? NoCasesCircle : SmallestCircle + ((LargestCircle - SmallestCircle) * Math.Sqrt(count.Cases / highest));
        return new MapPlace(place, path, x, y, radius, count is null ? null : StepOf(ValueOf(count)), count);
    }

    /// <summary>As many names as there is room for, those with most cases first: names over one another cannot be read.</summary>
    private static List<MapPlace> Naming(IEnumerable<MapPlace> places)
    {
        const int MostNames = 6, Line = 26, Sign = 10;
        List<MapPlace> named = [];
        foreach (var place in places.Take(3 * MostNames))
        {
            var isFree = named.TrueForAll(other =>
                Math.Abs(other.Y - place.Y) > Line || Math.Abs(other.X - place.X) > (other.Place.Name.Length + place.Place.Name.Length) * Sign / 2);
            if (isFree && named.Count < MostNames)
            {
                named.Add(place);
            }
        }

        return named;
    }

    private double? ValueOf(PlaceCount count) => _measure == MapMeasure.Rate ? count.Rate : count.Cases;

    private int? StepOf(double? value)
    {
        if (value is not { } known || _limits.Length == 0)
        {
            return null;
        }

        var step = Array.FindIndex(_limits, limit => known <= limit);
        return step < 0 ? _limits.Length - 1 : step;
    }

    /// <summary>The upper ends of the steps: as many comuni in each, so that one city does not leave all others pale.</summary>
    private static double[] Limits(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? [] :
        [
            .. Enumerable.Range(1, ChartColours.MapSteps)
                .Select(step => values[Math.Min(values.Length - 1, (int)Math.Ceiling((double)values.Length * step / ChartColours.MapSteps) - 1)])
                .Select(value => value < 10 ? Math.Ceiling(value * 10) / 10 : Math.Ceiling(value))
                .Distinct(),
        ];
    }
}
