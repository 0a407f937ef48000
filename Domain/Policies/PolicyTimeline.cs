using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Policies;

/// <summary>All policies, which together say what applies when: each from its first day to the day before the next begins.</summary>
public sealed class PolicyTimeline(IEnumerable<ReportingPolicy> policies)
{
    private readonly List<ReportingPolicy> _all = [.. policies];

    /// <summary>By first day, the latest first.</summary>
    public IReadOnlyList<ReportingPolicy> All => [.. _all.OrderByDescending(p => p.StartsOn).ThenByDescending(p => p.Id)];

    private IEnumerable<ReportingPolicy> Published => _all.Where(p => p.IsPublished).OrderBy(p => p.StartsOn);

    public ReportingPolicy? Find(int id) => _all.FirstOrDefault(p => p.Id == id);

    /// <summary>What a case that is opened on that day goes by. Before the first policy begins, that one applies: a day without rules there is none.</summary>
    /// <param name="day">In Europe/Rome.</param>
    /// <exception cref="InvalidOperationException">Nothing is published: the portal brings policies, and the last one cannot be withdrawn.</exception>
    public ReportingPolicy InForceOn(DateOnly day) =>
        Published.LastOrDefault(p => p.StartsOn <= day)
        ?? Published.FirstOrDefault()
        ?? throw new InvalidOperationException("No policy is published.");

    /// <summary>
    /// Within how many days reports of a class belong together: for clusters, for letters and as related cases. The day on which the agency
    /// received the report decides.
    /// </summary>
    /// <param name="receivedDay">In Europe/Rome.</param>
    public int ClassDaysOn(DateOnly receivedDay) => InForceOn(receivedDay).Terms.ClusterDays;

    public PolicyState StateOf(ReportingPolicy policy, DateOnly today)
    {
        if (!policy.IsPublished)
        {
            return PolicyState.Draft;
        }

        var inForce = InForceOn(today);
        return policy.StartsOn == inForce.StartsOn ? PolicyState.InForce
            : policy.StartsOn > inForce.StartsOn ? PolicyState.Planned
            : PolicyState.Past;
    }

    /// <summary>The last day on which cases are opened under a published policy; null when nothing is to follow it yet.</summary>
    public DateOnly? LastDayOf(ReportingPolicy policy) =>
        Published.FirstOrDefault(next => next.StartsOn > policy.StartsOn)?.StartsOn.AddDays(-1);

    /// <summary>Why nothing may begin on that day: the rule, and what fills its sentence; null when it may.</summary>
    public (string Code, object[] Values)? Objection(DateOnly startsOn, DateOnly today)
    {
        var inForce = InForceOn(today);
        if (Published.FirstOrDefault(p => p.StartsOn == startsOn) is { } taken)
        {
            return (RuleCodes.PolicyDayTaken, [taken.Source]);
        }

        return startsOn < inForce.StartsOn ? (RuleCodes.PolicyBeforeInForce, [People.LenientDate.Format(inForce.StartsOn)])
            : startsOn < today ? (RuleCodes.PolicyStartPassed, [])
            : null;
    }

    internal ReportingPolicy? FindByRequest(Guid requestKey) => _all.FirstOrDefault(p => p.RequestKey == requestKey);

    internal void Add(ReportingPolicy draft) => _all.Add(draft);

    internal void Publish(ReportingPolicy draft, Actor by, DateTime now)
    {
        if (Objection(draft.StartsOn, Time.PortalClock.DayOf(now)) is { } objection)
        {
            throw new InvalidOperationException($"The policy cannot begin on that day: {objection.Code}.");
        }

        draft.Publish(by, now);
    }

    internal void Withdraw(ReportingPolicy planned, DateOnly today)
    {
        Ensure(planned, PolicyState.Planned, today);
        planned.Withdraw();
    }

    internal void Remove(ReportingPolicy draft, DateOnly today)
    {
        Ensure(draft, PolicyState.Draft, today);
        _all.Remove(draft);
    }

    private void Ensure(ReportingPolicy policy, PolicyState state, DateOnly today)
    {
        if (StateOf(policy, today) != state)
        {
            throw new InvalidOperationException("A policy that is or was in force is neither changed nor taken away.");
        }
    }
}
