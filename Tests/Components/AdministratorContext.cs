using System.Globalization;
using System.Security.Claims;
using Bunit;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Mail;
using CovidSchoolReporting.Tests.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components;

/// <summary>A screen of an administrator who has signed in, over the real services and a real database.</summary>
public abstract class AdministratorContext : ScreenContext, IAsyncLifetime
{
    private readonly Sabotage _sabotage = new();
    private int _notFound;

    protected static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    protected TestPortal Portal { get; private set; } = null!;

    protected Actor Keeper { get; private set; } = null!;

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    /// <summary>The address below the root to which the screen has led.</summary>
    protected string Place => Navigation.ToBaseRelativePath(Navigation.Uri);

    /// <summary>How often a screen has said that there is no such thing.</summary>
    protected int TimesNotFound => _notFound;

    public async ValueTask InitializeAsync()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Portal = await TestPortal.StartAsync(services =>
        {
            services.AddSingleton(IdentityStoresOnFile.Limits).AddUserStores().AddSessionStores();
            _sabotage.Install(services);
            AddMore(services);
        });
        var user = PortalUser.RegisterAgency("amministratore@ats.example", "Ada Custode", Role.AgencyAdministrator, []);
        await using (var context = await Portal.OpenAsync())
        {
            context.Add(user);
            await context.SaveChangesAsync(Patience);
        }

        Keeper = user.ToActor();
        var principal = new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(PortalClaims.UserId, user.Id.ToString(CultureInfo.InvariantCulture)),
                new Claim(PortalClaims.SessionId, Guid.NewGuid().ToString()),
            ],
            "Test"));
        await Portal.Get<DatabaseTicketStore>().StoreAsync(new AuthenticationTicket(principal, "Test"));
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(principal));
        Services.AddSingleton(provider => new CurrentActor(
            provider.GetRequiredService<AuthenticationStateProvider>(), Portal.Get<SessionStore>(), new LastWords(),
            provider.GetRequiredService<NavigationManager>()));
        Services.AddSingleton<ProviderChoice>(new ProviderChoice.Embedded());
        Services.AddSingleton(typeof(SearchMemory<>));
        Services.AddSingleton<ListMessage>();
        Share<ChangeHub>();
        Share<UserDesk>();
        Share<UserInvitations>();
        ShareMore();
        JSInterop.SetupModule("./js/dialog.js").Mode = JSRuntimeMode.Loose;
        Navigation.OnNotFound += (_, _) => _notFound++;
    }

    /// <summary>Services beside those of the database.</summary>
    protected virtual void AddMore(IServiceCollection services)
    {
    }

    /// <summary>What the screens of the test ask for besides: see <see cref="Share"/>.</summary>
    protected virtual void ShareMore()
    {
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Portal.DisposeAsync();
    }

    /// <summary>From now on the database refuses every write.</summary>
    protected void BreakTheDatabase() => _sabotage.Now = Sabotage.ReadOnly;

    /// <summary>The screens use the very service of the portal.</summary>
    protected void Share<TService>()
        where TService : class => Services.AddSingleton(Portal.Get<TService>());

    private sealed class SignedIn(ClaimsPrincipal principal) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(principal));
    }
}
