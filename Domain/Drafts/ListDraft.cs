using System.Text.Encodings.Web;
using System.Text.Json;

namespace CovidSchoolReporting.Domain.Drafts;

/// <summary>The content of a draft of a list that is put right before it is saved.</summary>
/// <param name="Tab">The screen that wrote it last.</param>
/// <param name="Rows">The list, as its screen writes it: opaque here.</param>
/// <param name="Cells">Cells that were half typed, by the id of their field on the screen. They stand over those of the rows.</param>
public sealed record ListDraft(Guid Tab, string Rows, IReadOnlyDictionary<string, string> Cells)
{
    public const int CellMaxLength = 500;
    private const int NameMaxLength = 100;

    /// <summary>More cells than a page shows at once would come from no page.</summary>
    private const int MostCells = 500;

    private static readonly JsonSerializerOptions _format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write() => JsonSerializer.Serialize(this, _format);

    /// <returns>Null when the content is none of a list's.</returns>
    public static ListDraft? Read(StoredDraft stored)
    {
        try
        {
            return stored.Key.IsList && JsonSerializer.Deserialize<ListDraft>(stored.Content, _format) is { Rows: not null, Cells: not null } draft
                ? draft : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes over what stood in cells of a page that goes away, each cut at its limit.</summary>
    public ListDraft With(IReadOnlyDictionary<string, string> fields)
    {
        var cells = new Dictionary<string, string>(Cells);
        foreach (var (name, value) in fields)
        {
            if (name.Length <= NameMaxLength && (cells.ContainsKey(name) || cells.Count < MostCells))
            {
                cells[name] = value.Length <= CellMaxLength ? value : value[..CellMaxLength];
            }
        }

        return this with { Cells = cells };
    }
}
