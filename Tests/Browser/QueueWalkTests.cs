using CovidSchoolReporting.Tests.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>«Casi ricevuti» as an operator works in it: filters, ticks, views, while cases keep arriving.</summary>
public sealed class QueueWalkTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task AnOperatorFindsAClass_TakesItsCasesTogether_AndKeepsTheViewForTomorrow()
    {
        var school = await Fixture.NewSchoolAsync();
        await SendAsync(school, "Quaglia");
        await SendAsync(school, "Querini");
        var operatorAtAts = await NewVisitorAsync();
        await operatorAtAts.SignInAsAsync("Sergio Valli", "/ats/casi?stato=tutti");
        var rows = operatorAtAts.Page.Locator("table.reports tbody tr");
        var look = new Accessibility(operatorAtAts);

        await operatorAtAts.Button("Filtri").ClickAsync();
        await operatorAtAts.TypeAndLeaveAsync("Classe", "4^");
        await operatorAtAts.TypeAndLeaveAsync("Sezione", "q");
        await look.LookAtAsync("filters");
        await operatorAtAts.Button("Applica filtri").ClickAsync();
        await Expect(operatorAtAts.Link("Togli il filtro Classe: 4 Q")).ToBeVisibleAsync();
        await Expect(rows).ToHaveCountAsync(2);

        // A third one arrives while the operator looks at the other two.
        var third = await school.HasCaseAsync(draft => (draft.Surname, draft.ClassName, draft.Section) = ("Quintavalle", "4", "Q"));
        await school.HasContactAsync(third);
        var referent = await NewVisitorAsync();
        await referent.SignInAsync(school.Referent, "/casi");
        await referent.CloseAndSendAsync(third);
        await Expect(rows).ToHaveCountAsync(3);
        await operatorAtAts.Page.GetByLabel("Seleziona tutti i casi di questa pagina").CheckAsync();
        await Expect(operatorAtAts.Page.GetByText("3 casi selezionati")).ToBeVisibleAsync();
        await look.LookAtAsync("ticked cases");
        await operatorAtAts.Page.Locator(".bulk").GetByRole(AriaRole.Button, new() { Name = "Prendi in carico" }).ClickAsync();
        await Expect(operatorAtAts.Notices).ToContainTextAsync("Presi in carico 3 casi.");
        await Expect(rows.Filter(new() { HasText = "Preso in carico" })).ToHaveCountAsync(3);

        await operatorAtAts.Button("Salva o gestisci viste").ClickAsync();
        await operatorAtAts.TypeAndLeaveAsync("Salva l'elenco com'è ora con il nome", "Quarta Q");
        await operatorAtAts.Button("Salva vista").ClickAsync();
        await Expect(operatorAtAts.Dialog.Locator(".notice-success")).ToContainTextAsync("La vista Quarta Q è salvata.");
        await look.LookAtAsync("saved views");
        await operatorAtAts.Button("Chiudi").ClickAsync();
        await operatorAtAts.Link("Azzera filtri").ClickAsync();
        await Expect(operatorAtAts.Page.Locator(".chip")).ToHaveCountAsync(0);
        await operatorAtAts.Link("Quarta Q").ClickAsync();

        await Expect(rows).ToHaveCountAsync(3);
        Assert.Equal("/ats/casi?classe=4%20Q", operatorAtAts.Address);
        look.AssertNoFaults();
    }

    [Fact]
    public async Task TheKeyboardAlone_FiltersTakesAndOpens()
    {
        var school = await Fixture.NewSchoolAsync();
        await SendAsync(school, "Zuccarelli", "z");
        var operatorAtAts = await NewVisitorAsync();
        await operatorAtAts.SignInAsAsync("Sergio Valli", "/ats/casi?stato=tutti");
        var keys = new Keyboard(operatorAtAts);

        await keys.ArriveAsync("Casi ricevuti");
        await keys.TabAndPressAsync("Filtri");
        await Expect(operatorAtAts.Field("Classe")).ToBeVisibleAsync();
        await keys.TabAndTypeAsync("Classe", "4");
        await keys.TabAndTypeAsync("Sezione", "z");
        await keys.PressAsync("Enter");
        await Expect(operatorAtAts.Page.Locator("table.reports tbody tr")).ToHaveCountAsync(1);
        var protocol = await operatorAtAts.Page.Locator("table.reports a.row-link").InnerTextAsync();
        await keys.TabAndPressAsync($"Prendi in carico il caso con protocollo {protocol}");
        await Expect(operatorAtAts.Notices).ToContainTextAsync($"Il caso con protocollo {protocol} è stato preso in carico.");
        await keys.TabAndPressAsync($"Apri il caso con protocollo {protocol}");

        await Expect(operatorAtAts.Heading).ToContainTextAsync(protocol);
    }

    private static async Task SendAsync(School school, string surname, string section = "q") =>
        await school.ReceivedAsync(await school.HasCaseAsync(draft => (draft.Surname, draft.ClassName, draft.Section) = (surname, "4", section)));
}
