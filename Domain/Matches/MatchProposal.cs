using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;

namespace CovidSchoolReporting.Domain.Matches;

/// <summary>Where a proposed pair stands. Stored by name, so names do not change.</summary>
public enum MatchState
{
    /// <summary>Nobody has said anything about it yet, or what was said was undone.</summary>
    Open,

    /// <summary>A person says that both reports are about one person. Nothing is merged.</summary>
    Linked,

    /// <summary>A person says that they are about two.</summary>
    Dismissed,
}

/// <summary>Two reports that may be about one person. They stay two reports whatever is said about them.</summary>
public sealed class MatchProposal
{
    private MatchProposal()
    {
    }

    public int Id { get; private set; }

    public int OlderReportId { get; private init; }

    public int NewerReportId { get; private init; }

    public Territory OlderTerritory { get; private init; }

    public Territory NewerTerritory { get; private init; }

    public MatchGround Ground { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime ProposedAt { get; private init; }

    public MatchState State { get; private set; }

    public int? SaidBy { get; private set; }

    /// <summary>The operator's name as it was then; also of whoever undid it.</summary>
    public string? SaidByName { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? SaidAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The newer report, while it is being received and has no id yet.</summary>
    private ReceivedReport? Newer { get; init; }

    /// <param name="olderId">A report that the agency has already.</param>
    /// <param name="newer">The report that is being received: it gets its id in the same commit.</param>
    public static MatchProposal Of(int olderId, Territory olderTerritory, ReceivedReport newer, MatchGround ground) => new()
    {
        OlderReportId = olderId,
        OlderTerritory = olderTerritory,
        NewerReportId = newer.Id,
        NewerTerritory = newer.Territory,
        Newer = newer,
        Ground = ground,
        ProposedAt = newer.ReceivedAt,
    };

    /// <summary>Two reports that the agency has already.</summary>
    /// <param name="at">UTC: when it could be seen.</param>
    public static MatchProposal Between((int Id, Territory Territory) older, (int Id, Territory Territory) newer, DateTime at, MatchGround ground) => new()
    {
        OlderReportId = older.Id,
        OlderTerritory = older.Territory,
        NewerReportId = newer.Id,
        NewerTerritory = newer.Territory,
        Ground = ground,
        ProposedAt = at,
    };

    /// <summary>Says what a person found, or takes it back. Saying the same again changes nothing.</summary>
    /// <param name="state">Open takes back what was said.</param>
    /// <returns>False when it was so already.</returns>
    public bool Say(MatchState state, Actor by, DateTime now)
    {
        if (!by.IsAgencyOperator || !by.Territories.Contains(OlderTerritory) || !by.Territories.Contains(NewerTerritory))
        {
            throw new InvalidOperationException("Only an operator of both territories says whether two reports are about one person.");
        }

        if (State == state)
        {
            return false;
        }

        (State, SaidBy, SaidByName, SaidAt) = (state, by.UserId, by.DisplayName, now);
        Version++;
        return true;
    }
}
