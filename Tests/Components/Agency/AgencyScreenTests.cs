using System.Globalization;
using System.Security.Claims;
using Bunit;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Features.Agency;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Tests.Components.Conversations;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Agency;

/// <summary>The operator's screens over the real services, database and worker.</summary>
public sealed class AgencyScreenTests : ScreenContext
{
    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Grid_SchoolSends_TheCaseAppearsByItself()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var grid = Render<ReportGrid>(grid => grid.Add(g => g.Request, new ReportListRequest()));
        grid.WaitForElement(".empty");

        await stage.ReceiveAsync(1, Patience);

        grid.WaitForElement("tbody tr", TimeSpan.FromSeconds(20));
        Assert.Equal(
            ["2020/0000001", "25/11/2020 10:00", "Scuola primaria Calvino", "Milano (MI)", "Rossi", "Mario", "0", "Ricevuto", "Prendi in carico"],
            grid.FindAll("tbody td").Select(cell => cell.TextContent.Trim()));
    }

    [Fact(Timeout = 60_000)]
    public async Task Grid_TakeInCharge_ChangesTheRowAndSaysSo()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        await stage.ReceiveAsync(1, Patience);
        var grid = Render<ReportGrid>(grid => grid.Add(g => g.Request, new ReportListRequest()));

        await grid.WaitForElement("tbody button").ClickAsync();

        grid.WaitForAssertion(() => Assert.Empty(grid.FindAll("tbody button")));
        Assert.Contains("Preso in carico", grid.Find(".row-state").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ugo Operatore", grid.Find(".row-state").TextContent, StringComparison.Ordinal);
        Assert.Contains("2020/0000001 è stato preso in carico", grid.Find(".notice-success").TextContent, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Grid_ColleagueWasFirst_SaysWho()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var id = Assert.Single(await stage.ReceiveAsync(1, Patience));
        var page = Render<ReportPage>(page => page.Add(p => p.ReportId, id));
        var button = page.WaitForElement("button");
        var ada = Actor.OfAgency(7001, "Ada Collega", Role.AgencyOperator, Territory.Milano);

        // Both press at once: the colleague's press arrives first, and this screen has not heard yet.
        var pressed = page.InvokeAsync(async () =>
        {
            await stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(ada, id, Patience);
            await button.ClickAsync();
        });
        await pressed;

        page.WaitForAssertion(() => Assert.Contains("Ada Collega", page.Find(".notice-warning").TextContent, StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Page_Report_IsOnlyRead()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var id = Assert.Single(await stage.ReceiveAsync(1, Patience));

        var page = Render<ReportPage>(page => page.Add(p => p.ReportId, id));

        page.WaitForElement("dl");
        Assert.Empty(page.FindAll(":is(input, textarea, select):not(.conversation *)"));
        Assert.Contains("Motivo indicato dalla scuola: Assente da prima", page.Markup, StringComparison.Ordinal);
        Assert.Contains("almeno fino al 01/12/2020", page.Find(".case-dates").TextContent, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Page_ReportOfAnotherTerritory_IsNotFoundLikeAnUnknownOne()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Lia Lodigiana", Territory.Lodi);
        var id = Assert.Single(await stage.ReceiveAsync(1, Patience));
        var notFound = 0;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => notFound++;

        var other = Render<ReportPage>(page => page.Add(p => p.ReportId, id));
        other.WaitForAssertion(() => Assert.Equal(1, notFound));
        var unknown = Render<ReportPage>(page => page.Add(p => p.ReportId, id + 1000));
        unknown.WaitForAssertion(() => Assert.Equal(2, notFound));

        Assert.Equal(unknown.Markup, other.Markup);
    }

    private static Task<DeliveryStage> SetAsync() => DeliveryStage.SetAsync(more: services => services
        .AddSingleton(new SessionLimits(TimeSpan.FromDays(1), TimeSpan.FromDays(1))).AddUserStores().AddSessionStores());

    private async Task SignInAsync(DeliveryStage stage, string name, params Territory[] territories)
    {
        var user = PortalUser.RegisterAgency($"{Guid.NewGuid():N}@ats.example", name, Role.AgencyOperator, territories);
        await using (var context = await stage.Portal.OpenAsync())
        {
            context.Add(user);
            await context.SaveChangesAsync(Patience);
        }

        var principal = new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(PortalClaims.UserId, user.Id.ToString(CultureInfo.InvariantCulture)),
                new Claim(PortalClaims.SessionId, Guid.NewGuid().ToString()),
            ],
            "Test"));
        await stage.Portal.Get<DatabaseTicketStore>().StoreAsync(new AuthenticationTicket(principal, "Test"));

        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(principal));
        Services.AddSingleton(provider =>
            new CurrentActor(provider.GetRequiredService<AuthenticationStateProvider>(), stage.Portal.Get<SessionStore>(), new LastWords()));
        Services.AddSingleton(stage.Portal.Get<ChangeHub>());
        Services.AddSingleton(stage.Portal.Get<IReportQueries>());
        Services.AddSingleton(stage.Portal.Get<AgencyDesk>());
        Services.AddConversations(stage.Portal);
        Services.AddSingleton(stage.Portal.Get<PlaceRegister>());
        Services.AddSingleton(new SearchMemory<ReportListRequest>());
    }

    private sealed class SignedIn(ClaimsPrincipal principal) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(principal));
    }
}
