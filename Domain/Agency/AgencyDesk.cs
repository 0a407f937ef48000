using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>What the agency's operators do with received reports. Every command may be sent twice and is done once.</summary>
public sealed class AgencyDesk(IReportStore store, IColleagues colleagues, PortalClock clock)
{
    /// <summary>Prendi in carico: of two operators who ask at once, one has it and the other is told who.</summary>
    public async Task<TakeInChargeOutcome> TakeInChargeAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator)
        {
            return new TakeInChargeOutcome.NotFound();
        }

        try
        {
            return await store.ChangeAsync<TakeInChargeOutcome>(
                actor, reportId, report => Take(report, actor), cancellationToken) ?? new TakeInChargeOutcome.NotFound();
        }
        catch (StoreUnavailableException)
        {
            return new TakeInChargeOutcome.NothingSaved();
        }
    }

    /// <summary>Assegna: gives the report to a colleague of its territory, or to oneself.</summary>
    /// <param name="userId">An operator, as <see cref="IColleagues"/> lists them.</param>
    public async Task<StepOutcome> AssignAsync(Actor actor, int reportId, int userId, CancellationToken cancellationToken) =>
        await AssignAsync(actor, reportId, await FindColleagueAsync(actor, userId, cancellationToken), cancellationToken);

    /// <summary>Provvedimento emesso: every contact is decided. From now on the school sees it on its case, with the letter to the class if one is issued.</summary>
    public Task<StepOutcome> IssueMeasuresAsync(Actor actor, int reportId, CancellationToken cancellationToken) =>
        StepAsync(
            actor,
            reportId,
            report => (StepOutcome?)StillOpen(report, AgencyState.TakenInCharge)
                ?? Step(report, report.IssueMeasures(actor, clock.UtcNow), AgencyState.MeasuresIssued),
            cancellationToken);

    /// <summary>Concludi: nothing is left to be done.</summary>
    public Task<StepOutcome> ConcludeAsync(Actor actor, int reportId, CancellationToken cancellationToken) =>
        StepAsync(
            actor,
            reportId,
            report => (StepOutcome?)StillOpen(report, AgencyState.MeasuresIssued)
                ?? Unread(report)
                ?? Step(report, report.Conclude(actor, clock.UtcNow), AgencyState.Concluded),
            cancellationToken);

    /// <summary>The operator who can be given work, or null.</summary>
    internal async Task<Actor?> FindColleagueAsync(Actor actor, int userId, CancellationToken cancellationToken) =>
        (await colleagues.ListAsync(actor, cancellationToken)).SingleOrDefault(other => other.UserId == userId);

    /// <param name="colleague">As they were found; who gives many reports asks once.</param>
    internal Task<StepOutcome> AssignAsync(Actor actor, int reportId, Actor? colleague, CancellationToken cancellationToken) =>
        StepAsync(actor, reportId, report =>
        {
            if (colleague is null || !colleague.Territories.Contains(report.Territory))
            {
                return new StepOutcome.NoSuchColleague();
            }

            report.Assign(actor, colleague, clock.UtcNow);
            return new StepOutcome.Done();
        }, cancellationToken);

    private static StepOutcome.Undecided? StillOpen(ReceivedReport report, AgencyState before) =>
        report.State == before && report.UndecidedCount is > 0 and var open ? new StepOutcome.Undecided(open) : null;

    private static StepOutcome.SupplementsWaiting? Unread(ReceivedReport report) =>
        report is { State: AgencyState.MeasuresIssued, WaitingSupplements: > 0 } ? new StepOutcome.SupplementsWaiting(report.WaitingSupplements) : null;

    private static StepOutcome Step(ReceivedReport report, bool done, AgencyState wanted) =>
        done || report.State >= wanted ? new StepOutcome.Done() : new StepOutcome.TooEarly(report.State);

    private async Task<StepOutcome> StepAsync(
        Actor actor, int reportId, Func<ReceivedReport, StepOutcome> step, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator)
        {
            return new StepOutcome.NotFound();
        }

        try
        {
            return await store.ChangeAsync(actor, reportId, step, cancellationToken) ?? new StepOutcome.NotFound();
        }
        catch (StoreUnavailableException)
        {
            return new StepOutcome.NothingSaved();
        }
    }

    private TakeInChargeOutcome Take(ReceivedReport report, Actor actor) =>
        report.TakeInCharge(actor, clock.UtcNow) || report.TakenInChargeBy == actor.UserId
            ? new TakeInChargeOutcome.TakenInCharge()
            : new TakeInChargeOutcome.AlreadyTaken(report.TakenInChargeByName ?? "", report.TakenInChargeAt!.Value);
}
