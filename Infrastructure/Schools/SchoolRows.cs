using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Infrastructure.Schools;

/// <summary>Which page of «Istituti», by name.</summary>
/// <param name="Search">Part of the name or code of the institute or of one of its plessi.</param>
public sealed record SchoolListRequest(string? Search = null, PageAnchor? Anchor = null)
{
    public const int PageSize = 25;
    public const int SearchMaxLength = 100;
}

/// <summary>A row of «Istituti».</summary>
/// <param name="Sites">How many plessi are open.</param>
/// <param name="Users">How many users may enter for it.</param>
public sealed record SchoolRow(int Id, string Code, string Name, int Sites, int Users);

/// <summary>An institute with all its plessi, open and closed.</summary>
public sealed record SchoolSheet(int Id, string Code, string Name, IReadOnlyList<SchoolSite> Sites);

/// <summary>What became of a command of the administrator about schools.</summary>
public abstract record SchoolOutcome
{
    private SchoolOutcome()
    {
    }

    public sealed record Done(int InstituteId) : SchoolOutcome;

    public sealed record Invalid(IReadOnlyList<SiteFinding> Findings) : SchoolOutcome;

    /// <summary>A colleague changed it after it was opened; nothing was written.</summary>
    public sealed record Stale : SchoolOutcome;

    /// <summary>There is no such thing for whoever asks.</summary>
    public sealed record NotFound : SchoolOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : SchoolOutcome;
}
