using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Drafts;

/// <summary>
/// What one user has typed and not saved yet. It belongs to that very user, in the institute in which it was typed: no colleague
/// sees it, nor the user after a move to another institute. An operator of the agency has drafts of messages only,
/// an administrator of the texts of letters only.
/// </summary>
public sealed class SavedDraft
{
    /// <summary>Every field of a form at its limit, with all its confirmations, stays under a third of this.</summary>
    public const int FormMaxLength = 32_000;

    /// <summary>A sheet of 1,000 rows and 60 columns at 60 characters a cell.</summary>
    public const int SheetMaxLength = 4_000_000;

    /// <summary>Drafts of one user at once: many more than anybody has under way, and an end to filling the disk.</summary>
    public const int MostOfOneUser = 200;

    public const int SlotMaxLength = 80;

    private SavedDraft()
    {
    }

    public int Id { get; private init; }

    public int UserId { get; private init; }

    /// <summary>Null for the agency's users.</summary>
    public int? InstituteId { get; private init; }

    public DraftKind Kind { get; private init; }

    public int? CaseId { get; private init; }

    public int? ContactId { get; private init; }

    public Guid? Mark { get; private init; }

    /// <summary><see cref="DraftKey.Slot"/>: a user has one draft in each.</summary>
    public string Slot { get; private init; } = "";

    /// <summary>JSON, as its owner wrote it.</summary>
    public string Content { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>One more at each save, from 1. Concurrency token.</summary>
    public int Version { get; private set; }

    public DraftKey Key => new(Kind, CaseId, ContactId, Mark);

    public static SavedDraft Begin(Actor owner, DraftKey key, string content, DateTime now)
    {
        var draft = new SavedDraft
        {
            UserId = owner.UserId,
            InstituteId = key.MayBeOf(owner) ? owner.InstituteId : throw new InvalidOperationException("Nobody in this role has such drafts."),
            Kind = key.Kind,
            CaseId = key.CaseId,
            ContactId = key.ContactId,
            Mark = key.Mark,
            Slot = key.Slot,
        };
        draft.Keep(content, now);
        return draft;
    }

    public void Keep(string content, DateTime now)
    {
        if (content.Length > Key.ContentLimit)
        {
            throw new InvalidOperationException("The content of a draft is over its limit.");
        }

        Content = content;
        SavedAt = now;
        Version++;
    }
}
