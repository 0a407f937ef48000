using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;

namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>The decisions about the contacts of one report, and how one more is taken.</summary>
/// <param name="current">The newest decision about each contact that has one.</param>
public sealed class ReportDecisions(ReceivedReport report, IEnumerable<ContactDecision> current)
{
    private readonly Dictionary<int, ContactDecision> _current = current.ToDictionary(decision => decision.ContactId);
    private readonly List<ContactDecision> _taken = [];

    /// <summary>The decisions that were taken just now, to be kept.</summary>
    public IReadOnlyList<ContactDecision> Taken => _taken;

    /// <summary>Contacts are decided while somebody has the report in charge, also after its measures: a letter may have to be put right.</summary>
    public static bool IsOpen(AgencyState state) => state is AgencyState.TakenInCharge or AgencyState.MeasuresIssued;

    /// <summary>
    /// Takes all the decisions or none. One that a colleague has overtaken stops them all, so that nobody undoes unseen what another
    /// decided; what the same operator has decided before in the same words is not decided again.
    /// </summary>
    public DecisionOutcome Decide(IReadOnlyList<DecisionTerms> terms, Actor by, DateTime now)
    {
        if (!IsOpen(report.State))
        {
            return new DecisionOutcome.NotOpen(report.State);
        }

        List<DecisionTerms> fresh = [.. terms.Where(one => Of(one) is not { } stands || !stands.Says(one, by))];
        List<OvertakenContact> overtaken =
        [
            .. fresh.Where(one => (Of(one)?.Version ?? 0) != one.SeenVersion)
                .Select(one => new OvertakenContact(one.ContactId, Of(one)!.Version, Of(one)!.DecidedByName, Of(one)!.DecidedAt)),
        ];
        if (overtaken.Count > 0)
        {
            return new DecisionOutcome.Overtaken(overtaken);
        }

        _taken.AddRange(fresh.Select(one => ContactDecision.Of(report, Of(one), one, by, now)));
        if (_taken.Count > 0)
        {
            report.NoteDecisions(_taken.Count, _taken.Count(decision => decision.Version == 1), by, now);
        }

        return new DecisionOutcome.Decided(terms.Count);
    }

    private ContactDecision? Of(DecisionTerms terms) => _current.GetValueOrDefault(terms.ContactId);
}
