using System.Security.Claims;
using Bunit;
using CovidSchoolReporting.App.Components;
using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Features.CaseFiles;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.App.Features.Epidemic;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Imports;
using CovidSchoolReporting.Tests.Components;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using MudBlazor.Services;

namespace CovidSchoolReporting.Tests.Access;

/// <summary>The portal's own router, layout, policies and pages, interactive, for one user with a real session.</summary>
internal sealed class Circuit : ScreenContext
{
    /// <param name="principal">Of a session in the portal's store, or anonymous.</param>
    public Circuit(TestPortal portal, ClaimsPrincipal principal)
    {
        Services.AddMudServices();
        Services.AddPortalLocalization();
        Services.AddScoped<ListMessage>();
        Services.AddScoped<AppraisalMemory>();
        Services.AddSingleton(provider => new ChartTables(
            provider.GetRequiredService<IStringLocalizer<EpidemicTexts>>(), provider.GetRequiredService<IStringLocalizer<SharedTexts>>(), portal.Get<PlaceRegister>()));
        Services.AddScoped<LastWords>();
        Services.AddSingleton<HandInNews>();
        Services.AddScoped<ListDrafts>();
        Services.AddSingleton(portal.Get<IDraftStore>());
        Services.AddSingleton(new FormTickets(new EphemeralDataProtectionProvider()));
        Services.AddScoped(typeof(SearchMemory<>));
        Services.AddSingleton(ActivatorUtilities.CreateInstance<CaseFileReader>(portal.Get<IServiceProvider>()));
        Services.AddAuthorizationCore(Policies.Define);
        Services.AddSingleton<IAuthorizationService, DefaultAuthorizationService>();
        Services.AddCascadingAuthenticationState();
        Services.AddSingleton(provider =>
            new CurrentActor(provider.GetRequiredService<AuthenticationStateProvider>(), portal.Get<SessionStore>(), new LastWords()));
        Services.AddSingleton(new SchoolYear(8, 31));
        Services.AddSingleton<ProviderChoice>(new ProviderChoice.Embedded());
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(principal));
        Services.AddImports();
        Services.AddFallbackServiceProvider(portal.Get<IServiceProvider>());
    }

    public IRenderedComponent<Routes> Open(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<Routes>();
    }

    private sealed class SignedIn(ClaimsPrincipal principal) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(principal));
    }
}
