using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.Agency.Queue;

/// <summary>Which reports «Casi ricevuti» shows: those that meet every condition that is given. It holds no person's data.</summary>
public sealed record ReportFilter
{
    public static readonly ReportFilter None = new();

    public AgencyState? State { get; init; }

    /// <summary>The plesso.</summary>
    public int? SiteId { get; init; }

    /// <summary>Belfiore code of the comune of the plesso.</summary>
    public string? MunicipalityCode { get; init; }

    public SchoolType? SchoolType { get; init; }

    /// <summary>Class and section in their normalised form, see <see cref="Agency.ClassKey"/>.</summary>
    public string? ClassKey { get; init; }

    /// <summary>The day on which the agency received it.</summary>
    public DayRange Received { get; init; }

    public DayRange LastDayAttended { get; init; }

    /// <summary>Not taken in charge by anybody, and received so long ago.</summary>
    public WaitingTime? Waiting { get; init; }

    /// <summary>At least one of these is missing; none asks nothing.</summary>
    public ReportGaps Missing { get; init; }

    public AssigneeFilter? Assignee { get; init; }

    public bool IsNone => this == None;

    /// <summary>Nothing can meet the conditions.</summary>
    public bool IsImpossible => Received.IsBackwards || LastDayAttended.IsBackwards;

    /// <summary>Whether only the state and the day of receipt are asked for: that much is counted by the writes.</summary>
    public bool IsCounted => this with { State = null, Received = default } == None;
}
