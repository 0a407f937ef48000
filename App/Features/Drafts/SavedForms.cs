using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;

namespace CovidSchoolReporting.App.Features.Drafts;

/// <summary>What the first save of a form has become.</summary>
/// <param name="Key">Where it is amended.</param>
public sealed record SavedForm(DraftKey Key, PersonDraft Draft);

/// <summary>
/// What a page that hands in its fields was about, as it is stored. A first save whose answer was lost is known by its request key:
/// what is handed in afterwards must not look unsaved, nor become a second case or contact.
/// </summary>
public sealed class SavedForms(ICaseStore store, ICaseQueries cases, DraftTidying tidying)
{
    /// <summary>The case or contact that the form was saved as; null when it was not, or was about something stored from the beginning.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read.</exception>
    public async Task<SavedForm?> FindAsync(Actor actor, FormTicket form, CancellationToken cancellationToken)
    {
        if (form.RequestKey == Guid.Empty)
        {
            return null;
        }

        switch (form.Key)
        {
            case { Kind: DraftKind.Case, CaseId: null }:
                return await store.FindIdAsync(actor, form.RequestKey, cancellationToken) is { } id
                    && await cases.FindAsync(actor, id, cancellationToken) is { } opened
                    ? new SavedForm(DraftKey.OfCase(id), opened.Draft) : null;
            case { Kind: DraftKind.Contact, CaseId: { } caseId }:
                // An existing contact too: deleted by somebody else meanwhile, it is saved as a new one.
                return await cases.FindAsync(actor, caseId, cancellationToken) is { } sheet
                    && sheet.Contacts.FirstOrDefault(c => c.Draft.RequestKey == form.RequestKey && c.Id != form.Key.ContactId) is { } added
                    ? new SavedForm(DraftKey.OfContact(caseId, added.Id), added.Draft) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether the fields hold nothing but what is saved, in whatever writing.</summary>
    public bool SaysTheSame(SavedForm saved, IReadOnlyDictionary<string, string> fields)
    {
        var mine = Copy(saved.Draft, Guid.Empty).With(fields).Mine;
        tidying.Tidy(mine);
        return DraftComparison.Differences(mine, saved.Draft).All(difference =>
            difference.Mine is string typed && difference.Theirs is string kept && typed.Trim() == kept);
    }

    /// <summary>What the form was before anything of it was kept; null when there is nothing that the fields could belong to.</summary>
    /// <param name="saved">What <see cref="FindAsync"/> gave.</param>
    public async Task<FormDraft?> BeginAsync(Actor actor, FormTicket form, SavedForm? saved, CancellationToken cancellationToken)
    {
        if (saved is not null)
        {
            // Typed differently since: saved again with the same key it meets what is stored, and the user chooses between the two.
            var begun = Copy(saved.Draft, form.Tab);
            (begun.Mine.Id, begun.Mine.Revision) = (null, 0);
            begun.Mine.Confirmations.Clear();
            return begun;
        }

        var key = form.RequestKey == Guid.Empty ? Guid.CreateVersion7() : form.RequestKey;
        if (form.Key is { Kind: DraftKind.Case, CaseId: null })
        {
            return Copy(new CaseDraft { RequestKey = key }, form.Tab);
        }

        if (await cases.FindAsync(actor, form.Key.CaseId!.Value, cancellationToken) is not { } sheet)
        {
            return null;
        }

        // A contact that was deleted since: what was typed about it can still be read, and saved as a new one.
        var of = form.Key is { Kind: DraftKind.Case }
            ? sheet.Draft
            : sheet.Contacts.FirstOrDefault(c => c.Id == form.Key.ContactId)?.Draft ?? (PersonDraft)new ContactDraft
            {
                // With the key of a deleted contact it would pass for saved and be nowhere.
                RequestKey = sheet.Removed.Any(c => c.Draft.RequestKey == key) ? Guid.CreateVersion7() : key,
                Id = form.Key.ContactId,
            };
        var before = Copy(of, form.Tab);
        before.Mine.Revision = form.Revision;
        return before;
    }

    private static FormDraft Copy(PersonDraft stored, Guid tab) => new(
        stored is CaseDraft covidCase ? DraftComparison.Clone(covidCase) : DraftComparison.Clone((ContactDraft)stored),
        stored, tab, new Dictionary<string, string>());
}
