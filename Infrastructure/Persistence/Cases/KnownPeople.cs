using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Persistence.Cases;

/// <inheritdoc cref="IKnownPeople"/>
internal sealed class KnownPeople(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, PortalClock clock, IOptions<KnownPeopleOptions> options, IAuditTrail trail) : IKnownPeople
{
    /// <summary>More than these help nobody to remember.</summary>
    private const int Most = 20;

    public async Task<IReadOnlyList<KnownPerson>> FindAsync(
        Actor actor, PersonIdentity person, int? exceptCase, Guid requestKey, CancellationToken cancellationToken)
    {
        if (actor is not { IsSchool: true, InstituteId: { } institute } || !person.IsEnough)
        {
            return [];
        }

        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            List<Candidate> found = [];
            if (person.FiscalCodeKey is { } code)
            {
                found.AddRange(await CasesAsync(context.Set<CovidCase>().Where(c => c.InstituteId == institute && c.FiscalCodeKey == code), cancellationToken));
                found.AddRange(await ContactsAsync(context, context.Set<Contact>().Where(c => c.InstituteId == institute && c.FiscalCodeKey == code), cancellationToken));
            }

            if (person.HasNameAndBirth)
            {
                var (key, born) = (person.SurnameKey, person.BirthDate);
                found.AddRange(await CasesAsync(context.Set<CovidCase>().Where(c => c.InstituteId == institute && c.SurnameKey == key && c.BirthDate == born), cancellationToken));
                found.AddRange(await ContactsAsync(context, context.Set<Contact>().Where(c => c.InstituteId == institute && c.SurnameKey == key && c.BirthDate == born), cancellationToken));
            }

            List<KnownPerson> known =
            [
                .. found.Where(candidate => candidate.CaseId != exceptCase && candidate.CaseRequest != requestKey && candidate.Identity.IsSameAs(person))
                    .Select(candidate => new KnownPerson(candidate.CaseId, candidate.ContactId, candidate.Status))
                    .Distinct()
                    .OrderBy(person => person.ContactId is not null).ThenByDescending(person => person.CaseId).ThenByDescending(person => person.ContactId),
            ];
            await trail.ListedAsync(actor, AuditAction.CasesListed, [.. known.Select(person => person.CaseId).Distinct()]);
            return known;
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            return [];
        }
    }

    private static Task<List<Candidate>> CasesAsync(IQueryable<CovidCase> cases, CancellationToken cancellationToken) =>
        cases.OrderByDescending(c => c.Id).Take(Most)
            .Select(c => new Candidate(c.Id, c.RequestKey, null, c.Status, c.FiscalCodeKey, c.SurnameKey, c.BirthDate))
            .ToListAsync(cancellationToken);

    private Task<List<Candidate>> ContactsAsync(PortalDbContext context, IQueryable<Contact> contacts, CancellationToken cancellationToken)
    {
        var since = clock.UtcNow.AddDays(-options.Value.RecentDays);
        return contacts
            .Join(context.Set<CovidCase>(), contact => contact.CaseId, c => c.Id, (contact, c) => new { contact, c })
            .Where(pair => pair.c.Status == CaseStatus.Open || pair.c.ClosedAt >= since)
            .OrderByDescending(pair => pair.contact.Id).Take(Most)
            .Select(pair => new Candidate(
                pair.c.Id, pair.c.RequestKey, pair.contact.Id, pair.c.Status, pair.contact.FiscalCodeKey, pair.contact.SurnameKey, pair.contact.BirthDate))
            .ToListAsync(cancellationToken);
    }

    private sealed record Candidate(
        int CaseId, Guid CaseRequest, int? ContactId, CaseStatus Status, string? FiscalCodeKey, string SurnameKey, DateOnly BirthDate)
    {
        public PersonIdentity Identity => new(FiscalCodeKey, SurnameKey, BirthDate);
    }
}
