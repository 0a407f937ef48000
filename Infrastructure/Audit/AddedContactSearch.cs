using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Audit;

/// <summary>
/// Finds the contacts that schools added to closed cases, accepted or not: they lie in their integrazioni, not among the contacts. No index
/// knows their names, so all are read: they are few, and who searches the audit does it seldom.
/// </summary>
internal static class AddedContactSearch
{
    /// <returns>With the negative id of the integrazione as <see cref="AuditPerson.ContactId"/>, as decisions name them.</returns>
    public static async Task<IReadOnlyList<AuditPerson>> FindAsync(
        PortalDbContext context, string typed, int most, CancellationToken cancellationToken)
    {
        List<AuditPerson> found = [];
        await foreach (var (id, caseId, contact) in Added(context.Set<Supplement>()).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (Matches(contact, typed))
            {
                found.Add(PersonOf(id, caseId, contact, schoolName: ""));
            }

            if (found.Count == most)
            {
                break;
            }
        }

        var caseIds = found.Select(person => person.CaseId).Distinct().ToList();
        var schools = await context.Set<CovidCase>().Where(c => caseIds.Contains(c.Id)).Select(c => new { c.Id, c.SchoolName })
            .ToDictionaryAsync(c => c.Id, c => c.SchoolName, cancellationToken);
        return [.. found.Select(person => person with { SchoolName = schools[person.CaseId] })];
    }

    /// <summary>The contact that this integrazione added to this case; null when there is none.</summary>
    public static async Task<AuditPerson?> FindAsync(
        PortalDbContext context, int caseId, int contactId, string schoolName, CancellationToken cancellationToken) =>
        await Added(context.Set<Supplement>().Where(s => s.Id == -contactId && s.CaseId == caseId)).SingleOrDefaultAsync(cancellationToken) is { } added
            ? PersonOf(added.Id, caseId, added.Contact, schoolName)
            : null;

    private static IQueryable<AddedRow> Added(IQueryable<Supplement> supplements) => supplements.AsNoTracking()
        .Where(s => s.Kind == SupplementKind.AddedContact).OrderBy(s => s.Id).Select(s => new AddedRow(s.Id, s.CaseId, s.Contact!));

    private static AuditPerson PersonOf(int id, int caseId, ReportedContact contact, string schoolName) =>
        new(caseId, -id, contact.Person.Surname, contact.Person.Name, contact.Person.BirthDate, schoolName);

    private static bool Matches(ReportedContact contact, string typed)
    {
        if (PersonSearch.FiscalCodeKey(typed) is { } code)
        {
            return contact.Person.FiscalCode is { } own && PersonSearch.FiscalCodeKey(own) == code;
        }

        var (from, _) = PersonSearch.Range(typed);
        return from.Length > 0 && PersonSearch.Key(contact.Person.Surname, contact.Person.Name).StartsWith(from, StringComparison.Ordinal);
    }

    private sealed record AddedRow(int Id, int CaseId, ReportedContact Contact);
}
