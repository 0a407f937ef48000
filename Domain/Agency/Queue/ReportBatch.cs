using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Agency.Queue;

/// <summary>
/// The same command on many reports. Each is a commit of its own: what a colleague was first with, or what is not there any more, does
/// not keep the others from being done, and sent twice it changes nothing.
/// </summary>
public sealed class ReportBatch(AgencyDesk desk)
{
    /// <summary>Prendi in carico.</summary>
    /// <param name="reportIds">A page of them, see <see cref="ReportListRequest.PageSize"/>.</param>
    public async Task<BatchOutcome> TakeInChargeAsync(Actor actor, IReadOnlyCollection<int> reportIds, CancellationToken cancellationToken)
    {
        var tally = new BatchTally();
        foreach (var id in reportIds)
        {
            switch (await desk.TakeInChargeAsync(actor, id, cancellationToken))
            {
                case TakeInChargeOutcome.TakenInCharge:
                    tally.Done++;
                    break;
                case TakeInChargeOutcome.AlreadyTaken taken:
                    tally.HeldBy(taken.ByName);
                    break;
                case TakeInChargeOutcome.NothingSaved:
                    tally.NotSaved++;
                    break;
                default:
                    tally.NotThere++;
                    break;
            }
        }

        return tally.Outcome;
    }

    /// <summary>Assegna a…: who had a report before hands it over.</summary>
    /// <param name="userId">An operator, as <see cref="IColleagues"/> lists them.</param>
    public async Task<BatchOutcome> AssignAsync(
        Actor actor, IReadOnlyCollection<int> reportIds, int userId, CancellationToken cancellationToken)
    {
        var tally = new BatchTally();
        var colleague = await desk.FindColleagueAsync(actor, userId, cancellationToken);
        foreach (var id in reportIds)
        {
            switch (await desk.AssignAsync(actor, id, colleague, cancellationToken))
            {
                case StepOutcome.Done:
                    tally.Done++;
                    break;
                case StepOutcome.NothingSaved:
                    tally.NotSaved++;
                    break;
                case StepOutcome.NoSuchColleague:
                    tally.NotTheirs++;
                    break;
                default:
                    tally.NotThere++;
                    break;
            }
        }

        return tally.Outcome;
    }
}
