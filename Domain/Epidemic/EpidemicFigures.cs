using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>Everything that the dashboard shows, for one filter, read at one moment.</summary>
public sealed record EpidemicFigures
{
    /// <summary>Days before the period that are read too, so that its first days have a moving average.</summary>
    public const int DaysAhead = DailyCurve.AverageDays - 1;

    /// <summary>How many schools and classes are ranked.</summary>
    public const int Ranked = 10;

    public required EpidemicFilter Filter { get; init; }

    /// <summary>Counts by day, school type and role; those of <see cref="DaysAhead"/> days before the period too. Days without cases are missing.</summary>
    public required IReadOnlyList<DayCount> Days { get; init; }

    /// <summary>New cases of the whole population in the territories in view, for days on which every one of them has a figure; empty when no curve was imported.</summary>
    public required IReadOnlyList<OfficialCount> Official { get; init; }

    /// <summary>Comuni with cases in the period.</summary>
    public required IReadOnlyList<PlaceCount> Places { get; init; }

    /// <summary>The schools with most cases, at most <see cref="Ranked"/>.</summary>
    public required IReadOnlyList<SchoolCount> Schools { get; init; }

    /// <summary>The classes with most cases, at most <see cref="Ranked"/>; classes with a single case are not ranked.</summary>
    public required IReadOnlyList<ClassCount> Classes { get; init; }

    /// <summary>How long each step took, for the reports received in the period.</summary>
    public required IReadOnlyList<DelaySummary> Delays { get; init; }

    /// <summary>Reports that nobody has taken in charge, whatever the period, oldest last.</summary>
    public required IReadOnlyList<WaitingCount> Waiting { get; init; }

    /// <summary>Cases in the period as long as this one right before it.</summary>
    public required int CasesBefore { get; init; }

    /// <summary>Clusters that are not closed, whatever the period.</summary>
    public required int ActiveClusters { get; init; }

    public int Cases => Days.Where(day => day.Day >= Filter.From).Sum(day => day.Cases);

    public int Contacts => Days.Where(day => day.Day >= Filter.From).Sum(day => day.Contacts);
}

/// <summary>Cases of one day, with the contacts that the schools listed for them.</summary>
public sealed record DayCount(DateOnly Day, SchoolType SchoolType, RoleGroup Role, int Cases, int Contacts);

/// <summary>New cases of a day in the whole population, as published; a correction may be below zero.</summary>
public sealed record OfficialCount(DateOnly Day, int Cases);

/// <param name="Code">Belfiore code.</param>
/// <param name="Pupils">Of all its schools whose number of pupils is known; null when none is.</param>
public sealed record PlaceCount(string Code, int Cases, int Contacts, int? Pupils)
{
    /// <summary>Cases for every ten thousand pupils.</summary>
    public double? Rate => Pupils is > 0 ? Cases * 10_000.0 / Pupils : null;
}

/// <param name="MunicipalityCode">Belfiore code.</param>
public sealed record SchoolCount(int SiteId, string Name, string MunicipalityCode, SchoolType SchoolType, int Cases, int Contacts, int? Pupils);

/// <param name="ClassKey">The class and section as one key, capital letters and digits.</param>
public sealed record ClassCount(int SiteId, string SchoolName, string MunicipalityCode, string ClassKey, int Cases, int Contacts);

/// <summary>How many reports wait.</summary>
/// <param name="DaysOld">Whole days in Europe/Rome since the report was received: 0 is today.</param>
public sealed record WaitingCount(int DaysOld, int Reports);
