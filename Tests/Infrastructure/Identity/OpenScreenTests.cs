using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace CovidSchoolReporting.Tests.Infrastructure.Identity;

/// <summary>What a screen that is open learns when its session ends.</summary>
public sealed class OpenScreenTests : IAsyncLifetime
{
    private readonly LastWords _lastWords = new();
    private IdentityStoresOnFile _stores = null!;
    private PortalUser _user = null!;
    private PortalAuthenticationState _state = null!;
    private Guid _session;

    private CurrentActor Actor => new(_state, _stores.Sessions, _lastWords);

    public async ValueTask InitializeAsync()
    {
        _stores = await IdentityStoresOnFile.StartAsync();
        _user = await _stores.RegisterOperatorAsync("operatore@ats.example");
        var principal = PortalPrincipal.Begin(_user);
        _session = principal.SessionId()!.Value;
        await _stores.Portal.Get<DatabaseTicketStore>().StoreAsync(new AuthenticationTicket(principal, "Portal"));
        _state = new PortalAuthenticationState(
            NullLoggerFactory.Instance, _stores.Sessions, _stores.Portal.Get<SessionWatch>(), _stores.Portal.Get<DatabaseEngine>(), _lastWords);
        _state.SetAuthenticationState(Task.FromResult(new AuthenticationState(principal)));
    }

    public async ValueTask DisposeAsync()
    {
        ((IDisposable)_state).Dispose();
        await _stores.DisposeAsync();
    }

    [Fact]
    public async Task Require_SessionOpen_GivesTheActor() => Assert.Equal(_user.Id, (await Actor.RequireAsync()).UserId);

    [Fact]
    public async Task Session_EndedInAnotherTab_TurnsTheScreenAnonymousAtOnce()
    {
        var changed = 0;
        _state.AuthenticationStateChanged += _ => changed++;

        await _stores.Sessions.EndAsync(_session);

        Assert.Equal((1, false), (changed, await IsSignedInAsync()));
    }

    [Fact]
    public async Task User_DisabledOnTheScreens_TurnsTheScreenAnonymousAtOnce()
    {
        await _stores.Directory.DisableAsync(_user.Email);

        Assert.False(await IsSignedInAsync());
    }

    [Fact]
    public async Task Require_SessionEndedByAnotherProcess_IsRefusedAndTheScreenTurnsAnonymous()
    {
        await using (var context = await _stores.Portal.OpenAsync())
        {
            // Another process writes to the database and tells nobody here.
            await context.Set<UserSession>().ExecuteDeleteAsync(Xunit.TestContext.Current.CancellationToken);
        }

        Assert.True(await IsSignedInAsync());
        await Assert.ThrowsAsync<SessionEndedException>(async () => await Actor.RequireAsync());
        Assert.False(await IsSignedInAsync());
    }

    [Fact]
    public async Task Require_Anonymous_IsRefused()
    {
        _state.End();

        await Assert.ThrowsAsync<SessionEndedException>(async () => await Actor.RequireAsync());
    }

    private async Task<bool> IsSignedInAsync() => (await _state.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated;
}
