using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Matches;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>Reads the page of one case: a fixed number of questions, however many contacts it has.</summary>
public sealed class CaseFileReader(
    IReportQueries reports, IDecisionQueries decisions, IRelatedCases related, IMatchQueries matches, IReportHistory history, IClusterQueries clusters)
{
    /// <summary>Null when the operator has no such report.</summary>
    public async Task<CaseFile?> ReadAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(actor, reportId, cancellationToken) is not { } sheet
            || await history.FindAsync(actor, reportId, cancellationToken) is not { } happened)
        {
            return null;
        }

        var taken = await decisions.OfReportAsync(actor, reportId, cancellationToken);
        return new CaseFile(
            sheet,
            LinesOf(sheet, taken),
            taken,
            await related.FindAsync(actor, reportId, cancellationToken),
            await matches.OfReportAsync(actor, reportId, cancellationToken),
            happened,
            await clusters.OfReportAsync(actor, reportId, cancellationToken));
    }

    private static IReadOnlyList<ContactLine> LinesOf(ReportSheet sheet, IReadOnlyList<DecisionRow> taken)
    {
        var current = taken.Where(decision => decision.IsCurrent).ToDictionary(decision => decision.ContactId);
        var proposals = DecisionDesk.Proposals(sheet);
        return
        [
            .. sheet.Amended.Contacts.Select(contact =>
            {
                var (proposal, decision) = (proposals[contact.ContactId], current.GetValueOrDefault(contact.ContactId));
                var (day, dates) = (contact.LastContactDate, sheet.Measures.For(contact.LastContactDate));
                var status = decision?.Status ?? proposal.Status;
                return new ContactLine(
                    contact, proposal, decision, MeasurePeriod.Proposed(dates, day),
                    status is null ? null : MeasurePeriod.Decided(status.Value, decision?.OwnEnd, dates, day));
            }),
        ];
    }
}
