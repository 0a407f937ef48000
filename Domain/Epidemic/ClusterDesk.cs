using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>What became of a command on a cluster.</summary>
public abstract record ClusterOutcome
{
    private ClusterOutcome()
    {
    }

    /// <summary>The cluster stands there now, by this command or by an earlier one.</summary>
    public sealed record Put(ClusterState State) : ClusterOutcome;

    /// <param name="Taken">Cases that the operator has now.</param>
    /// <param name="OfOthers">Cases that a colleague took first.</param>
    public sealed record Charged(int Taken, int OfOthers) : ClusterOutcome;

    /// <summary>There is no such cluster for this user.</summary>
    public sealed record NotFound : ClusterOutcome;

    /// <summary>The database cannot be written now; what was done before it refused is kept.</summary>
    /// <param name="Taken">Cases that were taken in charge all the same.</param>
    public sealed record NothingSaved(int Taken = 0) : ClusterOutcome;
}

/// <summary>What the agency's operators do with clusters. Every command may be sent twice and is done once.</summary>
public sealed class ClusterDesk(IClusterStore store, IClusterQueries queries, AgencyDesk reports, PortalClock clock)
{
    /// <summary>Says where a cluster stands.</summary>
    public async Task<ClusterOutcome> PutAsync(Actor actor, int clusterId, ClusterState state, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator)
        {
            return new ClusterOutcome.NotFound();
        }

        try
        {
            return await store.ChangeAsync<ClusterOutcome>(actor, clusterId, cluster =>
            {
                cluster.Put(state, actor, clock.UtcNow);
                return new ClusterOutcome.Put(state);
            }, cancellationToken) ?? new ClusterOutcome.NotFound();
        }
        catch (StoreUnavailableException)
        {
            return new ClusterOutcome.NothingSaved();
        }
    }

    /// <summary>Prendi in carico tutti: every case of the cluster that nobody has. Each is its own commit, as if it had been pressed.</summary>
    public async Task<ClusterOutcome> TakeAllInChargeAsync(Actor actor, int clusterId, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator || await queries.FindAsync(actor, clusterId, cancellationToken) is not { } sheet)
        {
            return new ClusterOutcome.NotFound();
        }

        var (taken, ofOthers) = (0, 0);
        foreach (var one in sheet.Cases.Where(one => one.State == AgencyState.Received))
        {
            switch (await reports.TakeInChargeAsync(actor, one.ReportId, cancellationToken))
            {
                case TakeInChargeOutcome.TakenInCharge:
                    taken++;
                    break;
                case TakeInChargeOutcome.AlreadyTaken:
                    ofOthers++;
                    break;
                case TakeInChargeOutcome.NothingSaved:
                    return new ClusterOutcome.NothingSaved(taken);
            }
        }

        return new ClusterOutcome.Charged(taken, ofOthers);
    }
}
