using System.Globalization;
using System.Security.Claims;
using Bunit;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.ReportingPolicies;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Tests.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.ReportingPolicies;

/// <summary>The administrator's screens over the real desk and a real database, on 25/11/2020.</summary>
public sealed class PolicyScreenTests : ScreenContext, IAsyncLifetime
{
    private const string WithoutTest = "Contacts-Everybody-DaysWithoutTest";

    private readonly Sabotage _sabotage = new();
    private TestPortal _portal = null!;
    private Actor _keeper = null!;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private PolicyDesk Desk => _portal.Get<PolicyDesk>();

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    public async ValueTask InitializeAsync()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        _portal = await TestPortal.StartAsync(services =>
        {
            services.AddSingleton(IdentityStoresOnFile.Limits).AddUserStores().AddSessionStores();
            _sabotage.Install(services);
        });
        var user = PortalUser.RegisterAgency("amministratore@ats.example", "Ada Custode", Role.AgencyAdministrator, []);
        await using (var context = await _portal.OpenAsync())
        {
            context.Add(user);
            await context.SaveChangesAsync(Patience);
        }

        _keeper = user.ToActor();
        var principal = new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(PortalClaims.UserId, user.Id.ToString(CultureInfo.InvariantCulture)),
                new Claim(PortalClaims.SessionId, Guid.NewGuid().ToString()),
            ],
            "Test"));
        await _portal.Get<DatabaseTicketStore>().StoreAsync(new AuthenticationTicket(principal, "Test"));
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(principal));
        Services.AddSingleton(provider =>
            new CurrentActor(provider.GetRequiredService<AuthenticationStateProvider>(), _portal.Get<SessionStore>(), new LastWords()));
        Services.AddSingleton(_portal.Get<ChangeHub>());
        Services.AddSingleton(_portal.Get<PolicyDesk>());
        Services.AddSingleton(_portal.Get<PolicyDraftValidator>());
        Services.AddSingleton<ListMessage>();
        JSInterop.SetupModule("./js/dialog.js").Mode = JSRuntimeMode.Loose;
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task List_Timeline_ShowsEachWithItsState()
    {
        await DraftAsync();

        var page = Render<PoliciesPage>();

        page.WaitForAssertion(() => Assert.Equal(
            [.. Enumerable.Repeat("Programmata", 8), "Bozza", "In vigore", "Passata"],
            page.FindAll(".badge").Select(badge => badge.TextContent.Trim())));
    }

    [Fact]
    public async Task List_ColleaguePublishes_FollowsByItself()
    {
        var id = await DraftAsync();
        var page = Render<PoliciesPage>();
        page.WaitForAssertion(() => Assert.Equal(11, page.FindAll("tbody tr").Count));

        await Desk.PublishAsync(_keeper, id, 1, Patience);

        page.WaitForAssertion(() => Assert.Equal(9, page.FindAll(".badge-info").Count));
    }

    [Fact]
    public async Task New_DayAndSource_SavesADraftWithTheValuesInForce()
    {
        var page = Render<PolicyEditPage>();
        Type(page, nameof(PolicyDraft.StartsOn), "1/12/20");
        Type(page, nameof(PolicyDraft.Source), "Circolare n. 1");
        Type(page, WithoutTest, "15");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.StartsWith("ats/regole/1", Navigation.ToBaseRelativePath(Navigation.Uri), StringComparison.Ordinal));
        var draft = (await TimelineAsync()).All.Single(p => !p.IsPublished);
        Assert.Equal((new DateOnly(2020, 12, 1), "Circolare n. 1"), (draft.StartsOn, draft.Source));
        Assert.Equal((10, 15), (draft.Terms.Contacts[0].DaysWithTest, draft.Terms.Contacts[0].DaysWithoutTest));
        Assert.Equal(10, draft.Terms.Case[0].AsymptomaticDays);
    }

    [Theory]
    [InlineData("StartsOn", "24/11/2020", "Il giorno è già passato")]
    [InlineData("StartsOn", "01/10/2020", "precedente all'inizio delle regole in vigore (12/10/2020)")]
    [InlineData("StartsOn", "30/03/2022", "cominciano già altre regole")]
    [InlineData("Source", "", "Indicare la fonte")]
    [InlineData("WindowDaysBefore", "-2", "da 0 a 60")]
    [InlineData("Case-Everybody-LongestDays", "100", "da 0 a 60")]
    [InlineData(WithoutTest, "9", "non può essere più breve che con il test")]
    public async Task New_WrongField_SaysSoAtTheFieldAndLosesNothing(string field, string typed, string sentence)
    {
        var page = Render<PolicyEditPage>();
        Type(page, nameof(PolicyDraft.StartsOn), "01/12/2020");
        Type(page, nameof(PolicyDraft.Source), "Circolare n. 1");
        Type(page, nameof(PolicyDraft.WindowDaysBefore), "3");
        Type(page, field, typed);

        page.Find("form").Submit();

        page.WaitForElement(".error-summary");
        Assert.Contains(sentence, page.Find($"#{field}-message").TextContent, StringComparison.Ordinal);
        Assert.Contains(sentence, page.Find($".error-summary a[data-focus='{field}']").TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, page.Find($"#{field}").GetAttribute("value") ?? "");
        Assert.Equal("true", page.Find($"#{field}").GetAttribute("aria-invalid"));
        Assert.Single(page.FindAll(".error-summary li"));
        Assert.Equal(10, (await TimelineAsync()).All.Count);
    }

    [Fact]
    public void New_OtherGrouping_ShowsItsGroupsAndComesBackWithWhatWasTyped()
    {
        var page = Render<PolicyEditPage>();
        Type(page, WithoutTest, "15");

        page.Find($"#{nameof(PolicyDraft.ContactGrouping)}").Change("2");
        Assert.Equal(
            ["Tutti", "Non vaccinato", "Vaccinato", "Con dose di richiamo"], page.FindAll(".group legend").Select(legend => legend.TextContent));
        page.Find($"#{nameof(PolicyDraft.ContactGrouping)}").Change("0");

        Assert.Equal("15", page.Find($"#{WithoutTest}").GetAttribute("value"));
    }

    [Fact]
    public async Task Edit_ColleagueWasFirst_KeepsWhatWasTypedAndSavesAtTheSecondTry()
    {
        var id = await DraftAsync();
        var page = Render<PolicyEditPage>(p => p.Add(e => e.PolicyId, id));
        Type(page, nameof(PolicyDraft.Source), "La mia fonte");
        var theirs = PolicyDraft.Of((await TimelineAsync()).Find(id)!);
        theirs.Notes = "Della collega";
        await Desk.SaveDraftAsync(_keeper, theirs, Patience);

        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("un collega ha modificato", page.Find(".notice-warning").TextContent, StringComparison.Ordinal));
        Assert.Equal("La mia fonte", page.Find("#Source").GetAttribute("value"));
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.EndsWith($"ats/regole/{id}", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal("La mia fonte", (await TimelineAsync()).Find(id)!.Source);
    }

    [Fact]
    public async Task Edit_DatabaseCannotBeWritten_SaysSoAndKeepsTheText()
    {
        var page = Render<PolicyEditPage>(p => p.Add(e => e.PolicyId, (int?)null));
        Type(page, nameof(PolicyDraft.StartsOn), "01/12/2020");
        Type(page, nameof(PolicyDraft.Source), "Circolare n. 1");
        _sabotage.Now = Sabotage.ReadOnly;

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("niente è stato modificato", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Equal("Circolare n. 1", page.Find("#Source").GetAttribute("value"));
        Assert.Equal(10, (await TimelineAsync()).All.Count);
    }

    [Fact]
    public async Task Edit_Published_SaysThatItCannotBeAmended()
    {
        var inForce = (await TimelineAsync()).InForceOn(new DateOnly(2020, 11, 25));

        var page = Render<PolicyEditPage>(p => p.Add(e => e.PolicyId, inForce.Id));

        page.WaitForElement(".notice-info");
        Assert.Empty(page.FindAll("input"));
    }

    [Fact]
    public async Task Page_PublishThenWithdraw_AsksBeforeEachAndShowsTheState()
    {
        var id = await DraftAsync();
        var page = Render<PolicyPage>(p => p.Add(e => e.PolicyId, id));
        Click(page, "Pubblica");
        Assert.Contains("I casi aperti dal 01/12/2020 in poi", page.Find("#policy-explain").TextContent, StringComparison.Ordinal);
        Click(page, "NO");
        Assert.Contains("Bozza", page.Find(".badge").TextContent, StringComparison.Ordinal);

        Click(page, "Pubblica");
        Click(page, "SÌ");
        page.WaitForAssertion(() => Assert.Contains("Programmata", page.Find(".badge").TextContent, StringComparison.Ordinal));
        Assert.Contains("Le regole sono state pubblicate", page.Find(".notice-success").TextContent, StringComparison.Ordinal);

        Click(page, "Ritira");
        Click(page, "SÌ");
        page.WaitForAssertion(() => Assert.Contains("Bozza", page.Find(".badge").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_Remove_LeadsToTheListWithAMessage()
    {
        var id = await DraftAsync();
        var page = Render<PolicyPage>(p => p.Add(e => e.PolicyId, id));

        Click(page, "Elimina la bozza");
        Click(page, "SÌ");

        page.WaitForAssertion(() => Assert.EndsWith("ats/regole", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal("La bozza è stata eliminata.", Services.GetRequiredService<ListMessage>().Take());
        Assert.Null((await TimelineAsync()).Find(id));
    }

    [Fact]
    public async Task Page_DayTakenMeanwhile_SaysWhyItWasNotPublished()
    {
        var (mine, theirs) = (await DraftAsync(), await DraftAsync());
        var page = Render<PolicyPage>(p => p.Add(e => e.PolicyId, mine));
        await Desk.PublishAsync(_keeper, theirs, 1, Patience);

        Click(page, "Pubblica");
        Click(page, "SÌ");

        page.WaitForAssertion(() => Assert.Contains("cominciano già altre regole", page.Find(".notice-error li").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_InForce_OffersNothing()
    {
        var inForce = (await TimelineAsync()).InForceOn(new DateOnly(2020, 11, 25));

        var page = Render<PolicyPage>(p => p.Add(e => e.PolicyId, inForce.Id));

        page.WaitForAssertion(() => Assert.Contains("In vigore", page.Find(".badge").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button"));
    }

    private static void Type(IRenderedComponent<PolicyEditPage> page, string field, string text)
    {
        page.WaitForElement($"#{field}");
        page.Find($"#{field}").Change(text);
        page.Find($"#{field}").Blur();
    }

    private static void Click(IRenderedComponent<PolicyPage> page, string text)
    {
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), button => button.TextContent.Trim() == text));
        page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent.Trim() == text).Click()).GetAwaiter().GetResult();
    }

    private async Task<int> DraftAsync() =>
        Assert.IsType<PolicyOutcome.Done>(await Desk.SaveDraftAsync(_keeper, Drafts.Policy(), Patience)).Id;

    private async Task<PolicyTimeline> TimelineAsync() => (await Desk.TimelineAsync(_keeper, Patience))!;

    private sealed class SignedIn(ClaimsPrincipal principal) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(principal));
    }
}
