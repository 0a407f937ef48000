using System.ComponentModel.DataAnnotations;

namespace CovidSchoolReporting.Infrastructure.Drafts;

/// <summary>Section <c>Drafts</c> of the configuration.</summary>
public sealed class DraftOptions
{
    public const string Section = "Drafts";

    /// <summary>A draft that nobody went on with for so many days is removed.</summary>
    [Range(1, 365, ErrorMessage = "Drafts:KeepDays must be from 1 to 365.")]
    public int KeepDays { get; set; } = 14;
}
