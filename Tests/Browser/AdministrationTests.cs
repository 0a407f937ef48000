using CovidSchoolReporting.Tests.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>The administrator at work, with the others at their browsers.</summary>
public sealed class AdministrationTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const float AtOnce = 2_000;

    [Fact]
    public async Task Disable_UserWithAScreenOpen_ThrowsThemOutAtOnceAndKeepsTheirDraft()
    {
        var school = await Fixture.NewSchoolAsync();
        var referent = await ReferentOfAsync(school, "/casi/nuovo");
        await referent.TypeAndLeaveAsync("Cognome", "Quattrocchi");
        await Expect(referent.Page.GetByText("Bozza salvata alle")).ToBeVisibleAsync();
        await referent.TypeAsync("Nome", "Ersili");
        var administrator = await NewVisitorAsync();
        await administrator.SignInAsAsync("Davide Monti", "/ats/utenti");

        await FindAsync(administrator, school.Referent);
        await administrator.Button("Disattiva").ClickAsync();
        await Expect(administrator.Dialog).ToContainTextAsync("le sue schermate saranno chiuse subito");
        await administrator.Dialog.GetByRole(AriaRole.Button, new() { Name = "SÌ" }).ClickAsync();

        await Expect(referent.Heading).ToHaveTextAsync("Sessione terminata", new() { Timeout = AtOnce });
        await Expect(administrator.Notices).ToContainTextAsync("non può più entrare");
        await administrator.Button("Riattiva").ClickAsync();
        await Expect(administrator.Notices).ToContainTextAsync("può entrare di nuovo");
        await referent.OpenAsync("/casi"); // The provider still knows them, so no password is asked.
        await referent.Link("Nuovo caso: Quattrocchi Ersili").ClickAsync();
        await Expect(referent.Field("Cognome")).ToHaveValueAsync("Quattrocchi");
        await Expect(referent.Field("Nome")).ToHaveValueAsync("Ersili");
    }

    [Fact]
    public async Task Invite_WithTheKeyboard_TheUserEntersWithThePasswordShownOnce()
    {
        var email = $"nuovo.{Guid.NewGuid():N}@ats.example";
        var administrator = await NewVisitorAsync();
        await administrator.SignInAsAsync("Davide Monti", "/ats/utenti");
        var keys = new Keyboard(administrator);

        await keys.TabAndPressAsync("Invita un utente");
        await keys.ArriveAsync("Invita un utente");
        await keys.TabAndTypeAsync("Indirizzo e-mail", email);
        await keys.TabAndTypeAsync("Nome e cognome", "Ottavia Nuova");
        await keys.TabAndChooseAsync("Ruolo", "Operatore ATS");
        await administrator.Page.GetByLabel("Lodi").CheckAsync();
        await keys.TabAndPressAsync("Invita");
        await keys.ArriveAsync("Ottavia Nuova");
        await Expect(administrator.Notices).ToContainTextAsync("Ottavia Nuova può entrare nel portale");
        await keys.TabAndPressAsync("Genera una nuova password");
        var password = await administrator.Page.Locator(".password").TextContentAsync();

        var operatorOfLodi = await NewVisitorAsync();
        await operatorOfLodi.Page.GotoAsync("/ats/casi");
        await operatorOfLodi.Field("Indirizzo e-mail").FillAsync(email);
        await operatorOfLodi.Field("Password").FillAsync(password!);
        await operatorOfLodi.Page.GetByRole(AriaRole.Button, new() { Name = "Accedi" }).ClickAsync();
        await operatorOfLodi.StartedAsync();
        await Expect(operatorOfLodi.Page.Locator(".user-name")).ToHaveTextAsync("Ottavia Nuova");
    }

    [Fact]
    public async Task ThePages_HinderNobody()
    {
        var school = await Fixture.NewSchoolAsync();
        var administrator = await NewVisitorAsync();
        var look = new Accessibility(administrator);
        await administrator.SignInAsAsync("Davide Monti");
        await look.LookAtAsync("home");

        await administrator.OpenAsync("/ats/utenti");
        await Expect(administrator.Page.Locator("tbody tr").First).ToBeVisibleAsync();
        await look.LookAtAsync("users");
        await FindAsync(administrator, school.Referent);
        await look.LookAtAsync("user");
        await administrator.Button("Disattiva").ClickAsync();
        await Expect(administrator.Dialog).ToBeVisibleAsync();
        await look.LookAtAsync("user, question");
        await administrator.OpenAsync("/ats/utenti/nuovo");
        await administrator.Button("Invita").ClickAsync();
        await Expect(administrator.ErrorSummary.Locator("li")).ToHaveCountAsync(3);
        await look.LookAtAsync("invitation with errors");
        await administrator.OpenAsync("/ats/istituti");
        await Expect(administrator.Page.Locator("tbody tr").First).ToBeVisibleAsync();
        await look.LookAtAsync("institutes");
        await administrator.Page.Locator("tbody a").First.ClickAsync();
        await Expect(administrator.Page.Locator("tbody button").First).ToBeVisibleAsync();
        await look.LookAtAsync("institute");
        await administrator.OpenAsync("/ats/istituti/nuovo");
        await look.LookAtAsync("new institute");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task RetentionAndRegistry_HinderNobody_AndWhatIsRemovedIsGone()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var administrator = await NewVisitorAsync();
        var look = new Accessibility(administrator);
        await administrator.SignInAsAsync("Davide Monti", "/ats/conservazione");
        await Expect(administrator.Page.GetByText("Nessun caso è concluso da abbastanza tempo.")).ToBeVisibleAsync();
        await look.LookAtAsync("retention, nothing to remove");
        await school.ConcludedLongAgoAsync(caseId);

        await administrator.OpenAsync("/ats/conservazione");
        await Expect(administrator.Page.GetByText("conclusi dal 01/03/2018 al 01/03/2018")).ToBeVisibleAsync();
        await look.LookAtAsync("retention");
        await administrator.Button("Elimina adesso").ClickAsync();
        await Expect(administrator.Dialog).ToContainTextAsync("nessuno potrà recuperarli");
        await look.LookAtAsync("retention, question");
        await administrator.Dialog.GetByRole(AriaRole.Button, new() { Name = "SÌ" }).ClickAsync();
        await Expect(administrator.Notices).ToContainTextAsync("Casi eliminati: 1.");
        await look.LookAtAsync("retention, done");

        await administrator.OpenAsync("/ats/registro");
        await administrator.Page.Locator("#registry-search").FillAsync("Rossi");
        await administrator.Button("Cerca").ClickAsync();
        await Expect(administrator.Page.Locator("table").First.Locator("tbody tr").First).ToBeVisibleAsync();
        await look.LookAtAsync("audit");
        await administrator.OpenAsync($"/ats/registro?caso={caseId}");
        await Expect(administrator.Page.GetByText("che non c'è più")).ToBeVisibleAsync();
        await Expect(administrator.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "ha aperto un caso" })).ToBeVisibleAsync();
        await look.LookAtAsync("audit of a case that is gone");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task Registry_WhoSawACase_IsFoundByTheName()
    {
        var school = await Fixture.NewSchoolAsync();
        var surname = "Zz" + string.Concat(Guid.NewGuid().ToString("N").Where(char.IsLetter));
        var caseId = await school.HasCaseAsync(d => d.Surname = surname);
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}");
        await Expect(referent.Field("Cognome")).ToHaveValueAsync(surname);
        var administrator = await NewVisitorAsync();
        administrator.Remember(surname);
        await administrator.SignInAsAsync("Davide Monti", "/ats/registro");

        await administrator.Page.Locator("#registry-search").FillAsync(surname);
        await administrator.Button("Cerca").ClickAsync();
        await administrator.Link($"{surname} Mario").ClickAsync();

        await Expect(administrator.Page.GetByText($"Solo le voci che riguardano {surname} Mario")).ToBeVisibleAsync();
        var seen = administrator.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "ha visto un caso con i suoi contatti" }).First;
        await Expect(seen).ToContainTextAsync(school.Referent.Name);
        await Expect(seen).ToContainTextAsync("/casi/{id}");
    }

    private static async Task FindAsync(Visitor administrator, Account account)
    {
        await administrator.Field("Cerca un utente o un istituto").FillAsync(account.Email);
        await administrator.Button("Cerca").ClickAsync();
        await Expect(administrator.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await administrator.Link(account.Name).ClickAsync();
        await Expect(administrator.Heading).ToHaveTextAsync(account.Name);
    }
}
