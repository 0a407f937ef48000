using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>What a school reads of its cases. What it does not own is not there.</summary>
public interface ICaseQueries
{
    Task<Page<CaseRow>> ListAsync(Actor actor, CaseListRequest request, CancellationToken cancellationToken);

    /// <summary>One row of the list, or null.</summary>
    Task<CaseRow?> FindRowAsync(Actor actor, int caseId, CancellationToken cancellationToken);

    /// <summary>A case with its contacts, or null.</summary>
    Task<CaseSheet?> FindAsync(Actor actor, int caseId, CancellationToken cancellationToken);

    /// <summary>The contacts of a case to be taken away as a file, or null.</summary>
    Task<IReadOnlyList<ContactDraft>?> ExportContactsAsync(Actor actor, int caseId, CancellationToken cancellationToken);

    /// <summary>The school fields of the case that the actor opened last, or those of the institute's first plesso, to begin the next one with.</summary>
    Task<CaseDraft> StartDraftAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>Diventa caso: person and class of a contact with the school fields of its case, to begin the contact's own case with; or null.</summary>
    Task<CaseDraft?> StartFromContactAsync(Actor actor, int caseId, int contactId, CancellationToken cancellationToken);
}

public enum CaseOrder
{
    /// <summary>By id: newest first when descending.</summary>
    Id,
    Surname,
    LastDay,
    Status,
}

/// <param name="Search">Beginning of surname and name in either order, or a whole codice fiscale; then the order is by name.</param>
public sealed record CaseListRequest(
    CaseOrder Order = CaseOrder.Id,
    bool Descending = true,
    CaseStatus? Status = null,
    string? Search = null,
    PageAnchor? Anchor = null)
{
    public const int PageSize = 25;
}

/// <summary>A row of «Elenco dei casi segnalati».</summary>
public sealed record CaseRow
{
    public required int Id { get; init; }

    public required string Surname { get; init; }

    public required string Name { get; init; }

    public required string? FiscalCode { get; init; }

    public required DateOnly LastDayAttended { get; init; }

    public required int ContactCount { get; init; }

    public required CaseStatus Status { get; init; }

    public required string? ProtocolNumber { get; init; }
}

/// <summary>A case as its screens need it.</summary>
/// <param name="Draft">Its fields, ready to be amended.</param>
public sealed record CaseSheet(
    CaseRow Row, CaseDraft Draft, ContactSetting ContactSetting, string? NoContactsReason, DateTime? ClosedAt, IReadOnlyList<ContactSheet> Contacts)
{
    /// <summary>What the rules of the case say about its dates.</summary>
    public required CaseMeasures Measures { get; init; }

    /// <summary>The contacts that were deleted and can be brought back; none once the case is closed.</summary>
    public IReadOnlyList<ContactSheet> Removed { get; init; } = [];

    /// <summary>The plesso where the case attended, when it is one of the institute's registered ones.</summary>
    public int? SiteId { get; init; }

    /// <summary>What the rules of one contact must know: the case, and the contacts beside it.</summary>
    /// <param name="contactId">Null for a contact that is not saved yet.</param>
    public ContactSetting SettingFor(int? contactId) => ContactSetting with
    {
        Others = [.. Contacts.Where(contact => contact.Id != contactId).Select(contact => contact.Identity)],
    };
}

/// <summary>A contact as its screens need it.</summary>
public sealed record ContactSheet(int Id, ContactDraft Draft, PersonIdentity Identity)
{
    /// <summary>What the rules of the case propose for the contact, for each group that they tell apart.</summary>
    public required IReadOnlyList<ContactDates> Measures { get; init; }
}
