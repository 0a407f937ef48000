using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>The draft of a list that is put right: what a page opens, and its <see cref="ListImport"/> goes on with and writes.</summary>
public sealed class KeptList
{
    private readonly ListDrafts _drafts;

    private KeptList(ListDrafts drafts, ListDraftKeeper draft)
    {
        _drafts = drafts;
        (Draft, Found) = (draft, Read(draft));
    }

    public ListDraftKeeper Draft { get; private set; }

    /// <summary>What was kept, or null.</summary>
    public SheetDraft? Found { get; private set; }

    /// <summary>The plesso that was chosen for the list: see <see cref="SheetDraft.SiteId"/>.</summary>
    public int? SiteId { get; set; }

    /// <exception cref="Identity.SessionEndedException">The session is over.</exception>
    /// <exception cref="Domain.Cases.StoreUnavailableException">The database cannot be read.</exception>
    public static async Task<KeptList> OpenAsync(ListDrafts drafts, DraftKey key, CancellationToken cancellationToken) =>
        new(drafts, await drafts.OpenAsync(key, cancellationToken));

    /// <summary>Leaves out rows that were saved in the moment in which the server died, before the draft could follow.</summary>
    /// <param name="saved">Request keys of the records that there are.</param>
    public void LeaveOut(IReadOnlySet<Guid> saved)
    {
        if (Found is { Sheet: var sheet } found)
        {
            Found = found with { Sheet = sheet with { Rows = [.. sheet.Rows.Where(row => !saved.Contains(row.RequestKey))] } };
        }
    }

    /// <summary>The sheet as it was left, the half-typed cells too; null when there is none.</summary>
    public ImportSheet? Resume(ImportTarget target)
    {
        if (Found is not { Sheet.Rows.Count: > 0 } found)
        {
            return null;
        }

        var sheet = ImportSheet.Resume(target, found.Sheet);
        foreach (var (id, text) in Draft.Found!.Cells)
        {
            if (SheetCell.ReadId(id) is var (row, field) && sheet.Has(row) && target.Columns.Any(column => column.Field == field))
            {
                sheet.Set(row, field, text);
            }
        }

        return sheet;
    }

    /// <summary>What is offered for all rows: what was typed there goes before what the page suggests.</summary>
    public Dictionary<string, string> Shared(IReadOnlyDictionary<string, string> suggested)
    {
        var shared = new Dictionary<string, string>(suggested);
        foreach (var (field, text) in Found?.Shared ?? shared)
        {
            shared[field] = text;
        }

        foreach (var (id, text) in Draft.Found?.Cells ?? shared)
        {
            if (SharedValues.ReadId(id) is { } field)
            {
                shared[field] = text;
            }
        }

        return shared;
    }

    public Task KeepAsync(ImportSheetState sheet, RecognisedTable? table, IReadOnlyDictionary<string, string> shared) =>
        Draft.KeepAsync(new SheetDraft(sheet, table, shared, SiteId).Write());

    /// <summary>The list is saved, or thrown away.</summary>
    public Task ForgetAsync()
    {
        Found = null;
        return Draft.ForgetAsync();
    }

    /// <summary>A page that this one replaces was heard out late: goes on with what it handed in, if nothing was changed here yet.</summary>
    /// <returns>Whether there is something else to be shown now.</returns>
    public async Task<bool> TakeLaterAsync(CancellationToken cancellationToken)
    {
        if (await Draft.FindLaterAsync(_drafts, cancellationToken) is not { } later || Read(later) is not { } found)
        {
            return false;
        }

        (Draft, Found) = (later, found);
        return true;
    }

    private static SheetDraft? Read(ListDraftKeeper draft) => draft.Found is { } found ? SheetDraft.Read(found.Rows) : null;
}
