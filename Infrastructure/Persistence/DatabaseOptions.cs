using System.ComponentModel.DataAnnotations;

namespace CovidSchoolReporting.Infrastructure.Persistence;

/// <summary>Section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>The SQLite file. A relative path is below the content root. Its folder is made if it is missing.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Database:Path is empty: name the file of the SQLite database.")]
    public string Path { get; set; } = "data/portal.db";
}
