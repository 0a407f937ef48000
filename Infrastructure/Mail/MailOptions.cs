using System.ComponentModel.DataAnnotations;
using System.Net;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Infrastructure.Mail;

/// <summary>How the line to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Plain at first, then encrypted or not used at all (usually port 587).</summary>
    StartTls,

    /// <summary>Encrypted from the first byte (usually port 465).</summary>
    Tls,

    /// <summary>Not at all: only for a server on this machine.</summary>
    None,
}

/// <summary>Section <c>Mail</c> of the configuration: notices by e-mail. Without a host nothing is prepared and nothing is sent.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    private const int OneDay = 86_400;

    /// <summary>Name of the mail server; empty: no mail at all.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>The address that notices come from.</summary>
    public string? From { get; set; }

    /// <summary>Account at the mail server; empty when it asks for none.</summary>
    public string? Account { get; set; }

    /// <summary>The account's password: a secret, from an environment variable or a secret store.</summary>
    public string? Password { get; set; }

    /// <summary>Longest wait for an answer of the server.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>When operators get their digest, on the wall clock of Europe/Rome; empty: never.</summary>
    public TimeOnly? DigestAt { get; set; } = new TimeOnly(7, 30);

    /// <summary>Wait before the second try; each further wait is about twice the one before.</summary>
    public int FirstRetrySeconds { get; set; } = 60;

    /// <summary>The wait grows no further than this.</summary>
    public int LongestRetrySeconds { get; set; } = 3_600;

    /// <summary>Tries before a notice is given up. The default lasts about two days.</summary>
    public int MaxAttempts { get; set; } = 48;

    /// <summary>Where links lead: set by the host from <c>Portal:PublicAddress</c>, not by the configuration.</summary>
    public Uri PortalAddress { get; set; } = new("http://localhost:5080");

    internal bool IsOn => !string.IsNullOrWhiteSpace(Host);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => [
        .. WithinRange(nameof(Port), Port, 1, 65_535),
        .. WithinRange(nameof(TimeoutSeconds), TimeoutSeconds, 1, 300),
        .. WithinRange(nameof(FirstRetrySeconds), FirstRetrySeconds, 1, OneDay),
        .. WithinRange(nameof(LongestRetrySeconds), LongestRetrySeconds, FirstRetrySeconds, OneDay),
        .. WithinRange(nameof(MaxAttempts), MaxAttempts, 1, 10_000),
        .. IsOn ? ValidateServer() : ValidateNothing(),
    ];

    private static IEnumerable<ValidationResult> WithinRange(string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            yield return new ValidationResult($"Mail:{name} is {value}: give a number from {least} to {most}.");
        }
    }

    private IEnumerable<ValidationResult> ValidateNothing()
    {
        if (!string.IsNullOrEmpty(From) || !string.IsNullOrEmpty(Account) || !string.IsNullOrEmpty(Password))
        {
            yield return new ValidationResult("Mail:From, Mail:Account or Mail:Password is set without Mail:Host: name the mail server too, or none of them.");
        }
    }

    private IEnumerable<ValidationResult> ValidateServer()
    {
        if (From is null || !EmailAddress.IsValid(From))
        {
            yield return new ValidationResult($"Mail:From is '{From}': give the e-mail address that notices come from.");
        }

        if (string.IsNullOrEmpty(Account) != string.IsNullOrEmpty(Password))
        {
            yield return new ValidationResult("Mail:Account and Mail:Password belong together: give both or neither.");
        }

        if (Security is MailSecurity.None && !IsThisMachine())
        {
            yield return new ValidationResult("Mail:Security is None: only a mail server on this machine may be used without encryption.");
        }
    }

    private bool IsThisMachine() =>
        Host is "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}
