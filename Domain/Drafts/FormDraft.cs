using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Drafts;

/// <summary>The content of a draft of a case or of a contact.</summary>
/// <param name="Mine">What was typed, with the revision that the screen showed when the typing began.</param>
/// <param name="Original">What the screen showed then: what differs from it was typed.</param>
/// <param name="Tab">The form on the screen that wrote it last. Two forms with the same draft are two tabs, or one that was opened again.</param>
/// <param name="Reasons">Reasons typed for warnings that are not confirmed yet, by <see cref="ReasonKey"/>.</param>
public sealed record FormDraft(PersonDraft Mine, PersonDraft Original, Guid Tab, IReadOnlyDictionary<string, string> Reasons)
{
    private const string ReasonPrefix = "reason-";

    /// <summary>A form shows a handful of warnings; more would come from no form.</summary>
    private const int MostReasons = 20;

    private static readonly JsonSerializerOptions _format = new()
    {
        // The text goes into a column, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The name, and the id on the screen, of the reason for a warning.</summary>
    public static string ReasonKey(string code, string field) => $"{ReasonPrefix}{code}-{field}";

    public string Write() => JsonSerializer.Serialize(
        new Content(JsonSerializer.SerializeToElement(Mine, Mine.GetType(), _format), JsonSerializer.SerializeToElement(Original, Original.GetType(), _format), Tab, Reasons),
        _format);

    /// <returns>Null when the content is none of a form's.</returns>
    public static FormDraft? Read(StoredDraft stored)
    {
        try
        {
            var type = stored.Key.Kind switch
            {
                DraftKind.Case => typeof(CaseDraft),
                DraftKind.Contact or DraftKind.Supplement => typeof(ContactDraft),
                _ => null,
            };
            return type is not null && JsonSerializer.Deserialize<Content>(stored.Content, _format) is
            {
                Mine.ValueKind: JsonValueKind.Object, Original.ValueKind: JsonValueKind.Object, Reasons: not null,
            } content
                ? new FormDraft(
                    (PersonDraft)content.Mine.Deserialize(type, _format)!, (PersonDraft)content.Original.Deserialize(type, _format)!,
                    content.Tab, content.Reasons)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Takes over what stood in the fields of a page that lost its server. Only fields that the draft has are taken, each cut at
    /// its limit; what cannot be the value of its field is left as it was.
    /// </summary>
    /// <param name="fields">By the id of the field: the text, the number of the choice from 0 (-1 for none), or <c>true</c> and <c>false</c>.</param>
    public FormDraft With(IReadOnlyDictionary<string, string> fields)
    {
        var reasons = new Dictionary<string, string>(Reasons);
        var changed = false;
        foreach (var (name, value) in fields)
        {
            if (name.StartsWith(ReasonPrefix, StringComparison.Ordinal) && name.Length <= FieldLimits.Reason
                && (reasons.ContainsKey(name) || reasons.Count < MostReasons))
            {
                reasons[name] = Cut(value, FieldLimits.Reason);
            }
        }

        foreach (var field in DraftComparison.FieldsOf(Mine.GetType()))
        {
            if (fields.TryGetValue(field.Name, out var value) && Meant(field, value) is var (known, meant) && known
                && !Equals(meant, field.GetValue(Mine)))
            {
                field.SetValue(Mine, meant);
                changed = true;
            }
        }

        if (changed)
        {
            Mine.Confirmations.Clear(); // They were given for other values.
        }

        return this with { Reasons = reasons };
    }

    private static (bool Known, object? Meant) Meant(PropertyInfo field, string value)
    {
        if (field.PropertyType == typeof(string))
        {
            return (true, Cut(value, FieldLimits.Of(field.Name)));
        }

        if (field.PropertyType == typeof(bool))
        {
            return (bool.TryParse(value, out var ticked), ticked);
        }

        if (Nullable.GetUnderlyingType(field.PropertyType) is { IsEnum: true } choice
            && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            var values = Enum.GetValues(choice);
            return number == -1 ? (true, null) : number >= 0 && number < values.Length ? (true, values.GetValue(number)) : (false, null);
        }

        return (false, null);
    }

    private static string Cut(string text, int limit) => text.Length <= limit ? text : text[..limit];

    private sealed record Content(JsonElement Mine, JsonElement Original, Guid Tab, IReadOnlyDictionary<string, string> Reasons);
}
