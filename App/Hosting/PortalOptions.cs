using System.ComponentModel.DataAnnotations;
using System.Net;

namespace CovidSchoolReporting.App.Hosting;

/// <summary>Section <c>Portal</c> of the configuration.</summary>
public sealed class PortalOptions : IValidatableObject
{
    public const string Section = "Portal";

    /// <summary>The address that people type: scheme, host and port, no path. Sign-in returns there.</summary>
    public string PublicAddress { get; set; } = "http://localhost:5080";

    /// <summary>
    /// The day on which the business clock starts, <c>yyyy-MM-dd</c>; empty means the real day.
    /// Refused in Production: there the clock is the real one.
    /// </summary>
    public DateOnly? StartDay { get; set; }

    /// <summary>Addresses of the reverse proxies whose forwarded headers count, besides those on this machine.</summary>
    public IReadOnlyList<string> KnownProxies { get; set; } = [];

    /// <summary>How long a page that has lost its connection finds everything as it left it, in seconds; after that it begins anew from its drafts.</summary>
    public int CircuitRetentionSeconds { get; set; } = 300;

    /// <summary>
    /// After how many seconds of silence a browser counts as gone. A tab in the background may wake only once a minute.
    /// </summary>
    public int SilentBrowserSeconds { get; set; } = 90;

    /// <summary><see cref="PublicAddress"/> once it is valid. A method: the binder reads properties before anything is checked.</summary>
    public Uri PublicUri() => new(PublicAddress);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(PublicAddress, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https") || uri.PathAndQuery != "/")
        {
            yield return new ValidationResult(
                $"Portal:PublicAddress is '{PublicAddress}': give scheme, host and port, for example https://portale.example.it.");
        }

        if (CircuitRetentionSeconds is < 1 or > 3600)
        {
            yield return new ValidationResult(
                $"Portal:CircuitRetentionSeconds is {CircuitRetentionSeconds}: give a number from 1 to 3600.");
        }

        // The browser says something every ten seconds (js/portal.js).
        if (SilentBrowserSeconds is < 15 or > 600)
        {
            yield return new ValidationResult($"Portal:SilentBrowserSeconds is {SilentBrowserSeconds}: give a number from 15 to 600.");
        }

        foreach (var proxy in KnownProxies.Where(p => !IPAddress.TryParse(p, out _)))
        {
            yield return new ValidationResult($"Portal:KnownProxies holds '{proxy}', which is not an IP address.");
        }
    }
}
