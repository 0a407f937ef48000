using System.Text.Json;
using System.Text.Json.Serialization;

namespace CovidSchoolReporting.Infrastructure.Delivery;

/// <summary>How a report is written as JSON: names and enumerations in camelCase, days <c>yyyy-MM-dd</c>, instants UTC.</summary>
internal static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}
