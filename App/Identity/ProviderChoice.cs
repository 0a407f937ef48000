using CovidSchoolReporting.App.Hosting;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Identity;

/// <summary>Which identity provider this process trusts: decided once, from the configuration, before anything is composed.</summary>
internal abstract record ProviderChoice
{
    private ProviderChoice()
    {
    }

    /// <summary>The agency's provider. The embedded one does not exist.</summary>
    public sealed record External(Uri Authority) : ProviderChoice;

    /// <summary>The portal's own provider, in the same process.</summary>
    public sealed record Embedded : ProviderChoice;

    /// <summary>The portal must not start.</summary>
    /// <param name="Sentence">Names the value to mend.</param>
    public sealed record Refused(string Sentence) : ProviderChoice;

    public static ProviderChoice Decide(IdentityOptions identity, PortalOptions portal, IHostEnvironment environment)
    {
        if (!string.IsNullOrWhiteSpace(identity.Authority))
        {
            return DecideExternal(identity);
        }

        var onLoopback = Uri.TryCreate(portal.PublicAddress, UriKind.Absolute, out var address) && address.IsLoopback;
        return identity.EmbeddedProvider.Enabled switch
        {
            true when !onLoopback && address?.Scheme == Uri.UriSchemeHttp => new Refused(
                $"Portal:PublicAddress is '{portal.PublicAddress}': outside loopback the embedded identity provider needs https."),
            true => new Embedded(),
            null when onLoopback && !environment.IsProduction() => new Embedded(),
            _ => new Refused(
                "Identity:Authority is empty: name the OpenID Connect provider (with Identity:ClientId and Identity:ClientSecret), "
                + "or set Identity:EmbeddedProvider:Enabled to true to use the portal's own."),
        };
    }

    private static ProviderChoice DecideExternal(IdentityOptions identity)
    {
        if (!Uri.TryCreate(identity.Authority, UriKind.Absolute, out var authority)
            || (authority.Scheme != Uri.UriSchemeHttps && !(authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
        {
            return new Refused($"Identity:Authority is '{identity.Authority}': give an https address (http on loopback only).");
        }

        if (identity.EmbeddedProvider.Enabled is true)
        {
            return new Refused("Identity:EmbeddedProvider:Enabled is true although Identity:Authority names another provider: remove one of them.");
        }

        return (string.IsNullOrWhiteSpace(identity.ClientId), string.IsNullOrWhiteSpace(identity.ClientSecret)) switch
        {
            (true, _) => new Refused("Identity:ClientId is empty: give the name that the provider knows the portal by."),
            (_, true) => new Refused("Identity:ClientSecret is empty: give the secret that the provider issued to the portal."),
            _ => new External(authority),
        };
    }
}

/// <summary>Stops the start with the sentence of a refused choice.</summary>
internal sealed class ProviderChoiceValidation(IOptions<PortalOptions> portal, IHostEnvironment environment) : IValidateOptions<IdentityOptions>
{
    public ValidateOptionsResult Validate(string? name, IdentityOptions options) =>
        ProviderChoice.Decide(options, portal.Value, environment) is ProviderChoice.Refused refused
            ? ValidateOptionsResult.Fail(refused.Sentence)
            : ValidateOptionsResult.Success;
}
