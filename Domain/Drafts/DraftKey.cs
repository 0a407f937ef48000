using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Letters;

namespace CovidSchoolReporting.Domain.Drafts;

/// <summary>What a draft is about.</summary>
public enum DraftKind
{
    Case = 1,
    Contact = 2,

    /// <summary>A list of contacts of a case, before it is saved.</summary>
    ContactImport = 3,

    /// <summary>The classes of a school, before they are saved.</summary>
    RosterImport = 4,

    /// <summary>A message between agency and school about a received case.</summary>
    Message = 5,

    /// <summary>A contact that is added to a received case.</summary>
    Supplement = 6,

    /// <summary>The text of a kind of letter in a language.</summary>
    Letter = 7,
}

/// <summary>
/// Names one draft of one user. What exists is named by its ids; the mark tells drafts apart that would share a name: new cases
/// and contacts, the texts of letters, and a form that was typed in in two tabs. In an address it is «bozza».
/// </summary>
/// <param name="CaseId">Null for a new case and for what belongs to no case.</param>
/// <param name="ContactId">Null for everything but an existing contact.</param>
/// <param name="Mark">Null for the first draft of what exists, and for lists.</param>
public sealed record DraftKey(DraftKind Kind, int? CaseId, int? ContactId, Guid? Mark = null)
{
    public static readonly DraftKey RosterImport = new(DraftKind.RosterImport, null, null);

    /// <summary>The key as the table holds it: one text, because a database tells two missing numbers apart.</summary>
    public string Slot => string.Join('/', Kind, Written(CaseId), Written(ContactId), Mark?.ToString("N"));

    /// <summary>True for a case or contact that the user has not saved for the first time yet.</summary>
    public bool IsNew => this is { Kind: DraftKind.Case, CaseId: null } or { Kind: DraftKind.Contact, ContactId: null };

    /// <summary>Longest content in characters (UTF-16).</summary>
    public int ContentLimit => IsList ? SavedDraft.SheetMaxLength : SavedDraft.FormMaxLength;

    /// <summary>True for a list, whose content is a <see cref="ListDraft"/>; a message has a <see cref="TextDraft"/>, a letter a <see cref="LetterDraft"/>, the others a <see cref="FormDraft"/>.</summary>
    public bool IsList => Kind is DraftKind.ContactImport or DraftKind.RosterImport;

    public static DraftKey NewCase(Guid mark) => new(DraftKind.Case, null, null, mark);

    public static DraftKey OfCase(int caseId) => new(DraftKind.Case, caseId, null);

    public static DraftKey NewContact(int caseId, Guid mark) => new(DraftKind.Contact, caseId, null, mark);

    public static DraftKey OfContact(int caseId, int contactId) => new(DraftKind.Contact, caseId, contactId);

    public static DraftKey ContactImport(int caseId) => new(DraftKind.ContactImport, caseId, null);

    public static DraftKey Message(int caseId) => new(DraftKind.Message, caseId, null);

    public static DraftKey Supplement(int caseId) => new(DraftKind.Supplement, caseId, null);

    /// <summary>Always the same mark for the same text.</summary>
    public static DraftKey Letter(LetterKind kind, string language) =>
        new(DraftKind.Letter, null, null, new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{language}")).AsSpan(0, 16)));

    /// <summary>Whether somebody in this role has such drafts at all.</summary>
    public bool MayBeOf(Actor actor) => Kind switch
    {
        DraftKind.Message => actor.IsSchool || actor.IsAgencyOperator,
        DraftKind.Letter => actor.Role is Role.AgencyAdministrator,
        _ => actor.IsSchool,
    };

    /// <summary>The same, in a place of its own beside this one: always the same place for one tab.</summary>
    public DraftKey Beside(Guid tab) =>
        this with { Mark = new Guid(SHA256.HashData([.. (Mark ?? Guid.Empty).ToByteArray(), .. tab.ToByteArray()]).AsSpan(0, 16)) };

    private static string Written(int? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";
}
