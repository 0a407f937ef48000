using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;

namespace CovidSchoolReporting.App.Features.Drafts;

/// <summary>
/// Takes the fields of a page that has lost its circuit into the draft of its form. What an older page hands in never takes the
/// place of a draft that went on in another tab: it becomes a second draft beside it.
/// </summary>
public sealed class FormHandIn(IDraftStore drafts, ICaseQueries cases, FormTickets tickets, HandInNews news)
{
    /// <summary>Each try that fails means that another save of the same draft succeeded.</summary>
    private const int MostTries = 20;

    /// <param name="ticket">As the form on the page bore it.</param>
    /// <param name="fields">By the id of the field: see <see cref="FormDraft.With"/>.</param>
    /// <returns>The draft that has the fields now; null when the actor has no such form to write in, whatever the reason.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<DraftKey?> TakeAsync(
        Actor actor, string ticket, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if (tickets.Open(ticket) is not { } form || form.UserId != actor.UserId || form.InstituteId != actor.InstituteId)
        {
            return null;
        }

        var key = form.Key;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var (place, stored) = (key, await drafts.FindAsync(actor, key, cancellationToken));
            if (await MergeAsync(actor, form, stored, fields, cancellationToken) is not { } merged)
            {
                return null;
            }

            if (stored is not null && merged.IsNothingNew)
            {
                return key;
            }

            if (stored is not null && stored.Version != form.Version && merged.Tab != form.Tab)
            {
                key = key.Beside(form.Tab);
            }

            var basedOn = key == place ? stored?.Version ?? 0 : 0;
            switch (await drafts.SaveAsync(actor, key, merged.Content, basedOn, cancellationToken))
            {
                case DraftOutcome.Kept:
                    news.Tell(actor.UserId, key);
                    return key;
                case DraftOutcome.Overtaken:
                    break; // The circuit that the page has lost was still saving: look again.
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The draft with the fields; null when there is nothing that they could belong to.</summary>
    private async Task<Merged?> MergeAsync(
        Actor actor, FormTicket form, StoredDraft? stored, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if (form.Key.IsList)
        {
            // Cells without their list would be of no use.
            return stored is not null && ListDraft.Read(stored) is { } list
                ? new Merged(list.Tab, list.With(fields).Write() == list.Write(), (list.With(fields) with { Tab = form.Tab }).Write())
                : null;
        }

        if ((stored is null ? await BeginAsync(actor, form, cancellationToken) : FormDraft.Read(stored)) is not { } before)
        {
            return null;
        }

        var wrote = before.Write();
        var mine = before.With(fields);
        return new Merged(before.Tab, mine.Write() == wrote, (mine with { Tab = form.Tab }).Write());
    }

    /// <summary>What the form was before anything of it was kept.</summary>
    private async Task<FormDraft?> BeginAsync(Actor actor, FormTicket form, CancellationToken cancellationToken)
    {
        if (form.Key is { Kind: DraftKind.Case, CaseId: null })
        {
            return Begin(new CaseDraft { RequestKey = Guid.CreateVersion7() }, form.Tab);
        }

        if (await cases.FindAsync(actor, form.Key.CaseId!.Value, cancellationToken) is not { } sheet)
        {
            return null;
        }

        // A contact that was deleted since: what was typed about it can still be read, and saved as a new one.
        return form.Key is { Kind: DraftKind.Case }
            ? Begin(sheet.Draft, form)
            : Begin(sheet.Contacts.FirstOrDefault(c => c.Id == form.Key.ContactId)?.Draft
                ?? new ContactDraft { RequestKey = Guid.CreateVersion7(), Id = form.Key.ContactId, Revision = form.Revision }, form);
    }

    private static FormDraft Begin<TDraft>(TDraft stored, FormTicket form)
        where TDraft : PersonDraft, new()
    {
        var begun = Begin(stored, form.Tab);
        begun.Mine.Revision = form.Revision;
        return begun;
    }

    private static FormDraft Begin<TDraft>(TDraft stored, Guid tab)
        where TDraft : PersonDraft, new() =>
        new(DraftComparison.Clone(stored), stored, tab, new Dictionary<string, string>());

    /// <param name="Tab">Who wrote it before.</param>
    private sealed record Merged(Guid Tab, bool IsNothingNew, string Content);
}
