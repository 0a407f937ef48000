using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Policies;

/// <summary>
/// What the agency's administrator does with the dated rules. For everybody else there are none. Every command may be sent twice
/// and is done once.
/// </summary>
public sealed class PolicyDesk(IPolicyStore store, PolicyDraftValidator rules, PortalClock clock)
{
    /// <summary>All policies, or null for who does not keep them.</summary>
    public async Task<PolicyTimeline?> TimelineAsync(Actor actor, CancellationToken cancellationToken) =>
        IsKeeper(actor) ? await store.TimelineAsync(cancellationToken) : null;

    /// <summary>Saves a new or an amended draft.</summary>
    public Task<PolicyOutcome> SaveDraftAsync(Actor actor, PolicyDraft draft, CancellationToken cancellationToken) =>
        ForKeeperAsync(actor, timeline =>
        {
            var stored = draft.Id is { } id ? timeline.Find(id) : timeline.FindByRequest(draft.RequestKey);
            if (draft.Id is not null && stored is null)
            {
                return Say(new PolicyOutcome.NotFound());
            }

            if (stored is { IsPublished: true })
            {
                return Say(new PolicyOutcome.Refused(timeline.StateOf(stored, clock.Today)));
            }

            // A first save that was sent before has made version 1; whatever came after it is somebody's later word.
            if (stored is not null && stored.Version != Math.Max(draft.Version, 1))
            {
                return Say(new PolicyOutcome.Stale(stored.Version));
            }

            var findings = rules.Check(draft, timeline);
            if (findings.Count > 0)
            {
                return Say(new PolicyOutcome.Invalid(findings));
            }

            var details = draft.Read(clock.Today);
            if (stored is null)
            {
                timeline.Add(stored = ReportingPolicy.Draft(draft.RequestKey, details));
            }
            else if (stored.Details != details)
            {
                stored.Amend(details);
            }

            return Done(stored);
        }, cancellationToken);

    /// <summary>Publishes a draft: cases that are opened from its first day on go by it.</summary>
    /// <param name="version">What the administrator has read.</param>
    public Task<PolicyOutcome> PublishAsync(Actor actor, int policyId, int version, CancellationToken cancellationToken) =>
        ForAsync(actor, policyId, version, PolicyState.Draft, (timeline, draft) =>
        {
            // Days pass: a draft that was right when it was saved may begin too early by now.
            var findings = rules.Check(PolicyDraft.Of(draft), timeline);
            if (findings.Count > 0)
            {
                return Say(new PolicyOutcome.Invalid(findings));
            }

            timeline.Publish(draft, actor, clock.UtcNow);
            return Done(draft);
        }, cancellationToken);

    /// <summary>Makes a planned policy a draft again.</summary>
    /// <inheritdoc cref="PublishAsync" path="/param"/>
    public Task<PolicyOutcome> WithdrawAsync(Actor actor, int policyId, int version, CancellationToken cancellationToken) =>
        ForAsync(actor, policyId, version, PolicyState.Planned, (timeline, planned) =>
        {
            timeline.Withdraw(planned, clock.Today);
            return Done(planned);
        }, cancellationToken);

    /// <summary>Takes a draft away.</summary>
    /// <inheritdoc cref="PublishAsync" path="/param"/>
    public Task<PolicyOutcome> RemoveDraftAsync(Actor actor, int policyId, int version, CancellationToken cancellationToken) =>
        ForAsync(actor, policyId, version, PolicyState.Draft, (timeline, draft) =>
        {
            timeline.Remove(draft, clock.Today);
            return Done(draft);
        }, cancellationToken);

    private static bool IsKeeper(Actor actor) => actor.Role is Role.AgencyAdministrator;

    private static Func<PolicyOutcome> Say(PolicyOutcome outcome) => () => outcome;

    /// <summary>Asked after the commit: only then a new draft has its id.</summary>
    private static Func<PolicyOutcome> Done(ReportingPolicy policy) => () => new PolicyOutcome.Done(policy.Id);

    private Task<PolicyOutcome> ForAsync(
        Actor actor, int policyId, int version, PolicyState needed,
        Func<PolicyTimeline, ReportingPolicy, Func<PolicyOutcome>> act, CancellationToken cancellationToken) =>
        ForKeeperAsync(actor, timeline =>
        {
            if (timeline.Find(policyId) is not { } policy)
            {
                return Say(new PolicyOutcome.NotFound());
            }

            var state = timeline.StateOf(policy, clock.Today);
            return state != needed ? Say(new PolicyOutcome.Refused(state))
                : policy.Version != version ? Say(new PolicyOutcome.Stale(policy.Version))
                : act(timeline, policy);
        }, cancellationToken);

    private async Task<PolicyOutcome> ForKeeperAsync(
        Actor actor, Func<PolicyTimeline, Func<PolicyOutcome>> command, CancellationToken cancellationToken)
    {
        if (!IsKeeper(actor))
        {
            return new PolicyOutcome.NotFound();
        }

        try
        {
            return await store.ChangeAsync(command, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return new PolicyOutcome.NothingSaved();
        }
    }
}
