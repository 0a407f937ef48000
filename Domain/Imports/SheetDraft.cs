using System.Text.Encodings.Web;
using System.Text.Json;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>What is kept of a list while it is put right, so that its screen can go on with it.</summary>
/// <param name="Table">What was read, with the meanings of its columns; null when there is no room for it.</param>
/// <param name="Shared">What was typed for all rows at once, by field.</param>
/// <param name="SiteId">The plesso that was chosen for the list; null for one that names them itself, and for contacts.</param>
public sealed record SheetDraft(ImportSheetState Sheet, RecognisedTable? Table, IReadOnlyDictionary<string, string> Shared, int? SiteId = null)
{
    /// <summary>Characters of the whole: see <see cref="Drafts.SavedDraft.SheetMaxLength"/>, in which each quotation mark counts twice.</summary>
    private const int MaxLength = 2_500_000;

    private static readonly JsonSerializerOptions _format = new()
    {
        // The text goes into a column, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>As JSON. The rows that were put right come before the table that they were read from, when both are too much.</summary>
    public string Write()
    {
        var whole = JsonSerializer.Serialize(this, _format);
        return whole.Length <= MaxLength || Table is null ? whole : JsonSerializer.Serialize(this with { Table = null }, _format);
    }

    /// <returns>Null when the text is none of a list's.</returns>
    public static SheetDraft? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<SheetDraft>(text, _format) is { Sheet: { Fields: not null, Rows: { } rows }, Shared: not null } draft
                && rows.All(row => row is { Cells.IsDefault: false, Confirmations.IsDefault: false }) ? draft : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
