using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Lists;

namespace CovidSchoolReporting.Infrastructure.Audit;

/// <summary>Which page of «Registro», newest first. All that it holds may stand in an address.</summary>
/// <param name="CaseId">Only what was about this case, and, without <paramref name="ContactId"/>, about its contacts.</param>
/// <param name="ContactId">Only what was about this contact of the case, or showed the case with all its contacts. Of a contact that an
/// integrazione added it is the negative id of the integrazione, and what was about it names the case.</param>
/// <param name="From">First day in Europe/Rome.</param>
/// <param name="To">Last day in Europe/Rome.</param>
public sealed record AuditListRequest(
    int? CaseId = null, int? ContactId = null, int? UserId = null, DateOnly? From = null, DateOnly? To = null, PageAnchor? Anchor = null)
{
    public const int PageSize = 50;
}

/// <summary>An entry as it is read.</summary>
/// <param name="At">UTC.</param>
/// <param name="UserName">The name that the user bears now; null for the portal itself and for other systems.</param>
/// <param name="ClientName">The other system of the agency that did it; null for people.</param>
/// <param name="InstituteName">Where the user worked then; null for the agency.</param>
public sealed record AuditRow(
    int Id,
    DateTime At,
    int? UserId,
    string? UserName,
    string? ClientName,
    string? InstituteName,
    AuditAction Action,
    string? Screen,
    AuditKind? RecordKind,
    int? RecordId,
    int PersonCount,
    string? Details);

/// <summary>The entries that go into a file.</summary>
/// <param name="HasMore">There are older ones, for which the file has no room.</param>
public sealed record AuditFile(IReadOnlyList<AuditRow> Rows, bool HasMore);

/// <summary>A person as a search of the audit finds them: no more than is needed to tell them from others of the name.</summary>
/// <param name="ContactId">Null when the person is the case itself; see <see cref="AuditListRequest"/>.</param>
public sealed record AuditPerson(int CaseId, int? ContactId, string Surname, string Name, DateOnly BirthDate, string SchoolName);
