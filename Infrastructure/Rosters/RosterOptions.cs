using System.ComponentModel.DataAnnotations;
using CovidSchoolReporting.Domain.Rosters;

namespace CovidSchoolReporting.Infrastructure.Rosters;

/// <summary>Section <c>Rosters</c> of the configuration.</summary>
public sealed class RosterOptions : IValidatableObject
{
    public const string Section = "Rosters";

    /// <summary>The last day of the school year, month and day. At its end the rosters loaded in it are removed.</summary>
    public string SchoolYearEnds { get; set; } = "08-31";

    /// <summary><see cref="SchoolYearEnds"/> once it is valid. A method: the binder reads properties before anything is checked.</summary>
    public SchoolYear SchoolYear() => Domain.Rosters.SchoolYear.TryParse(SchoolYearEnds)!;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Domain.Rosters.SchoolYear.TryParse(SchoolYearEnds) is null)
        {
            yield return new ValidationResult(
                $"Rosters:SchoolYearEnds is '{SchoolYearEnds}': give month and day as {Domain.Rosters.SchoolYear.Format}, for example 08-31, a day that every year has.");
        }
    }
}
