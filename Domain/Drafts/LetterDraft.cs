using System.Text.Encodings.Web;
using System.Text.Json;
using CovidSchoolReporting.Domain.Letters;

namespace CovidSchoolReporting.Domain.Drafts;

/// <summary>The content of a draft of the text of a letter.</summary>
/// <param name="Tab">The screen that wrote it last.</param>
/// <param name="Version">The version of the text that it began from; 0 for a language that has none yet.</param>
public sealed record LetterDraft(Guid Tab, int Version, string Title, string Body)
{
    private static readonly JsonSerializerOptions _format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write() => JsonSerializer.Serialize(this, _format);

    /// <returns>Null when the content is none of a letter's.</returns>
    public static LetterDraft? Read(StoredDraft stored)
    {
        try
        {
            return stored.Key.Kind is DraftKind.Letter
                && JsonSerializer.Deserialize<LetterDraft>(stored.Content, _format) is { Title: not null, Body: not null } draft ? draft : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes over what stood in the fields of a page that goes away, each cut at its limit.</summary>
    public LetterDraft With(IReadOnlyDictionary<string, string> fields) => this with
    {
        Title = Cut(fields.GetValueOrDefault(nameof(Title)) ?? Title, LetterTemplate.TitleMaxLength),
        Body = Cut(fields.GetValueOrDefault(nameof(Body)) ?? Body, LetterBody.MaxLength),
    };

    private static string Cut(string text, int limit) => text.Length <= limit ? text : text[..limit];
}
