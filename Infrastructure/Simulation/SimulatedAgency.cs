using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Infrastructure.Simulation;

/// <summary>
/// The agency works through what came in: after two days nearly everything is in somebody's hands, a day later most contacts are decided
/// and the measures are out.
/// </summary>
/// <param name="users">Who is registered; in a territory without operators one works who never signs in.</param>
/// <param name="until">What would be done after this day is not done; Europe/Rome.</param>
internal sealed class SimulatedAgency(Random chance, IReadOnlyCollection<PortalUser> users, DateOnly until)
{
    /// <summary>Nobody signs in with it.</summary>
    private const int Nobody = 0;

    /// <summary>Of a hundred contacts as many that the operator, who has spoken with the school, judges otherwise than proposed. Invented.</summary>
    private const double FoundLowRisk = 0.05, FoundNoContact = 0.03;

    private static readonly TimeOnly Opens = new(8, 0), Closes = new(20, 0);

    private static readonly TimeSpan ToCharge = TimeSpan.FromHours(14), ToDecisions = TimeSpan.FromHours(8), ToMeasures = TimeSpan.FromHours(5),
        Watched = TimeSpan.FromDays(10), ToConclusion = TimeSpan.FromDays(2);

    private readonly ILookup<Territory, Actor> _operators = Enum.GetValues<Territory>()
        .SelectMany(territory => users.Where(user => user.Role is Role.AgencyOperator && !user.IsDisabled && user.Territories.Contains(territory))
            .OrderBy(user => user.Id).Select(user => user.ToActor())
            .DefaultIfEmpty(Actor.OfAgency(Nobody, "Operatore Inventato", Role.AgencyOperator, territory))
            .Select(actor => (territory, actor)))
        .ToLookup(pair => pair.territory, pair => pair.actor);

    /// <summary>Does with a report what the agency has done with it by the last day.</summary>
    /// <param name="report">Just received, and stored.</param>
    /// <param name="sent">The case as the school sent it.</param>
    /// <returns>What was decided about its contacts, to be kept; nothing yet about the youngest reports.</returns>
    public IReadOnlyList<ContactDecision> Work(ReceivedReport report, CovidCase sent)
    {
        var team = _operators[report.Territory].ToList();
        var worker = team[chance.Next(team.Count)];
        if (!Comes(report.ReceivedAt, ToCharge, out var at))
        {
            return [];
        }

        report.TakeInCharge(worker, at);
        if (!Comes(at, ToDecisions, out at))
        {
            return [];
        }

        var decisions = new ReportDecisions(report, []);
        decisions.Decide([.. Terms(sent)], worker, at);
        if (Comes(at, ToMeasures, out at))
        {
            report.IssueMeasures(worker, at);
            if (Comes(at + Watched, ToConclusion, out at))
            {
                report.Conclude(worker, at);
            }
        }

        return decisions.Taken;
    }

    /// <summary>The proposals as they stand but for a few; where nothing is proposed, the operator asks to be on the safe side.</summary>
    private IEnumerable<DecisionTerms> Terms(CovidCase sent)
    {
        var facts = new GuideFacts(sent.Role, sent.SchoolType, sent.ClassName, sent.Section);
        var window = CaseMeasures.Of(sent).Window;
        foreach (var contact in sent.Contacts.OrderBy(contact => contact.Id))
        {
            var proposed = ContactProposal.Of(ReportedContact.Of(contact), facts, window).Status ?? ContactStatus.Close;
            var status = chance.NextDouble() switch
            {
                < FoundNoContact => ContactStatus.NotContact,
                < FoundNoContact + FoundLowRisk => ContactStatus.LowRisk,
                _ => proposed,
            };
            yield return new DecisionTerms(contact.Id, SeenVersion: 0, status, OwnEnd: null, Reason: null);
        }
    }

    /// <summary>When somebody gets to it: waiting has no memory, so most waits are short and a few very long; at night nobody works.</summary>
    /// <returns>Whether that is within the simulation.</returns>
    private bool Comes(DateTime from, TimeSpan mean, out DateTime at)
    {
        at = from + (-Math.Log(1 - chance.NextDouble()) * mean);
        var inRome = PortalClock.InRome(at);
        var time = TimeOnly.FromDateTime(inRome);
        if (time < Opens || time >= Closes)
        {
            var day = DateOnly.FromDateTime(inRome).AddDays(time < Opens ? 0 : 1);
            at = PortalClock.AtTimeInRome(day, Opens.AddMinutes(chance.Next(120)));
        }

        return PortalClock.DayOf(at) <= until;
    }
}
