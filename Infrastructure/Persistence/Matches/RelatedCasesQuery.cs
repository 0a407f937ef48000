using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Matches;

/// <summary>
/// Asks, for all the people of a report at once, who of them is in another one: a handful of questions to indexes, however many
/// contacts there are.
/// </summary>
internal sealed class RelatedCasesQuery(IDbContextFactory<PortalDbContext> contexts, IAuditTrail trail) : IRelatedCases
{
    /// <summary>More than these help nobody on one page.</summary>
    private const int Most = 40;

    public async Task<RelatedCases> FindAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var visible = context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor);
        var mine = await visible.SingleOrDefaultAsync(r => r.Id == reportId, cancellationToken);
        if (mine is null)
        {
            return RelatedCases.None;
        }

        var contacts = await context.Set<Contact>().Where(c => c.CaseId == mine.CaseId)
            .Select(c => new Listed(c.Id, c.FiscalCodeKey, c.SurnameKey, c.BirthDate)).ToListAsync(cancellationToken);
        var itself = new Listed(null, mine.FiscalCodeKey, mine.SurnameKey, mine.BirthDate);

        var classmates = await ClassmatesAsync(visible, mine, cancellationToken);
        var cases = await CasesAsync(visible.Where(r => r.Id != reportId), contacts, cancellationToken);
        var listed = await ListedAsync(context, visible.Where(r => r.Id != reportId), [itself, .. contacts], cancellationToken);
        List<RelatedReport> related =
        [
            .. classmates.Select(report => Related(RelationKind.SameClass, report, null)),
            .. cases.SelectMany(found => contacts.Where(one => one.Identity.IsSameAs(new PersonIdentity(found.FiscalCodeKey, found.SurnameKey, found.BirthDate)))
                .Select(one => Related(RelationKind.ContactIsCaseThere, found, one.ContactId))),
            .. listed.SelectMany(found => new[] { itself }.Concat(contacts).Where(one => one.Identity.IsSameAs(found.Person.Identity))
                .Select(one => Related(one == itself ? RelationKind.CaseIsContactThere : RelationKind.ContactIsContactThere, found.Report, one.ContactId))),
        ];
        List<RelatedReport> sorted = [.. related.Distinct().OrderBy(one => one.Kind).ThenByDescending(one => one.ReportId)];
        List<RelatedReport> shown = [.. sorted.Take(Most)];
        var caseIds = classmates.Concat(cases).Concat(listed.Select(found => found.Report)).DistinctBy(report => report.Id)
            .ToDictionary(report => report.Id, report => report.CaseId);
        await trail.ListedAsync(actor, AuditAction.ReportsListed, [.. shown.Select(one => caseIds[one.ReportId]).Distinct()]);
        return new RelatedCases(shown, sorted.Count > Most);
    }

    private static Task<List<ReceivedReport>> ClassmatesAsync(
        IQueryable<ReceivedReport> visible, ReceivedReport mine, CancellationToken cancellationToken)
    {
        var (from, to) = (mine.ReceivedDay.AddDays(-IRelatedCases.DaysInClass), mine.ReceivedDay.AddDays(IRelatedCases.DaysInClass));
        return visible
            .Where(r => r.InstituteId == mine.InstituteId && r.ClassKey == mine.ClassKey && r.SiteId == mine.SiteId
                && r.ReceivedDay >= from && r.ReceivedDay <= to && r.Id != mine.Id)
            .OrderByDescending(r => r.Id).Take(Most).ToListAsync(cancellationToken);
    }

    private static async Task<List<ReceivedReport>> CasesAsync(
        IQueryable<ReceivedReport> others, List<Listed> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return [];
        }

        // Every index of the reports begins with the territory: naming them lets it be used for an operator of all, too.
        var territories = Enum.GetValues<Territory>();
        var (codes, names) = (CodesOf(people), NamesOf(people));
        var byCode = codes.Count == 0 ? [] : await others
            .Where(r => territories.Contains(r.Territory) && codes.Contains(r.FiscalCodeKey!)).Take(Most).ToListAsync(cancellationToken);
        var byName = await others
            .Where(r => territories.Contains(r.Territory) && names.Contains(r.SurnameKey)).Take(Most).ToListAsync(cancellationToken);
        return [.. byCode.Concat(byName).DistinctBy(r => r.Id)];
    }

    private static async Task<List<(ReceivedReport Report, Listed Person)>> ListedAsync(
        PortalDbContext context, IQueryable<ReceivedReport> others, List<Listed> people, CancellationToken cancellationToken)
    {
        var (codes, names) = (CodesOf(people), NamesOf(people));
        var byCode = codes.Count == 0 ? [] : await FindAsync(context.Set<Contact>().Where(c => codes.Contains(c.FiscalCodeKey!)));
        var byName = await FindAsync(context.Set<Contact>().Where(c => names.Contains(c.SurnameKey)));
        return [.. byCode.Concat(byName).DistinctBy(found => (found.Report.Id, found.Person.ContactId))];

        async Task<List<(ReceivedReport Report, Listed Person)>> FindAsync(IQueryable<Contact> contacts) =>
        [
            .. (await contacts.Join(others, c => c.CaseId, r => r.CaseId, (contact, report) => new
            {
                Report = report,
                Person = new Listed(contact.Id, contact.FiscalCodeKey, contact.SurnameKey, contact.BirthDate),
            }).Take(Most * 2).ToListAsync(cancellationToken)).Select(found => (found.Report, found.Person)),
        ];
    }

    private static List<string> CodesOf(IEnumerable<Listed> people) => [.. people.Select(one => one.FiscalCodeKey).OfType<string>().Distinct()];

    private static List<string> NamesOf(IEnumerable<Listed> people) => [.. people.Select(one => one.SurnameKey).Distinct()];

    private static RelatedReport Related(RelationKind kind, ReceivedReport report, int? contactId) => new(
        kind, report.Id, report.ProtocolNumber, report.ReceivedDay, report.Surname, report.Name,
        report.SchoolName, report.ClassName, report.Section, contactId);

    private sealed record Listed(int? ContactId, string? FiscalCodeKey, string SurnameKey, DateOnly BirthDate)
    {
        public PersonIdentity Identity => new(FiscalCodeKey, SurnameKey, BirthDate);
    }
}
