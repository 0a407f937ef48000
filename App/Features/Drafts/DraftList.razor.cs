using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Drafts;

/// <summary>Bozze: what the user has begun and not saved, with the way back to each. Nothing where there is none.</summary>
public partial class DraftList
{
    private IReadOnlyList<DraftRow> _rows = [];
    private StoredDraft? _discarded;
    private bool _failed;

    [Inject]
    public required IDraftStore Drafts { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IStringLocalizer<DraftTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<FormTexts> FormText { get; init; }

    protected override Task OnInitializedAsync() => ReadAsync();

    private string NameOf(DraftRow row) => row.Person.Length > 0 ? $"{NameOf(row.Key)}: {row.Person}" : NameOf(row.Key);

    private string NameOf(DraftKey key) => key switch
    {
        { Kind: DraftKind.Case, CaseId: null } => Text["NewCase"],
        { Kind: DraftKind.Case } => Text["Case", key.CaseId],
        { Kind: DraftKind.Contact, ContactId: null } => Text["NewContact", key.CaseId!],
        { Kind: DraftKind.Contact } => Text["Contact", key.ContactId, key.CaseId!],
        { Kind: DraftKind.ContactImport } => Text["ContactImport", key.CaseId!],
        _ => Text["RosterImport"],
    };

    private async Task ReadAsync()
    {
        try
        {
            _rows = await Drafts.ListAsync(await Current.RequireAsync(), CancellationToken.None);
        }
        catch (SessionEndedException)
        {
            // The layout is leading the browser away already.
        }
    }

    private Task DiscardAsync(DraftRow row) => WriteAsync(async () =>
    {
        var actor = await Current.RequireAsync();
        _discarded = await Drafts.FindAsync(actor, row.Key, CancellationToken.None);
        await Drafts.RemoveAsync(actor, row.Key, CancellationToken.None);
    });

    private Task RestoreAsync() => WriteAsync(async () =>
    {
        if (_discarded is { } draft)
        {
            await Drafts.SaveAsync(await Current.RequireAsync(), draft.Key, draft.Content, basedOn: 0, CancellationToken.None);
            _discarded = null;
        }
    });

    private async Task WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
            _failed = false;
            await ReadAsync();
        }
        catch (StoreUnavailableException)
        {
            _failed = true;
        }
        catch (SessionEndedException)
        {
            // The layout is leading the browser away already.
        }
    }
}
