using System.Text.Encodings.Web;
using System.Text.Json;
using CovidSchoolReporting.Domain.Conversations;

namespace CovidSchoolReporting.Domain.Drafts;

/// <summary>The content of a draft of a message.</summary>
/// <param name="Tab">The screen that wrote it last.</param>
public sealed record TextDraft(Guid Tab, string Text)
{
    /// <summary>Id of the field on the screen, by which a page hands it in.</summary>
    public const string Field = "message-text";

    private static readonly JsonSerializerOptions _format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write() => JsonSerializer.Serialize(this, _format);

    /// <returns>Null when the content is none of a message's.</returns>
    public static TextDraft? Read(StoredDraft stored)
    {
        try
        {
            return stored.Key.Kind is DraftKind.Message && JsonSerializer.Deserialize<TextDraft>(stored.Content, _format) is { Text: not null } draft
                ? draft : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes over what stood in the field of a page that goes away, cut at its limit.</summary>
    public TextDraft With(IReadOnlyDictionary<string, string> fields) =>
        fields.TryGetValue(Field, out var text)
            ? this with { Text = text.Length <= Message.TextMaxLength ? text : text[..Message.TextMaxLength] }
            : this;
}
