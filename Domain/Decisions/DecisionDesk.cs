using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>How the agency's operators decide about the contacts of a report. Every command may be sent twice and is done once.</summary>
public sealed class DecisionDesk(
    IReportQueries reports, IDecisionStore store, DecisionDraftValidator validator, PortalClock clock)
{
    /// <summary>Decides the same about one contact or many, in one commit.</summary>
    public async Task<DecisionOutcome> DecideAsync(
        Actor actor, int reportId, DecisionDraft draft, IReadOnlyList<SeenContact> contacts, CancellationToken cancellationToken)
    {
        if (await FindAsync(actor, reportId, [.. contacts.Select(seen => seen.ContactId)], cancellationToken) is not { } found)
        {
            return new DecisionOutcome.NotFound();
        }

        var findings = validator.Check(draft, [.. found.Contacts.Select(contact => contact.LastContactDate)]);
        if (findings.Count > 0)
        {
            return new DecisionOutcome.Invalid(findings);
        }

        var (status, ownEnd, reason) = validator.Read(draft);
        return await SaveAsync(
            actor, reportId, [.. contacts.Select(seen => new DecisionTerms(seen.ContactId, seen.SeenVersion, status, ownEnd, reason))], cancellationToken);
    }

    /// <summary>
    /// Decides about each contact what the portal proposed on the screen, in one commit. Contacts without a proposal are left as they are;
    /// a proposal that has become another one meanwhile, by an integrazione, stops them all: nobody accepts what they have not read.
    /// </summary>
    public async Task<DecisionOutcome> AcceptProposalsAsync(
        Actor actor, int reportId, IReadOnlyList<SeenProposal> contacts, CancellationToken cancellationToken)
    {
        if (await FindAsync(actor, reportId, [.. contacts.Select(seen => seen.ContactId)], cancellationToken) is not { } found)
        {
            return new DecisionOutcome.NotFound();
        }

        var proposed = Proposals(found.Sheet);
        if (contacts.Count(seen => proposed[seen.ContactId].Status != seen.Status) is > 0 and var changed)
        {
            return new DecisionOutcome.ProposalsChanged(changed);
        }

        return await SaveAsync(
            actor,
            reportId,
            [
                .. contacts.Where(seen => seen.Status is not null).Select(seen =>
                    new DecisionTerms(seen.ContactId, seen.SeenVersion, seen.Status!.Value, null, null)),
            ],
            cancellationToken);
    }

    /// <summary>What the portal proposes about each contact of a report, by its id.</summary>
    public static IReadOnlyDictionary<int, ContactProposal> Proposals(ReportSheet sheet)
    {
        var (report, person) = (sheet.Amended, sheet.Amended.Person);
        var facts = new GuideFacts(person.Role, report.SchoolType, person.ClassName, person.Section);
        return report.Contacts.ToDictionary(
            contact => contact.ContactId, contact => ContactProposal.Of(contact, facts, sheet.Measures.Window));
    }

    private async Task<(ReportSheet Sheet, IReadOnlyList<ReportedContact> Contacts)?> FindAsync(
        Actor actor, int reportId, IReadOnlyCollection<int> contacts, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator || await reports.FindAsync(actor, reportId, cancellationToken) is not { } sheet)
        {
            return null;
        }

        var asked = contacts.ToHashSet();
        List<ReportedContact> found = [.. sheet.Amended.Contacts.Where(contact => asked.Contains(contact.ContactId))];
        return found.Count > 0 && found.Count == contacts.Count ? (sheet, found) : null;
    }

    private async Task<DecisionOutcome> SaveAsync(
        Actor actor, int reportId, IReadOnlyList<DecisionTerms> terms, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ChangeAsync(
                actor, reportId, decisions => decisions.Decide(terms, actor, clock.UtcNow), cancellationToken) ?? new DecisionOutcome.NotFound();
        }
        catch (StoreUnavailableException)
        {
            return new DecisionOutcome.NothingSaved();
        }
    }
}
