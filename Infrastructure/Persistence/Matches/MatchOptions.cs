using System.ComponentModel.DataAnnotations;

namespace CovidSchoolReporting.Infrastructure.Persistence.Matches;

/// <summary>Section <c>Matches</c> of the configuration: how far the portal looks for possible duplicates. What is found is only proposed.</summary>
public sealed class MatchOptions
{
    public const string Section = "Matches";

    /// <summary>
    /// So many days apart, the last one included, two reports about maybe the same person may have been received. A positive swab later
    /// than that is held to be another infection, not the same one reported twice.
    /// </summary>
    [Range(1, 365, ErrorMessage = "Matches:WithinDays must be from 1 to 365.")]
    public int WithinDays { get; set; } = 90;
}
