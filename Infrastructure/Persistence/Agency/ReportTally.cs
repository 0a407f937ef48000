using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <summary>How many reports of a territory were received on a day and stand in a state.</summary>
internal sealed class ReportTally
{
    public Territory Territory { get; init; }

    /// <summary>In Europe/Rome.</summary>
    public DateOnly Day { get; init; }

    public AgencyState State { get; init; }

    public int Count { get; init; }
}
