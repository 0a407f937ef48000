using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>One line of the history of a received report.</summary>
public sealed class ReportEvent
{
    public const int SubjectMaxLength = PortalUser.DisplayNameMaxLength;

    private ReportEvent()
    {
    }

    public long Id { get; private set; }

    public int ReportId { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private init; }

    /// <summary>Who did it; null for what the portal or the school did.</summary>
    public int? UserId { get; private init; }

    /// <summary>Their name as it was then.</summary>
    public string? UserName { get; private init; }

    public ReportEventKind Kind { get; private init; }

    /// <summary>What it was about where the kind alone does not say: a colleague's name, a count. Never a name of a reported person.</summary>
    public string? Subject { get; private init; }

    internal static ReportEvent Of(ReportEventKind kind, DateTime at, Actor? by = null, string? subject = null) => new()
    {
        At = at,
        UserId = by?.UserId,
        UserName = by?.DisplayName,
        Kind = kind,
        Subject = subject,
    };
}
