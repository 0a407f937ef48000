using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.LineLists;

/// <summary>Where the lines come from: only from the reports of the actor's territories.</summary>
public interface ILineListSource
{
    /// <summary>How many lines there are now.</summary>
    Task<int> CountAsync(Actor actor, LineListRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// The lines in the order of reception, read from the database while they are walked through: a large list is never in memory as a
    /// whole. It blocks the thread that walks.
    /// </summary>
    IEnumerable<LineListRow> Rows(Actor actor, LineListRequest request, CancellationToken cancellationToken);

    /// <summary>Writes into the audit what was listed, before anybody gets it.</summary>
    /// <param name="lines">How many lines it has.</param>
    /// <param name="caseIds">Whose cases or contacts stand in it, each once.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task RecordAsync(Actor actor, LineListRequest request, int lines, IReadOnlyCollection<int> caseIds, string screen, CancellationToken cancellationToken);
}
