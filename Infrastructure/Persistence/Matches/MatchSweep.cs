using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Matches;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Matches;

/// <summary>
/// Looks for pairs among the reports that came before the portal looked for any, or were filled in by a simulation. A database in which a
/// pair was ever proposed is left alone: since then each report has been compared as it arrived.
/// </summary>
internal static class MatchSweep
{
    private const int PairsInACommit = 500;

    public static async Task RunAsync(PortalDbContext context, DatabaseEngine engine, CancellationToken cancellationToken)
    {
        if (await context.Set<MatchProposal>().AnyAsync(cancellationToken) || !await context.Set<ReceivedReport>().AnyAsync(cancellationToken))
        {
            return;
        }

        List<Known> all =
        [
            .. (await context.Set<ReceivedReport>().OrderBy(r => r.Id)
                .Select(r => new { r.Id, r.Territory, r.ReceivedAt, r.Surname, r.Name, r.BirthDate, r.FiscalCodeKey }).ToListAsync(cancellationToken))
            .Select(r => new Known(r.Id, r.Territory, r.ReceivedAt, MatchPerson.Of(r.Surname, r.Name, r.BirthDate, r.FiscalCodeKey))),
        ];
        try
        {
            foreach (var pairs in Pairs(all).Chunk(PairsInACommit))
            {
                context.AddRange(pairs);
                await context.SaveChangesAsync(cancellationToken);
                context.ChangeTracker.Clear();
            }
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
        {
            // Another process started on the same database and was first.
        }
    }

    private static IEnumerable<MatchProposal> Pairs(List<Known> all)
    {
        var byBirth = all.ToLookup(one => one.Person.BirthDate);
        var byCode = all.Where(one => one.Person.FiscalCodeKey is not null).ToLookup(one => one.Person.FiscalCodeKey!);
        foreach (var newer in all)
        {
            var (person, since) = (newer.Person, newer.ReceivedAt.AddDays(-MatchRules.WithinDays));
            var candidates = byBirth[person.BirthDate]
                .Concat(person.TransposedBirthDate is { } transposed ? byBirth[transposed] : [])
                .Concat(person.FiscalCodeKey is { } code ? byCode[code] : [])
                .Where(older => older.Id < newer.Id && older.ReceivedAt >= since)
                .DistinctBy(older => older.Id);
            foreach (var older in candidates)
            {
                if (MatchRules.Compare(older.Person, person) is { } ground)
                {
                    yield return MatchProposal.Between((older.Id, older.Territory), (newer.Id, newer.Territory), newer.ReceivedAt, ground);
                }
            }
        }
    }

    private sealed record Known(int Id, Territory Territory, DateTime ReceivedAt, MatchPerson Person);
}
