using System.Text.Json;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Places;

namespace CovidSchoolReporting.Infrastructure.Epidemic;

/// <summary>
/// Reads the comuni of the agency's territory out of GeoJSON (RFC 7946): polygons and multipolygons in WGS 84, longitude first, with the
/// Belfiore code in the property <c>codice_catastale</c>.
/// </summary>
internal sealed class GeometryReader(PlaceRegister places)
{
    private const string CodeProperty = "codice_catastale";

    private static readonly JsonDocumentOptions Format = new() { MaxDepth = 16 };

    /// <returns>The shapes by comune, and what was left out; in English, each error naming its feature.</returns>
    /// <exception cref="InvalidDataException">The file is no GeoJSON collection; the message says so.</exception>
    public async Task<(IReadOnlyDictionary<string, string> Paths, IReadOnlyList<string> Errors)> ReadAsync(
        Stream file, CancellationToken cancellationToken)
    {
        Dictionary<string, string> paths = new(StringComparer.Ordinal);
        List<string> errors = [];
        try
        {
            using var document = await JsonDocument.ParseAsync(file, Format, cancellationToken);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root
                || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            {
                throw new InvalidDataException("the file is not a GeoJSON collection of features");
            }

            var number = 0;
            foreach (var feature in features.EnumerateArray())
            {
                number++;
                if (Fault(feature, paths) is { } fault)
                {
                    errors.Add($"feature {number}: {fault}");
                }
            }
        }
        catch (JsonException)
        {
            throw new InvalidDataException("the file is not JSON");
        }

        return (paths, errors);
    }

    private string? Fault(JsonElement feature, Dictionary<string, string> paths)
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties)
            || properties.ValueKind != JsonValueKind.Object || !properties.TryGetProperty(CodeProperty, out var property)
            || property.ValueKind != JsonValueKind.String)
        {
            return $"the property '{CodeProperty}' is missing";
        }

        var code = property.GetString();
        if (places.FindByCode(code) is not { Territory: not null } municipality)
        {
            return $"'{code}' is not a comune of the provinces of Milano and Lodi";
        }

        if (!feature.TryGetProperty("geometry", out var geometry) || Rings(geometry) is not { Count: > 0 } rings)
        {
            return $"{municipality.Label} has no polygon of at least four places";
        }

        if (rings.Any(ring => ring.Any(place => !MapProjection.Contains(place.Latitude, place.Longitude))))
        {
            return $"{municipality.Label} lies outside the map: the coordinates must be degrees (WGS 84), longitude first";
        }

        var path = MapProjection.PathOf(rings);
        return path.Length > Persistence.Epidemic.MunicipalityShape.PathMaxLength ? $"{municipality.Label} has too many places: simplify the shapes"
            : paths.TryAdd(municipality.Code, path) ? null : $"{municipality.Label} stands in the file twice";
    }

    private static List<IReadOnlyList<(double Latitude, double Longitude)>>? Rings(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type)
            || !geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        IEnumerable<JsonElement> polygons = type.ValueEquals("Polygon") ? [coordinates]
            : type.ValueEquals("MultiPolygon") ? coordinates.EnumerateArray() : [];
        List<IReadOnlyList<(double Latitude, double Longitude)>> rings = [];
        foreach (var polygon in polygons)
        {
            if (polygon.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            foreach (var ring in polygon.EnumerateArray())
            {
                if (ring.ValueKind != JsonValueKind.Array || ring.EnumerateArray().Select(Place).ToList() is not { Count: >= 4 } places || places.Contains(null))
                {
                    return null;
                }

                rings.Add([.. places.Select(place => place!.Value)]);
            }
        }

        return rings;
    }

    private static (double Latitude, double Longitude)? Place(JsonElement pair) =>
        pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() >= 2
        && pair[0].ValueKind == JsonValueKind.Number && pair[1].ValueKind == JsonValueKind.Number
            ? (pair[1].GetDouble(), pair[0].GetDouble()) : null;
}
