using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Matches;

/// <summary>
/// Asks, for all the people of a report at once, who of them is in another one: a handful of questions to indexes, however many
/// contacts there are. People whom an accepted integrazione added to this report are among them; those added to other reports are in no index,
/// and are not looked for.
/// </summary>
internal sealed class RelatedCasesQuery(IDbContextFactory<PortalDbContext> contexts, IAuditTrail trail, IPolicyStore policies) : IRelatedCases
{
    /// <summary>More than these help nobody on one page.</summary>
    private const int Most = 40;

    /// <summary>So many are compared of each question, the newest: namesakes born on the days of others of the same report are among them.</summary>
    private const int MostCandidates = 2 * Most;

    public async Task<RelatedCases> FindAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var visible = context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor);
        var mine = await visible.SingleOrDefaultAsync(r => r.Id == reportId, cancellationToken);
        if (mine is null)
        {
            return RelatedCases.None;
        }

        List<Listed> contacts =
        [
            .. await context.Set<Contact>().Where(c => c.CaseId == mine.CaseId)
                .Select(c => new Listed(c.Id, c.FiscalCodeKey, c.SurnameKey, c.BirthDate)).ToListAsync(cancellationToken),
            .. AcceptedSupplements.Of(await context.Set<Supplement>().AsNoTracking().Where(s => s.CaseId == mine.CaseId).ToListAsync(cancellationToken))
                .Contacts.Select(added => ListedOf(added.Contact)),
        ];
        var itself = new Listed(null, mine.FiscalCodeKey, mine.SurnameKey, mine.BirthDate);

        var classDays = (await policies.TimelineAsync(cancellationToken)).ClassDaysOn(mine.ReceivedDay);
        var classmates = await ClassmatesAsync(visible, mine, classDays, cancellationToken);
        var (cases, casesCut) = await CasesAsync(visible.Where(r => r.Id != reportId), contacts, cancellationToken);
        var (listed, listedCut) = await ListedAsync(context, visible.Where(r => r.Id != reportId), [itself, .. contacts], cancellationToken);
        var isCut = casesCut || listedCut;
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
        return new RelatedCases(shown, sorted.Count > Most || classmates.Count > Most || isCut, classDays);
    }

    private static Task<List<ReceivedReport>> ClassmatesAsync(
        IQueryable<ReceivedReport> visible, ReceivedReport mine, int days, CancellationToken cancellationToken)
    {
        var (from, to) = (mine.ReceivedDay.AddDays(-days), mine.ReceivedDay.AddDays(days));
        return visible
            .Where(r => r.InstituteId == mine.InstituteId && r.ClassKey == mine.ClassKey && r.SiteId == mine.SiteId
                && r.ReceivedDay >= from && r.ReceivedDay <= to && r.Id != mine.Id)
            .OrderByDescending(r => r.Id).Take(Most + 1).ToListAsync(cancellationToken);
    }

    private static async Task<(List<ReceivedReport> Found, bool IsCut)> CasesAsync(
        IQueryable<ReceivedReport> others, List<Listed> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return ([], false);
        }

        // Every index of the reports begins with the territory: naming them lets it be used for an operator of all, too.
        var territories = Enum.GetValues<Territory>();
        var (codes, names, births) = (CodesOf(people), NamesOf(people), BirthsOf(people));
        var byCode = codes.Count == 0 ? [] : await NewestAsync(others.Where(r => territories.Contains(r.Territory) && codes.Contains(r.FiscalCodeKey!)));
        var byName = await NewestAsync(others.Where(r =>
            territories.Contains(r.Territory) && names.Contains(r.SurnameKey) && births.Contains(r.BirthDate)));
        return ([.. byCode.Concat(byName).DistinctBy(r => r.Id)], IsCut(byCode.Count, byName.Count));

        Task<List<ReceivedReport>> NewestAsync(IQueryable<ReceivedReport> found) =>
            found.OrderByDescending(r => r.Id).Take(MostCandidates).ToListAsync(cancellationToken);
    }

    private static async Task<(List<(ReceivedReport Report, Listed Person)> Found, bool IsCut)> ListedAsync(
        PortalDbContext context, IQueryable<ReceivedReport> others, List<Listed> people, CancellationToken cancellationToken)
    {
        var (codes, names, births) = (CodesOf(people), NamesOf(people), BirthsOf(people));
        var byCode = codes.Count == 0 ? [] : await FindAsync(context.Set<Contact>().Where(c => codes.Contains(c.FiscalCodeKey!)));
        var byName = await FindAsync(context.Set<Contact>().Where(c => names.Contains(c.SurnameKey) && births.Contains(c.BirthDate)));
        List<(int CaseId, Listed Person)> found = [.. byCode.Concat(byName).Distinct()];
        var caseIds = found.Select(one => one.CaseId).Distinct().ToList();
        var reports = await others.Where(r => caseIds.Contains(r.CaseId)).ToDictionaryAsync(r => r.CaseId, cancellationToken);
        return ([.. found.Select(one => (reports[one.CaseId], one.Person))], IsCut(byCode.Count, byName.Count));

        // The reports are asked whether, not joined: SQLite would begin with them and walk through all of a territory.
        async Task<List<(int CaseId, Listed Person)>> FindAsync(IQueryable<Contact> contacts) =>
        [
            .. (await contacts.Where(c => others.Any(r => r.CaseId == c.CaseId)).OrderByDescending(c => c.Id).Take(MostCandidates)
                .Select(c => new { c.CaseId, Person = new Listed(c.Id, c.FiscalCodeKey, c.SurnameKey, c.BirthDate) })
                .ToListAsync(cancellationToken)).Select(one => (one.CaseId, one.Person)),
        ];
    }

    private static List<string> CodesOf(IEnumerable<Listed> people) => [.. people.Select(one => one.FiscalCodeKey).OfType<string>().Distinct()];

    private static List<string> NamesOf(IEnumerable<Listed> people) => [.. people.Select(one => one.SurnameKey).Distinct()];

    private static List<DateOnly> BirthsOf(IEnumerable<Listed> people) => [.. people.Select(one => one.BirthDate).Distinct()];

    private static bool IsCut(params int[] found) => found.Contains(MostCandidates);

    private static Listed ListedOf(ReportedContact added) => new(
        added.ContactId, added.Person.FiscalCode is { } code ? PersonSearch.FiscalCodeKey(code) : null,
        PersonSearch.Key(added.Person.Surname, added.Person.Name), added.Person.BirthDate);

    private static RelatedReport Related(RelationKind kind, ReceivedReport report, int? contactId) => new(
        kind, report.Id, report.ProtocolNumber, report.ReceivedDay, report.Surname, report.Name,
        report.SchoolName, report.ClassName, report.Section, contactId);

    private sealed record Listed(int? ContactId, string? FiscalCodeKey, string SurnameKey, DateOnly BirthDate)
    {
        public PersonIdentity Identity => new(FiscalCodeKey, SurnameKey, BirthDate);
    }
}
