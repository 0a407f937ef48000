using Bunit;
using Bunit.Rendering;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Components;
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
        Services.AddSingleton<IPolicyStore>(new PolicyStoreStub(new PolicyTimeline(ReferencePolicies.Load())));
        Services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development });
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public override IRenderedComponent<ContainerFragment> Render(RenderFragment renderFragment)
    {
        ComeAlive();
        return base.Render(renderFragment);
    }

    public override IRenderedComponent<TComponent> Render<TComponent>(RenderFragment renderFragment)
    {
        ComeAlive();
        return base.Render<TComponent>(renderFragment);
    }

    // Not in the constructor: telling the renderer makes it, and then no test could add a service.
    private void ComeAlive() => SetRendererInfo(new RendererInfo("Server", isInteractive: true));
}
