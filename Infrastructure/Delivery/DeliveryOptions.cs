using System.ComponentModel.DataAnnotations;

namespace CovidSchoolReporting.Infrastructure.Delivery;

/// <summary>Section <c>Delivery</c> of the configuration: where closed cases go, and how patiently.</summary>
public sealed class DeliveryOptions : IValidatableObject
{
    public const string Section = "Delivery";

    /// <summary>A key shorter than the hash's own 256 bits would be its weakest part.</summary>
    public const int SecretMinLength = 32;

    private const int OneDay = 86_400;

    /// <summary>Address of the agency's server; empty means the agency's own intake in the portal's database.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Shared secret that signs what is sent to <see cref="Endpoint"/>; at least 32 characters.</summary>
    public string? Secret { get; set; }

    /// <summary>Longest wait for the agency's whole answer.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Wait before the second try; each further wait is about twice the one before.</summary>
    public int FirstRetrySeconds { get; set; } = 5;

    /// <summary>The wait grows no further than this.</summary>
    public int LongestRetrySeconds { get; set; } = 900;

    /// <summary>Tries before the sending is given up and a person must look. The default lasts about three days.</summary>
    public int MaxAttempts { get; set; } = 400;

    /// <summary>Sendings under way at once.</summary>
    public int AtOnce { get; set; } = 4;

    internal Uri? EndpointUri => string.IsNullOrWhiteSpace(Endpoint) ? null : new Uri(Endpoint);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => [
        .. WithinRange(nameof(TimeoutSeconds), TimeoutSeconds, 1, 300),
        .. WithinRange(nameof(FirstRetrySeconds), FirstRetrySeconds, 1, OneDay),
        .. WithinRange(nameof(LongestRetrySeconds), LongestRetrySeconds, FirstRetrySeconds, OneDay),
        .. WithinRange(nameof(MaxAttempts), MaxAttempts, 1, 100_000),
        .. WithinRange(nameof(AtOnce), AtOnce, 1, 32),
        .. ValidateEndpoint(),
    ];

    private static IEnumerable<ValidationResult> WithinRange(string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            yield return new ValidationResult($"Delivery:{name} is {value}: give a number from {least} to {most}.");
        }
    }

    private IEnumerable<ValidationResult> ValidateEndpoint()
    {
        if (string.IsNullOrWhiteSpace(Endpoint))
        {
            if (!string.IsNullOrEmpty(Secret))
            {
                yield return new ValidationResult("Delivery:Secret is set without Delivery:Endpoint: give the agency's address too, or neither.");
            }

            yield break;
        }

        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || !IsSafe(uri) || uri.UserInfo.Length > 0)
        {
            yield return new ValidationResult(
                $"Delivery:Endpoint is '{Endpoint}': give an https address without user name (http only for this machine).");
        }

        if (Secret is not { Length: >= SecretMinLength })
        {
            yield return new ValidationResult($"Delivery:Secret has fewer than {SecretMinLength} characters: agree a longer one with the agency.");
        }
    }

    private static bool IsSafe(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
}
