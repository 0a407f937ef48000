using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Matches;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Matches;

/// <summary>
/// Looks for the reports that may be about the person of one that is arriving. It asks two indexes, the code's and the birth date's, and
/// compares the handful that they give: it never walks the table.
/// </summary>
internal static class MatchFinder
{
    /// <summary>So many people of one birth date are compared at most, the newest: a safeguard, which no real day of birth comes near.</summary>
    private const int MostCandidates = 500;

    /// <summary>Adds the pairs that are found, and that nobody has been shown yet, to the commit in which the report is registered or corrected.</summary>
    /// <param name="withinDays">See <see cref="MatchOptions.WithinDays"/>.</param>
    public static async Task ProposeAsync(PortalDbContext context, ReceivedReport received, int withinDays, CancellationToken cancellationToken)
    {
        var person = MatchPerson.Of(received);
        var (from, to) = (received.ReceivedDay.AddDays(-withinDays), received.ReceivedDay.AddDays(withinDays));
        var recent = context.Set<ReceivedReport>().AsNoTracking().Where(r => r.ReceivedDay >= from && r.ReceivedDay <= to);
        List<Candidate> candidates = [];
        if (person.FiscalCodeKey is { } code)
        {
            var territories = Enum.GetValues<Territory>(); // The index of the codes begins with them.
            candidates.AddRange(await ReadAsync(
                recent.Where(r => territories.Contains(r.Territory) && r.FiscalCodeKey == code), cancellationToken));
        }

        var (born, transposed) = (person.BirthDate, person.TransposedBirthDate ?? person.BirthDate);
        candidates.AddRange(await ReadAsync(recent.Where(r => r.BirthDate == born || r.BirthDate == transposed), cancellationToken));
        var known = received.Id == 0 ? [] : await PairedAsync(context, received.Id, cancellationToken);
        foreach (var candidate in candidates.DistinctBy(one => one.Id).Where(one => one.Id != received.Id && !known.Contains(one.Id)))
        {
            if (MatchRules.Compare(candidate.Person, person) is { } ground)
            {
                context.Add(Pair(received, candidate, ground));
            }
        }
    }

    private static MatchProposal Pair(ReceivedReport received, Candidate candidate, MatchGround ground)
    {
        if (received.Id == 0)
        {
            return MatchProposal.Of(candidate.Id, candidate.Territory, received, ground);
        }

        var (other, own) = ((candidate.Id, candidate.Territory), (received.Id, received.Territory));
        return candidate.Id < received.Id
            ? MatchProposal.Between(other, own, received.UpdatedAt, ground)
            : MatchProposal.Between(own, other, received.UpdatedAt, ground);
    }

    private static Task<List<int>> PairedAsync(PortalDbContext context, int reportId, CancellationToken cancellationToken) => context.Set<MatchProposal>()
        .Where(p => p.OlderReportId == reportId || p.NewerReportId == reportId)
        .Select(p => p.OlderReportId == reportId ? p.NewerReportId : p.OlderReportId).ToListAsync(cancellationToken);

    private static Task<List<Candidate>> ReadAsync(IQueryable<ReceivedReport> reports, CancellationToken cancellationToken) => reports
        .OrderByDescending(r => r.Id).Take(MostCandidates)
        .Select(r => new Candidate(r.Id, r.Territory, r.Surname, r.Name, r.BirthDate, r.FiscalCodeKey))
        .ToListAsync(cancellationToken);

    private sealed record Candidate(int Id, Territory Territory, string Surname, string Name, DateOnly BirthDate, string? FiscalCodeKey)
    {
        public MatchPerson Person => MatchPerson.Of(Surname, Name, BirthDate, FiscalCodeKey);
    }
}
