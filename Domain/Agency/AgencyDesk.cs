using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>What the agency's operators do with received reports. Every command may be sent twice and is done once.</summary>
public sealed class AgencyDesk(IReportStore store, PortalClock clock)
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

    private TakeInChargeOutcome Take(ReceivedReport report, Actor actor) =>
        report.TakeInCharge(actor, clock.UtcNow) || report.TakenInChargeBy == actor.UserId
            ? new TakeInChargeOutcome.TakenInCharge()
            : new TakeInChargeOutcome.AlreadyTaken(report.TakenInChargeByName ?? "", report.TakenInChargeAt!.Value);
}
