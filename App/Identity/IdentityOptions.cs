using System.ComponentModel.DataAnnotations;

namespace CovidSchoolReporting.App.Identity;

/// <summary>Section <c>Identity</c> of the configuration: who vouches for the users, and how long a session lasts.</summary>
public sealed class IdentityOptions
{
    public const string Section = "Identity";

    /// <summary>Issuer address of the agency's OpenID Connect provider; empty means the portal's own, where that is allowed.</summary>
    public string? Authority { get; set; }

    /// <summary>The portal's name at that provider.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public EmbeddedProviderOptions EmbeddedProvider { get; set; } = new();

    /// <summary>A session that nobody used for so many minutes is over.</summary>
    [Range(1, 480, ErrorMessage = "Identity:IdleMinutes must be from 1 to 480.")]
    public int IdleMinutes { get; set; } = 30;

    /// <summary>A session is over after so many hours, however busy.</summary>
    [Range(1, 24, ErrorMessage = "Identity:AbsoluteHours must be from 1 to 24.")]
    public int AbsoluteHours { get; set; } = 10;

    /// <summary>Sign-in attempts that one address may make in a minute. A whole school can share one address.</summary>
    [Range(1, 100_000, ErrorMessage = "Identity:SignInAttemptsPerMinute must be from 1 to 100000.")]
    public int SignInAttemptsPerMinute { get; set; } = 20;
}

public sealed class EmbeddedProviderOptions
{
    /// <summary>True starts the portal's own provider; unset, it starts on loopback outside Production only.</summary>
    public bool? Enabled { get; set; }
}
