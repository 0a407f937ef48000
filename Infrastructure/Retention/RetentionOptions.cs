using System.ComponentModel.DataAnnotations;

namespace CovidSchoolReporting.Infrastructure.Retention;

/// <summary>Section <c>Retention</c> of the configuration.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>How many days a case is kept after the agency concluded it.</summary>
    [Range(1, 36500, ErrorMessage = "Retention:KeepDays is not a number of days from 1 to 36500.")]
    public int KeepDays { get; set; } = 365;

    /// <summary>Whether the portal announces and removes old cases by itself, at night. Otherwise only an administrator does.</summary>
    public bool Nightly { get; set; }
}
