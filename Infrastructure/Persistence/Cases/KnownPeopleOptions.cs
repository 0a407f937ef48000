using System.ComponentModel.DataAnnotations;

namespace CovidSchoolReporting.Infrastructure.Persistence.Cases;

/// <summary>Section <c>KnownPeople</c> of the configuration.</summary>
public sealed class KnownPeopleOptions
{
    public const string Section = "KnownPeople";

    /// <summary>How many days after its closing a case still tells of its contacts when the same person is typed again.</summary>
    [Range(0, 3650, ErrorMessage = "KnownPeople:RecentDays is not a number of days from 0 to 3650.")]
    public int RecentDays { get; set; } = 30;
}
