using System.Text.Json;
using System.Text.Json.Serialization;

namespace CovidSchoolReporting.Domain.Policies;

/// <summary>
/// The rules from September 2020 to their end in August 2023, which an empty database begins with: Policies/Data/timeline.json,
/// each with its source.
/// </summary>
public static class ReferencePolicies
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<ReportingPolicy> Load()
    {
        using var stream = typeof(ReferencePolicies).Assembly.GetManifestResourceStream("Policies/timeline.json")
            ?? throw new InvalidOperationException("The timeline of the policies is not embedded in Domain.");
        return [.. JsonSerializer.Deserialize<List<PolicyDetails>>(stream, Format)!
            .Select(details => ReportingPolicy.Reference(KeyOf(details.StartsOn), details))];
    }

    /// <summary>The same in every process, so that two that start together on an empty database do not fill it twice.</summary>
    private static Guid KeyOf(DateOnly startsOn) => new(startsOn.DayNumber, 0, 0, new byte[8]);
}
