using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.App.Identity.Embedded;
using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Identity;

internal static class IdentityServices
{
    /// <summary>Users, sessions, signing in and out, and the embedded provider where the configuration asks for it.</summary>
    public static void AddPortalIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;
        var choice = ProviderChoice.Decide(
            configuration.GetSection(IdentityOptions.Section).Get<IdentityOptions>() ?? new IdentityOptions(),
            configuration.GetSection(PortalOptions.Section).Get<PortalOptions>() ?? new PortalOptions(),
            builder.Environment);

        services.AddOptions<IdentityOptions>().BindConfiguration(IdentityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<IdentityOptions>, ProviderChoiceValidation>();
        services.AddSingleton(choice);
        services.AddSingleton(provider =>
        {
            var identity = provider.GetRequiredService<IOptions<IdentityOptions>>().Value;
            return new SessionLimits(TimeSpan.FromMinutes(identity.IdleMinutes), TimeSpan.FromHours(identity.AbsoluteHours));
        });
        services.AddUserStores().AddSessionStores();

        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultScheme = options.DefaultForbidScheme = PortalCookie.Scheme;
            options.DefaultChallengeScheme = ProviderSignIn.Scheme;
        });
        authentication.AddCookie(PortalCookie.Scheme);
        authentication.AddProviderSignIn(choice);
        services.AddPortalCookie();
        services.AddAuthorization(Policies.Define);
        services.AddSignInAttempts();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, PortalAuthenticationState>();
        services.AddScoped<LastWords>();
        services.AddScoped<CurrentActor>();
        services.AddHostedService<SessionHousekeeping>();
        if (choice is ProviderChoice.Embedded)
        {
            authentication.AddEmbeddedProvider();
        }
    }

    /// <summary>What signing in needs before the portal listens. Called once, after the database is ready.</summary>
    public static async Task PreparePortalIdentityAsync(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ProviderChoice>() is ProviderChoice.Embedded)
        {
            await app.Services.PrepareEmbeddedProviderAsync();
        }
    }

    public static void UsePortalIdentity(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void MapPortalIdentity(this WebApplication app)
    {
        app.MapSignInAndOut();
        if (app.Services.GetRequiredService<ProviderChoice>() is ProviderChoice.Embedded)
        {
            app.MapEmbeddedProvider();
        }
    }
}
