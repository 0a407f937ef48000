using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;

namespace CovidSchoolReporting.App.Features.Drafts;

/// <summary>What became of the fields that a page has handed in.</summary>
public abstract record HandInOutcome
{
    private HandInOutcome()
    {
    }

    /// <summary>They are safe: in this draft, or in the very case or contact that it is about.</summary>
    /// <param name="Address">Where the page goes on.</param>
    public sealed record Taken(DraftKey Key, string Address) : HandInOutcome;

    /// <summary>The actor has no such form to write in, whatever the reason.</summary>
    public sealed record Refused : HandInOutcome;

    /// <summary>The actor has too many drafts; once some are discarded the page can hand in again.</summary>
    public sealed record NoRoom : HandInOutcome;

    /// <summary>Others were always faster; the page can hand in again.</summary>
    public sealed record Busy : HandInOutcome;
}

/// <summary>
/// Takes the fields of a page that has lost its circuit into the draft of its form. What an older page hands in never takes the
/// place of a draft that went on in another tab: it becomes a second draft beside it, one for each page however often it comes.
/// </summary>
public sealed class FormHandIn(IDraftStore drafts, SavedForms saved, FormTickets tickets, HandInNews news)
{
    /// <summary>Each try that fails means that another save of the same draft succeeded.</summary>
    private const int MostTries = 20;

    /// <param name="ticket">As the form on the page bore it.</param>
    /// <param name="fields">By the id of the field: see <see cref="FormDraft.With"/>.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<HandInOutcome> TakeAsync(
        Actor actor, string ticket, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if (tickets.Open(ticket) is not { } form || form.UserId != actor.UserId || form.InstituteId != (actor.InstituteId ?? 0))
        {
            return new HandInOutcome.Refused();
        }

        // The save went through, and the page never heard of it.
        var known = await saved.FindAsync(actor, form, cancellationToken);
        if (known is not null && saved.SaysTheSame(known, fields))
        {
            await ForgetAsync(actor, form, cancellationToken);
            return Taken(form, known.Key);
        }

        var key = form.Key;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var (place, stored) = (key, await drafts.FindAsync(actor, key, cancellationToken));
            if (await MergeAsync(actor, form, known, stored, fields, cancellationToken) is not { } merged)
            {
                return new HandInOutcome.Refused();
            }

            if (merged.IsNothingNew)
            {
                return Taken(form, key);
            }

            var wentOn = key != form.Key || stored?.Version != form.Version;
            if (stored is not null && wentOn && merged.Tab != form.Tab)
            {
                key = key.Beside(form.Tab);
            }

            var basedOn = key == place ? stored?.Version ?? 0 : 0;
            switch (await drafts.SaveAsync(actor, key, merged.Content, basedOn, cancellationToken))
            {
                case DraftOutcome.Kept:
                    news.Tell(actor.UserId, key);
                    return Taken(form, key);
                case DraftOutcome.Overtaken:
                    break; // The circuit that the page has lost was still saving, or the page was here before: look again.
                case DraftOutcome.NoRoom:
                    return new HandInOutcome.NoRoom();
                default:
                    return new HandInOutcome.Refused();
            }
        }

        return new HandInOutcome.Busy();
    }

    private static HandInOutcome.Taken Taken(FormTicket form, DraftKey key) => new(key, form.Address ?? DraftAddress.Of(key));

    /// <summary>Removes the draft of what is saved, unless another tab goes on with it.</summary>
    private async Task ForgetAsync(Actor actor, FormTicket form, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(actor, form.Key, cancellationToken) is { } stored && FormDraft.Read(stored)?.Tab == form.Tab)
        {
            await drafts.RemoveAsync(actor, form.Key, cancellationToken);
        }
    }

    /// <summary>The draft with the fields; null when there is nothing that they could belong to.</summary>
    private async Task<Merged?> MergeAsync(
        Actor actor, FormTicket form, SavedForm? known, StoredDraft? stored, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if (form.Key.IsList)
        {
            // Cells without their list would be of no use.
            return stored is not null && ListDraft.Read(stored) is { } list
                ? new Merged(list.Tab, list.With(fields).Write() == list.Write(), (list.With(fields) with { Tab = form.Tab }).Write())
                : null;
        }

        if (form.Key.Kind is DraftKind.Message)
        {
            var text = stored is null ? new TextDraft(form.Tab, "") : TextDraft.Read(stored);
            return text is null ? null
                : new Merged(text.Tab, text.With(fields).Text == text.Text, (text.With(fields) with { Tab = form.Tab }).Write());
        }

        if (form.Key.Kind is DraftKind.Letter)
        {
            var letter = stored is null ? new LetterDraft(form.Tab, form.Revision, "", "") : LetterDraft.Read(stored);
            return letter is null ? null
                : new Merged(letter.Tab, letter.With(fields) == letter, (letter.With(fields) with { Tab = form.Tab }).Write());
        }

        if ((stored is null ? await saved.BeginAsync(actor, form, known, cancellationToken) : FormDraft.Read(stored)) is not { } before)
        {
            return null;
        }

        var wrote = before.Write();
        var mine = before.With(fields);
        return new Merged(before.Tab, mine.Write() == wrote, (mine with { Tab = form.Tab }).Write());
    }

    /// <param name="Tab">Who wrote it before.</param>
    private sealed record Merged(Guid Tab, bool IsNothingNew, string Content);
}
