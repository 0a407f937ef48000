using System.Net;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Mail;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Hosting;

internal static class HostingServices
{
    /// <summary>Configuration, clocks, logs and addresses.</summary>
    public static void AddPortalHosting(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section)
            .ValidateDataAnnotations()
            .Validate(
                options => options.StartDay is null || !builder.Environment.IsProduction(),
                "Portal:StartDay is set in Production: there the business clock is the real one. Remove it.")
            .ValidateOnStart();

        // The framework keeps the real clock (cookies, tokens, retries); only the domain and the screens live on the business day.
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(provider =>
        {
            var real = provider.GetRequiredService<TimeProvider>();
            return provider.GetRequiredService<IOptions<PortalOptions>>().Value.StartDay is { } day
                ? new PortalClock(new ShiftedTimeProvider(real, day))
                : new PortalClock(real);
        });

        ListenWherePeopleType(builder);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<ContentSecurityPolicy>();
        builder.Services.AddSingleton<DatabaseHealth>(); // Else each request would make one, with nothing to share.
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.Services.AddOptions<HostFilteringOptions>().Configure<IOptions<PortalOptions>>(AllowOwnHost);
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<PortalOptions>>(TrustProxies);
        builder.Services.AddOptions<MailOptions>()
            .PostConfigure<IOptions<PortalOptions>>((mail, portal) => mail.PortalAddress = portal.Value.PublicUri());
        if (builder.Environment.IsProduction())
        {
            builder.Logging.ClearProviders().AddJsonConsole(json => json.UseUtcTimestamp = true);
        }
    }

    // On one's own machine the public address is the address; elsewhere a proxy stands before the portal, and the host says where to listen.
    private static void ListenWherePeopleType(WebApplicationBuilder builder)
    {
        var isSaid = !string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists()
            || !string.IsNullOrEmpty(builder.Configuration["HTTP_PORTS"]);
        var address = builder.Configuration[$"{PortalOptions.Section}:{nameof(PortalOptions.PublicAddress)}"];
        if (!isSaid && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { IsLoopback: true, Scheme: "http" })
        {
            builder.WebHost.UseUrls(address);
        }
    }

    // Addresses in answers follow the Host header: only the portal's own name, and loopback's for those who watch over it, are taken.
    private static void AllowOwnHost(HostFilteringOptions filtering, IOptions<PortalOptions> portal) =>
        filtering.AllowedHosts = [portal.Value.PublicUri().Host, "localhost", "127.0.0.1", "[::1]"];

    private static void TrustProxies(ForwardedHeadersOptions forwarded, IOptions<PortalOptions> portal)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in portal.Value.KnownProxies)
        {
            forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }
}
