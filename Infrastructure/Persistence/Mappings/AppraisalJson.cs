using System.Text.Json;
using System.Text.Json.Serialization;
using CovidSchoolReporting.Domain.Guide;

namespace CovidSchoolReporting.Infrastructure.Persistence.Mappings;

/// <summary>How a walk through the guide stands in its column: names, not numbers, so that a new question moves none.</summary>
internal static class AppraisalJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter(allowIntegerValues: false) } };

    public static string Write(GuideAppraisal appraisal) => JsonSerializer.Serialize(
        new Stored(appraisal.Answers.ToString(), appraisal.Verdict, appraisal.Rule, appraisal.Reason, appraisal.Note), Options);

    public static GuideAppraisal Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, Options)!;
        return new GuideAppraisal(GuideAnswers.Parse(stored.Answers), stored.Verdict, stored.Rule, stored.Reason, stored.Note);
    }

    private sealed record Stored(string Answers, GuideVerdict Verdict, GuideRule Rule, GuideReason Reason, string? Note);
}
