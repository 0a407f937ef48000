using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Supplements;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <summary>What counts of one received report: what was sent with what the agency accepted since, and what it decided.</summary>
/// <param name="Decided">By the contact's id: whoever is not decided is not in it.</param>
internal sealed record ReportContent(ReceivedReport Received, CaseReport Report, IReadOnlyDictionary<int, DecidedContact> Decided);

/// <summary>Reads what counts of many reports at once. Whether the reader may see them was asked when the reports were read.</summary>
internal sealed class ReportContents(AmendedReports amended)
{
    /// <returns>In the order of the reports.</returns>
    public async Task<IReadOnlyList<ReportContent>> OfAsync(
        PortalDbContext context, IReadOnlyList<ReceivedReport> reports, bool withContacts, CancellationToken cancellationToken)
    {
        var caseIds = reports.Select(r => r.CaseId).ToList();
        var reportIds = reports.Select(r => r.Id).ToList();
        var cases = context.Set<CovidCase>().AsNoTrackingWithIdentityResolution().Where(c => caseIds.Contains(c.Id));
        var accepted = (await context.Set<Supplement>().AsNoTracking()
            .Where(s => caseIds.Contains(s.CaseId) && s.State == SupplementState.Accepted).ToListAsync(cancellationToken))
            .ToLookup(s => s.CaseId);
        var sent = await (withContacts ? cases.Include(c => c.Contacts).AsSplitQuery() : cases).ToDictionaryAsync(c => c.Id, cancellationToken);
        var owners = sent.Values.Select(c => c.InstituteId).Distinct().ToList();
        var institutes = await context.Set<Institute>().AsNoTracking().Where(i => owners.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);
        var decisions = withContacts
            ? await context.Set<ContactDecision>().AsNoTracking().Where(d => reportIds.Contains(d.ReportId) && d.IsCurrent).ToListAsync(cancellationToken)
            : [];
        var decisionsOf = decisions.ToLookup(d => d.ReportId, DecisionRow.Of);
        return [.. reports.Select(Content)];

        ReportContent Content(ReceivedReport received)
        {
            var stored = sent[received.CaseId];
            var counts = amended.Of(stored, CaseReport.Of(stored, institutes[stored.InstituteId]), AcceptedSupplements.Of(accepted[stored.Id]));
            if (!withContacts)
            {
                return new ReportContent(received, counts with { Contacts = [] }, new Dictionary<int, DecidedContact>());
            }

            var measures = new CaseMeasures(stored.Policy, counts.SymptomOnset, counts.PositiveSwabDate, counts.LastDayAttended);
            var decided = DecidedContact.Of(counts.Contacts, measures, decisionsOf[received.Id]);
            return new ReportContent(received, counts, decided.ToDictionary(one => one.Contact.ContactId));
        }
    }
}
