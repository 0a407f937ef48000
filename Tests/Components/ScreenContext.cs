using Bunit;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;

namespace CovidSchoolReporting.Tests.Components;

/// <summary>A bUnit context with what every screen of the portal asks for: texts, the business clock, an environment.</summary>
public abstract class ScreenContext : BunitContext
{
    protected ScreenContext()
    {
        Services.AddLocalization();
        Services.AddSingleton(new PortalClock(new FakeTimeProvider(TestPortal.Start)));
        Services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development });
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }
}
