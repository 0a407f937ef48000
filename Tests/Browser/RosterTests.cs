using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>Classes are loaded once a year, and then contacts are ticks.</summary>
public sealed class RosterTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    /// <summary>Keys and clicks from the contacts of the case to 24 more of them, one exception included.</summary>
    private const int MostEffort = 16;

    [Fact]
    public async Task AClassOf25_IsPastedOnceAndThenTicked()
    {
        var school = await Fixture.NewSchoolAsync();
        var pupils = SchoolClass.Of(25);
        var referent = await ReferentOfAsync(school);
        await referent.Link("Classi").ClickAsync();
        await referent.Link("Carica le classi").ClickAsync();
        await referent.PasteListAsync(pupils);
        await referent.Field("Classe").FillAsync("5");
        await referent.Field("Sezione").FillAsync("B");
        await referent.Button("Riempi le celle vuote").ClickAsync();
        await referent.Button("Salva tutti (25)").ClickAsync();
        await Expect(referent.Notices.First).ToContainTextAsync("Le classi sono state caricate. Persone: 25.");
        await Expect(referent.Link("5 B")).ToBeVisibleAsync();

        var caseId = await school.HasCaseAsync();
        await referent.OpenAsync($"/casi/{caseId}/contatti");
        var effort = await Effort.BeginAsync(referent);
        await referent.Link("Scegli dalla classe").ClickAsync();
        await Expect(referent.Button("Aggiungi 25 contatti")).ToBeVisibleAsync();
        await referent.Field("Colombani Leonardo").ClickAsync();
        await referent.Field("Comune di domicilio").ClickAsync();
        await PressAsync(referent, "m", "i", "l", "a");
        await Expect(referent.Page.Locator("li[role=option]").First).ToHaveTextAsync("Milano (MI)");
        await PressAsync(referent, "ArrowDown", "Enter");
        await Expect(referent.Field("Comune di domicilio")).ToHaveValueAsync("Milano (MI)");
        await referent.Button("Aggiungi 24 contatti").ClickAsync();

        await Expect(referent.Notices.First).ToContainTextAsync("Sono stati aggiunti 24 contatti.");
        var (keys, clicks) = await effort.SoFarAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{keys} keys and {clicks} clicks");
        Assert.InRange(keys + clicks, 4, MostEffort);
        await Expect(referent.Page.Locator("table.data tbody tr")).ToHaveCountAsync(24);
        var contacts = (await school.SheetAsync(caseId)).Contacts.Select(contact => contact.Draft).ToList();
        Assert.Equal(
            pupils.Where(pupil => pupil.Surname != "Colombani").Select(pupil => (pupil.Surname, pupil.FiscalCode)).Order(),
            contacts.Select(contact => (contact.Surname, contact.FiscalCode)).Order());
        Assert.All(contacts, contact => Assert.Equal(
            ("5", "B", "Milano (MI)", "20/11/2020"), (contact.ClassName, contact.Section, contact.Domicile, contact.LastContactDate)));
    }

    [Fact]
    public async Task WithoutAMouse_TheClassIsTickedAndASurnameOffersItsPeople()
    {
        var school = await Fixture.NewSchoolAsync();
        await school.HasRosterAsync(Rosters.Of(SchoolClass.Of(4)));
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti");
        var keys = new Keyboard(referent);

        await keys.TabAndPressAsync("Scegli dalla classe");
        await keys.ArriveAsync("Scegli dalla classe");
        await keys.TabAndPressAsync("Togli tutti", " ");
        await keys.TabAndPressAsync("Colombani Leonardo", " ");
        await keys.TabAndTypeAsync("Data ultimo contatto di Colombani Leonardo, se diversa", "19/11/2020");
        await keys.TabAndPressAsync("Aggiungi 1 contatto");
        await Expect(referent.Notices.First).ToContainTextAsync("È stato aggiunto 1 contatto.");
        Assert.Equal("19/11/2020", Assert.Single((await school.SheetAsync(caseId)).Contacts).Draft.LastContactDate);

        await keys.TabAndPressAsync("Aggiungi Contatto");
        await Expect(referent.Heading).ToContainTextAsync("contatto");
        await keys.TabToAsync("Cognome");
        await PressAsync(referent, "f", "e");
        await Expect(referent.Page.Locator("li[role=option]").First).ToHaveTextAsync("Ferraresi Ginevra · 5 B · 2010");
        await PressAsync(referent, "ArrowDown", "Enter");
        await Expect(referent.Field("Data di nascita")).ToHaveValueAsync("03/03/2010");
        await Expect(referent.Field("Cognome")).ToHaveValueAsync("Ferraresi");
    }

    [Fact]
    public async Task EveryStateOfTheLoading_HindersNobody()
    {
        var school = await Fixture.NewSchoolAsync();
        var referent = await ReferentOfAsync(school, "/classi");
        var look = new Accessibility(referent);
        await look.LookAtAsync("no classes");
        await referent.Link("Carica le classi").ClickAsync();
        await Expect(referent.Field("File con l'elenco")).ToBeVisibleAsync();
        await look.LookAtAsync("where the classes come from");

        await school.HasRosterAsync(Rosters.Class(4));
        var pupils = SchoolClass.Of(25).ToList();
        pupils[1] = pupils[1] with { Phone = "casa" };
        await referent.OpenAsync("/classi/carica");
        await referent.PasteListAsync(pupils);
        await look.LookAtAsync("a sheet without class and section");
        await referent.Field("Classe").FillAsync("5");
        await referent.Field("Sezione").FillAsync("B");
        await referent.Button("Riempi le celle vuote").ClickAsync();
        await Expect(referent.Notices.Last).ToContainTextAsync("Questa classe c'è già: 5 B.");
        await look.LookAtAsync("a class that is replaced");
        await referent.Button("Salva le 24 righe corrette e tieni le altre").ClickAsync();
        await Expect(referent.Page.Locator(".notice-success")).ToContainTextAsync("24");
        await Expect(referent.Page.Locator(".notice-warning")).ToHaveCountAsync(0);
        await look.LookAtAsync("what is left after saving");
        look.AssertNoFaults();
    }

    [Fact]
    public async Task TheClassesAndTheTicks_HinderNobody()
    {
        var school = await Fixture.NewSchoolAsync();
        await school.HasRosterAsync([
            .. Rosters.Class(8, d => d.Domicile = ""),
            Rosters.Person("Zappa", d => (d.Role, d.BirthDate, d.ClassName, d.Section) = (PersonRole.AuxiliaryStaff, "13/01/1980", "", "")),
        ]);
        var caseId = await school.HasCaseAsync();
        await school.HasContactAsync(caseId, d => (d.Surname, d.Name, d.BirthDate) = ("Abbiati", "Luca", "01/02/2010"));
        var referent = await ReferentOfAsync(school, "/classi");
        var look = new Accessibility(referent);
        await look.LookAtAsync("classes");
        await referent.Button("Elimina tutte le classi").ClickAsync();
        await Expect(referent.Button("NO")).ToBeVisibleAsync();
        await look.LookAtAsync("the question before all classes go");
        await referent.Link("5 B").ClickAsync();
        await Expect(referent.Heading).ToHaveTextAsync("Classe 5 B");
        await look.LookAtAsync("a class");

        await referent.OpenAsync($"/casi/{caseId}/contatti/classe");
        await look.LookAtAsync("a class to be ticked");
        await referent.Field("Data ultimo contatto con il caso").FillAsync("10/11/2020");
        await referent.Field("Data ultimo contatto di Bonfanti Luca, se diversa").FillAsync("31/02/2020");
        await referent.Field("Comune di domicilio di Bonfanti Luca, se diverso").FillAsync("Atlantide");
        await referent.Field("Aggiungi un'altra classe o il personale").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Expect(referent.Page.Locator("table.data")).ToHaveCountAsync(2);
        await referent.Button("Aggiungi 7 contatti").ClickAsync();
        await Expect(referent.ErrorSummary).ToBeVisibleAsync();
        await look.LookAtAsync("ticks with errors");
        await referent.Link("Annulla").ClickAsync();
        await Expect(referent.Dialog).ToBeVisibleAsync();
        await look.LookAtAsync("leaving ticks");
        look.AssertNoFaults();
    }

    private static async Task PressAsync(Visitor referent, params string[] keys)
    {
        foreach (var key in keys)
        {
            await referent.Page.Keyboard.PressAsync(key);
        }
    }
}
