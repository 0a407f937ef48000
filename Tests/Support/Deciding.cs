using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Decisions;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>What an operator does before the measures may go out.</summary>
public static class Deciding
{
    /// <summary>Decides that every contact of a report, none of which was decided before, is a close one.</summary>
    public static async Task DecideAllAsync(this TestPortal portal, Actor actor, int reportId)
    {
        var report = (await portal.Get<IReportQueries>().FindAsync(actor, reportId, CancellationToken.None))!.Amended;
        SeenContact[] all = [.. report.Contacts.Select(contact => new SeenContact(contact.ContactId, 0))];
        if (all.Length > 0)
        {
            Assert.IsType<DecisionOutcome.Decided>(await portal.Get<DecisionDesk>().DecideAsync(
                actor, reportId, new DecisionDraft { Status = ContactStatus.Close }, all, CancellationToken.None));
        }
    }
}
