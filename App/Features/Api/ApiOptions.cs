using System.ComponentModel.DataAnnotations;

namespace CovidSchoolReporting.App.Features.Api;

/// <summary>Section <c>Api</c> of the configuration: the HTTP API for the agency's other systems.</summary>
public sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>
    /// What an access token of the agency's own provider must be issued for. Empty: with that provider there is no API. The embedded
    /// provider needs none.
    /// </summary>
    public string? Audience { get; set; }

    /// <summary>Requests that one client may make in a minute.</summary>
    [Range(1, 100_000, ErrorMessage = "Api:RequestsPerMinute must be from 1 to 100000.")]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Life of an access token of the embedded provider.</summary>
    [Range(1, 60, ErrorMessage = "Api:TokenMinutes must be from 1 to 60.")]
    public int TokenMinutes { get; set; } = 10;
}
