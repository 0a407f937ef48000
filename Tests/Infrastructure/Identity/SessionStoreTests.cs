using System.Security.Claims;
using System.Text;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Authentication;

namespace CovidSchoolReporting.Tests.Infrastructure.Identity;

public sealed class SessionStoreTests : IAsyncLifetime
{
    private IdentityStoresOnFile _stores = null!;
    private PortalUser _user = null!;

    private SessionStore Sessions => _stores.Sessions;

    private DatabaseTicketStore Tickets => _stores.Portal.Get<DatabaseTicketStore>();

    public async ValueTask InitializeAsync()
    {
        _stores = await IdentityStoresOnFile.StartAsync();
        _user = await _stores.RegisterOperatorAsync("operatore@ats.example");
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task Retrieve_StoredTicket_ComesBackWhole()
    {
        var (key, session) = await BeginAsync();

        var ticket = await Tickets.RetrieveAsync(key);

        Assert.Equal(session, ticket!.Principal.SessionId());
        Assert.True(ticket.Principal.IsInRole(nameof(Role.AgencyOperator)));
    }

    [Fact]
    public async Task Store_Key_IsNotInTheDatabase()
    {
        var (key, _) = await BeginAsync();

        await using var context = await _stores.Portal.OpenAsync();
        var row = Assert.Single(context.Set<UserSession>().ToList());

        Assert.DoesNotContain(key, Encoding.UTF8.GetString(row.KeyHash), StringComparison.Ordinal);
        Assert.Equal(32, row.KeyHash.Length);
        Assert.DoesNotContain("AgencyOperator", Encoding.UTF8.GetString(row.Ticket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_OpenSession_GivesTheActorOfTheRecords()
    {
        var (_, session) = await BeginAsync();

        var open = await Sessions.UseAsync(session);

        Assert.Equal((_user.Id, Role.AgencyOperator), (open!.Actor.UserId, open.Actor.Role));
        Assert.Equal([Territory.Milano], open.Actor.Territories);
    }

    [Fact]
    public async Task Use_NobodyForTheIdleTime_SessionIsOver()
    {
        var (key, session) = await BeginAsync();

        _stores.Portal.Clock.Advance(IdentityStoresOnFile.Limits.Idle);

        Assert.Null(await Sessions.UseAsync(session));
        Assert.Null(await Tickets.RetrieveAsync(key));
        Assert.False(await Sessions.IsOpenAsync(session));
    }

    [Fact]
    public async Task Use_AgainAndAgain_LastsUntilTheAbsoluteLimit()
    {
        var (_, session) = await BeginAsync();
        var step = TimeSpan.FromMinutes(20);
        var uses = 0;
        while (await Sessions.UseAsync(session) is not null)
        {
            _stores.Portal.Clock.Advance(step);
            uses++;
        }

        Assert.Equal(IdentityStoresOnFile.Limits.Absolute / step, uses);
    }

    [Fact]
    public async Task IsOpen_AskedAllTheTime_DoesNotKeepAForgottenTabAlive()
    {
        var (_, session) = await BeginAsync();
        for (var minute = 0; minute < 29; minute++)
        {
            _stores.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.True(await Sessions.IsOpenAsync(session));
        }

        _stores.Portal.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await Sessions.IsOpenAsync(session));
    }

    [Fact]
    public async Task Remove_BySignOut_TellsTheOpenScreensOnce()
    {
        var (key, session) = await BeginAsync();
        var told = 0;
        using var subscription = _stores.Portal.Get<SessionWatch>().Subscribe(session, _user.Id, () => told++);

        await Tickets.RemoveAsync(key);
        await Tickets.RemoveAsync(key);

        Assert.Equal((1, false), (told, await Sessions.IsOpenAsync(session)));
    }

    [Fact]
    public async Task Disable_User_EndsEverySessionAndTellsTheScreens()
    {
        var (_, first) = await BeginAsync();
        var (_, second) = await BeginAsync();
        List<Guid> told = [];
        var watch = _stores.Portal.Get<SessionWatch>();
        using var one = watch.Subscribe(first, _user.Id, () => told.Add(first));
        using var two = watch.Subscribe(second, _user.Id, () => told.Add(second));

        await _stores.Directory.DisableAsync(_user.Email);

        Assert.Equivalent(new[] { first, second }, told, strict: true);
        Assert.Null(await Sessions.UseAsync(first));
    }

    [Fact]
    public async Task Prune_AfterTheLimits_DeletesOnlyWhatIsOver()
    {
        await BeginAsync();
        _stores.Portal.Clock.Advance(IdentityStoresOnFile.Limits.Idle);
        Assert.Equal(0, await Sessions.PruneAsync());
        _stores.Portal.Clock.Advance(TimeSpan.FromDays(1));
        var (_, young) = await BeginAsync();

        Assert.Equal(1, await Sessions.PruneAsync());
        Assert.True(await Sessions.IsOpenAsync(young));
    }

    [Fact]
    public async Task Renew_Ever_IsRefused()
    {
        var (key, _) = await BeginAsync();
        var other = new AuthenticationTicket(new ClaimsPrincipal(), "Portal");

        await Assert.ThrowsAsync<NotSupportedException>(() => Tickets.RenewAsync(key, other));
    }

    private async Task<(string Key, Guid Session)> BeginAsync()
    {
        var principal = PortalPrincipal.Begin(_user);
        return (await Tickets.StoreAsync(new AuthenticationTicket(principal, "Portal")), principal.SessionId()!.Value);
    }
}
