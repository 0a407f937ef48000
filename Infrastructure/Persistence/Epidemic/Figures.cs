using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Infrastructure.Persistence.Epidemic;

/// <summary>
/// A sum that the database raises in the commit that registers a report (<see cref="Sqlite.SummedReports"/>): nothing in the portal writes
/// one. The same cases are summed in several grains, each in the order in which one chart reads it.
/// </summary>
internal abstract class Figure
{
    public Territory Territory { get; private init; }

    public DateOnly Day { get; private init; }

    public SchoolType SchoolType { get; private init; }

    public RoleGroup Role { get; private init; }
}

/// <summary>A sum of cases.</summary>
internal abstract class CaseFigure : Figure
{
    /// <summary>What <see cref="Figure.Day"/> is the day of.</summary>
    public EpidemicBasis Basis { get; private init; }

    public int Cases { get; private init; }

    public int Contacts { get; private init; }
}

/// <summary>For the curve: day by day.</summary>
internal sealed class DayFigure : CaseFigure;

/// <summary>For the map, and for the curve of one comune.</summary>
internal sealed class PlaceFigure : CaseFigure
{
    public string MunicipalityCode { get; private init; } = "";
}

/// <summary>For the ranked schools and classes; only reports whose plesso is known.</summary>
internal sealed class ClassFigure : CaseFigure
{
    public int SiteId { get; private init; }

    public string ClassKey { get; private init; } = "";

    public string MunicipalityCode { get; private init; } = "";
}

/// <summary>How many reports took so long for a step; <see cref="Figure.Day"/> is the day of the report.</summary>
internal sealed class DelayFigure : Figure
{
    public DelayStep Step { get; private init; }

    /// <summary>Days or hours: see <see cref="DelayStep"/>.</summary>
    public int Length { get; private init; }

    public string MunicipalityCode { get; private init; } = "";

    public int Reports { get; private init; }
}

/// <summary>A day of the imported curve of the whole population.</summary>
internal sealed class OfficialFigure
{
    public Territory Territory { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>New cases; a correction may be below zero.</summary>
    public int Cases { get; set; }
}

/// <summary>The imported shape of a comune, as the map draws it.</summary>
internal sealed class MunicipalityShape
{
    /// <summary>The longest path of a comune that is taken over.</summary>
    public const int PathMaxLength = 60_000;

    public string Code { get; init; } = "";

    public Territory Territory { get; init; }

    public string Path { get; set; } = "";
}
