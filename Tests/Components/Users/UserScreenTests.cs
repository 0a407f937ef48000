using Bunit;
using CovidSchoolReporting.App.Features.Users;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.Schools;

namespace CovidSchoolReporting.Tests.Components.Users;

public sealed class UserScreenTests : AdministratorContext
{
    private UserDesk Desk => Portal.Get<UserDesk>();

    [Fact]
    public async Task List_SearchByInstitute_ShowsItsPeopleAndKeepsTheWordOutOfTheAddress()
    {
        await InviteAsync("anna@scuola.example", "Anna Bianchi");
        var page = Render<UserGrid>(grid => grid.Add(g => g.Request, new UserListRequest()));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));

        page.Find("#user-search").Change("manzi");
        page.Find("form.search").Submit();

        page.WaitForAssertion(() => Assert.Equal(
            ["Anna Bianchi", "anna@scuola.example", "Referente COVID", "Istituto Manzi", "Invitato"],
            page.FindAll("tbody td").Select(cell => cell.TextContent.Trim())));
        Assert.DoesNotContain("manzi", Navigation.Uri, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Invite_Referent_LeadsToTheUserAndSaysSo()
    {
        await AddInstituteAsync();
        var page = Render<UserInvitePage>();
        page.Find("#Email").Change("anna@scuola.example");
        page.Find("#DisplayName").Change("Anna Bianchi");
        page.Find("#Role").Change("1");
        page.Find("#InstituteCode").Input("manz");
        page.WaitForElement("[role=option]").Click();

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Matches("^ats/utenti/[0-9]+$", Place));
        var user = Assert.Single((await Desk.ListAsync(Keeper, new UserListRequest(Role: Role.Referent), Patience)).Rows);
        Assert.Equal(("anna@scuola.example", "MIIC000001"), (user.Email, user.InstituteCode));
    }

    [Fact]
    public void Invite_NothingTyped_SaysEachFaultAtItsField()
    {
        var page = Render<UserInvitePage>();
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal(
            ["Scrivere l'indirizzo e-mail.", "Scrivere nome e cognome.", "Scegliere il ruolo."],
            page.FindAll(".error-summary a").Select(link => link.TextContent)));
        page.Find("#Role").Change("2");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal(
            ["Scrivere l'indirizzo e-mail.", "Scrivere nome e cognome.", "Scegliere almeno un territorio."],
            page.FindAll(".error-summary a").Select(link => link.TextContent)));
        Assert.NotEmpty(page.FindAll("#Email-message"));
    }

    [Fact]
    public async Task User_DisableAndConfirm_SaysSoAndOffersToEnable()
    {
        var id = await InviteAsync("anna@scuola.example", "Anna Bianchi");
        var page = Render<UserPage>(p => p.Add(u => u.UserId, id));

        page.WaitForElement(".btn-outline-danger").Click();
        page.WaitForElement("dialog .btn-danger").Click();

        page.WaitForAssertion(() => Assert.Contains("non può più entrare", page.Find(".notice-success").TextContent, StringComparison.Ordinal));
        Assert.Equal("Disattivato", page.Find(".badge").TextContent);
        Assert.Contains(page.FindAll("button"), button => button.TextContent.Trim() == "Riattiva");
        Assert.Equal(UserState.Disabled, (await Desk.FindAsync(Keeper, id, Patience))!.Row.State);
    }

    [Fact]
    public void User_Oneself_CannotBeDisabled()
    {
        var page = Render<UserPage>(p => p.Add(u => u.UserId, Keeper.UserId));

        page.WaitForElement(".badge");

        Assert.Empty(page.FindAll(".btn-outline-danger"));
    }

    [Fact]
    public async Task User_ColleagueChangedItMeanwhile_KeepsWhatWasTypedAndSaysWhatStandsNow()
    {
        var id = await InviteAsync("anna@scuola.example", "Anna Bianchi");
        var page = Render<UserPage>(p => p.Add(u => u.UserId, id));
        page.WaitForElement("#DisplayName").Change("Anna Verdi");
        var version = (await Desk.FindAsync(Keeper, id, Patience))!.Version;
        await Desk.AmendAsync(Keeper, id, version, School("anna@scuola.example", "Anna Neri"), Patience);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains(
            "I dati sono adesso: Anna Neri, Referente COVID, MIIC000001 - Istituto Manzi.", page.Find(".notice-warning").TextContent, StringComparison.Ordinal));
        Assert.Equal("Anna Verdi", page.Find("#DisplayName").GetAttribute("value"));
        page.Find("form").Submit();
        page.WaitForElement(".notice-success");
        Assert.Equal("Anna Verdi", (await Desk.FindAsync(Keeper, id, Patience))!.Row.DisplayName);
    }

    [Fact]
    public async Task User_DisabledWhileANameIsTyped_KeepsTheNameAndSavesIt()
    {
        var id = await InviteAsync("anna@scuola.example", "Anna Bianchi");
        var page = Render<UserPage>(p => p.Add(u => u.UserId, id));
        page.WaitForElement("#DisplayName").Change("Anna Verdi");

        page.Find(".btn-outline-danger").Click();
        page.WaitForElement("dialog .btn-danger").Click();
        page.WaitForElement(".notice-success");

        Assert.Equal("Anna Verdi", page.Find("#DisplayName").GetAttribute("value"));
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("I dati di Anna Verdi sono salvati", page.Find(".notice-success").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task User_DisabledAfterAColleagueChangedTheName_DoesNotWriteOverItUnsaid()
    {
        var id = await InviteAsync("anna@scuola.example", "Anna Bianchi");
        var page = Render<UserPage>(p => p.Add(u => u.UserId, id));
        page.WaitForElement("#DisplayName").Change("Anna Verdi");
        var version = (await Desk.FindAsync(Keeper, id, Patience))!.Version;
        await Desk.AmendAsync(Keeper, id, version, School("anna@scuola.example", "Anna Neri"), Patience);
        page.Find(".btn-outline-danger").Click();
        page.WaitForElement("dialog .btn-danger").Click();
        page.WaitForElement(".notice-success");

        page.Find("form").Submit();

        page.WaitForElement(".notice-warning");
        Assert.Equal("Anna Neri", (await Desk.FindAsync(Keeper, id, Patience))!.Row.DisplayName);
    }

    [Fact]
    public async Task NewPassword_DatabaseCannotBeWritten_SaysThatNothingWasSaved()
    {
        var id = await InviteAsync("anna@scuola.example", "Anna Bianchi");
        var page = Render<UserPage>(p => p.Add(u => u.UserId, id));
        page.WaitForElement("section button");
        BreakTheDatabase();

        page.Find("section button").Click();

        page.WaitForAssertion(() => Assert.Contains("non è stato salvato nulla", page.Find(".notice-error").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".password"));
    }

    [Fact]
    public void Invite_MailIsOff_SaysWhatToTellThePerson()
    {
        var page = Render<UserInvitePage>();

        Assert.Contains($"comunicare all'utente di persona l'indirizzo del portale, {Navigation.BaseUri}", page.Find(".lead").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_NewPassword_IsShownOnce()
    {
        var id = await InviteAsync("anna@scuola.example", "Anna Bianchi");
        var page = Render<UserPage>(p => p.Add(u => u.UserId, id));

        page.WaitForElement("section button").Click();

        var password = page.WaitForElement(".password").TextContent;
        Assert.NotNull(await Portal.Get<EmbeddedAccounts>().ProveAsync("anna@scuola.example", password, Patience));
    }

    [Fact]
    public async Task User_NewPasswordForOneself_IsShownHereAndEndsTheOtherSessions()
    {
        var elsewhere = Guid.NewGuid();
        await Portal.Get<SessionStore>().OpenAsync(elsewhere, Keeper.UserId, "key", [1], Patience);
        var page = Render<UserPage>(p => p.Add(u => u.UserId, Keeper.UserId));
        var button = page.WaitForElement("section button");
        Assert.Contains("questa resta aperta", page.Find("section").TextContent, StringComparison.Ordinal);

        button.Click();

        Assert.Equal(17, page.WaitForElement(".password").TextContent.Length);
        Assert.False(await Portal.Get<SessionStore>().IsOpenAsync(elsewhere, Patience));
        Assert.Equal(1, (await Desk.FindAsync(Keeper, Keeper.UserId, Patience))!.OpenSessions);
    }

    [Fact]
    public async Task Save_DatabaseCannotBeWritten_SaysThatNothingWasSavedAndKeepsWhatWasTyped()
    {
        var id = await InviteAsync("anna@scuola.example", "Anna Bianchi");
        var page = Render<UserPage>(p => p.Add(u => u.UserId, id));
        page.WaitForElement("#DisplayName").Change("Anna Verdi");
        BreakTheDatabase();

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("non è stato salvato nulla", page.Find(".notice-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("Anna Verdi", page.Find("#DisplayName").GetAttribute("value"));
    }

    [Fact]
    public void User_Unknown_IsNotFound()
    {
        var page = Render<UserPage>(p => p.Add(u => u.UserId, 900_000));

        page.WaitForAssertion(() => Assert.Equal(1, TimesNotFound));
    }

    private static UserRegistration School(string email, string name) => new(email, name, Role.Referent, "MIIC000001", new HashSet<Territory>());

    private Task AddInstituteAsync() =>
        Portal.Get<InstituteRegister>().EnsureAsync(Institute.Register("MIIC000001", "Istituto Manzi"), Patience);

    private async Task<int> InviteAsync(string email, string name)
    {
        await AddInstituteAsync();
        var registration = School(email, name);
        return Assert.IsType<UserOutcome.Done>(await Desk.InviteAsync(Keeper, registration, Patience)).UserId;
    }
}
