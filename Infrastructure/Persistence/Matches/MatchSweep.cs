using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Matches;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Matches;

/// <summary>
/// Looks for pairs among reports that were not compared as they arrived: those that came before the portal looked for any, and those of a
/// simulation, which fills them in. All of them or none: a part of them would look like the whole.
/// </summary>
internal static class MatchSweep
{
    private const int PairsAtOnce = 500;

    /// <summary>At a start. A database in which a pair was ever proposed is left alone: each report has been compared since.</summary>
    public static async Task CatchUpAsync(PortalDbContext context, int withinDays, CancellationToken cancellationToken)
    {
        if (!await context.Set<MatchProposal>().AnyAsync(cancellationToken) && await context.Set<ReceivedReport>().AnyAsync(cancellationToken))
        {
            await RunAsync(context, withinDays, cancellationToken);
        }
    }

    /// <summary>Compares all reports and adds the pairs that are not there yet.</summary>
    /// <param name="withinDays">See <see cref="MatchOptions.WithinDays"/>.</param>
    public static async Task RunAsync(PortalDbContext context, int withinDays, CancellationToken cancellationToken)
    {
        // From here on nobody else writes: what another process that starts on the same database has found is read or waits.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var known = (await context.Set<MatchProposal>().Select(m => new { m.OlderReportId, m.NewerReportId }).ToListAsync(cancellationToken))
            .Select(m => (m.OlderReportId, m.NewerReportId)).ToHashSet();
        List<Known> all =
        [
            .. (await context.Set<ReceivedReport>().OrderBy(r => r.Id)
                .Select(r => new { r.Id, r.Territory, r.ReceivedAt, r.ReceivedDay, r.Surname, r.Name, r.BirthDate, r.FiscalCodeKey }).ToListAsync(cancellationToken))
            .Select(r => new Known(r.Id, r.Territory, r.ReceivedAt, r.ReceivedDay, MatchPerson.Of(r.Surname, r.Name, r.BirthDate, r.FiscalCodeKey))),
        ];
        foreach (var pairs in Pairs(all, withinDays).Where(pair => !known.Contains((pair.OlderReportId, pair.NewerReportId))).Chunk(PairsAtOnce))
        {
            context.AddRange(pairs);
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static IEnumerable<MatchProposal> Pairs(List<Known> all, int withinDays)
    {
        var byBirth = all.ToLookup(one => one.Person.BirthDate);
        var byCode = all.Where(one => one.Person.FiscalCodeKey is not null).ToLookup(one => one.Person.FiscalCodeKey!);
        foreach (var newer in all)
        {
            var (person, since) = (newer.Person, newer.ReceivedDay.AddDays(-withinDays));
            var candidates = byBirth[person.BirthDate]
                .Concat(person.TransposedBirthDate is { } transposed ? byBirth[transposed] : [])
                .Concat(person.FiscalCodeKey is { } code ? byCode[code] : [])
                .Where(older => older.Id < newer.Id && older.ReceivedDay >= since)
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

    private sealed record Known(int Id, Territory Territory, DateTime ReceivedAt, DateOnly ReceivedDay, MatchPerson Person);
}
