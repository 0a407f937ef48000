using System.Text.RegularExpressions;
using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>From the administrator's text to the letter in the hands of operator and school.</summary>
public sealed class LetterTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task LettersAreIssued_OperatorAndSchoolHaveTheirs()
    {
        var school = await Fixture.CalvinoAsync();
        var caseId = await school.HasCaseAsync();
        await school.HasContactAsync(caseId);
        var head = await NewVisitorAsync();
        await head.SignInAsAsync("Marta Olivieri", "/casi");
        var protocol = await head.CloseAndSendAsync(caseId);
        var agency = await NewVisitorAsync();
        await agency.SignInAsAsync("Sergio Valli", "/ats/casi");
        await agency.Link($"Apri il caso con protocollo {protocol}").ClickAsync();
        await agency.Button("Prendi in carico").ClickAsync();
        await Expect(agency.Notices.First).ToContainTextAsync("è stato preso in carico");
        await agency.Button("Decidi: Valeri Valerio").ClickAsync();
        await agency.Dialog.GetByLabel("Contatto stretto").CheckAsync();
        await agency.Button("Salva la decisione").ClickAsync();
        await Expect(agency.Page.GetByText("Tutti i contatti sono decisi")).ToBeVisibleAsync();

        await agency.Link("Lettere").ClickAsync();
        await Expect(agency.Heading).ToHaveTextAsync($"Lettere del caso con protocollo {protocol}");
        var look = new Accessibility(agency);
        await look.LookAtAsync("letters to issue");
        await agency.Field("English").CheckAsync();
        await agency.Button("Emetti le lettere scelte (3)").ClickAsync();
        await Expect(agency.Notices.First).ToContainTextAsync("Lettere emesse in un solo file: 5.");
        var letters = await DownloadAsync(agency, agency.Notices.First.GetByRole(AriaRole.Link));
        await agency.Button("Segna il provvedimento come emesso").ClickAsync();
        await Expect(agency.Page.Locator(".badge")).ToContainTextAsync("Provvedimento emesso");
        await look.LookAtAsync("letters issued");
        look.AssertNoFaults();
        await head.OpenAsync($"/casi/{caseId}");
        await Expect(head.Page.GetByText("Il provvedimento di ATS è disponibile")).ToBeVisibleAsync();
        await new Accessibility(head).LookAtOnceAsync("measure for the school");
        var measure = await DownloadAsync(head, head.Link("Scarica il provvedimento"));

        Assert.Contains("Si comunica che Valerio Valeri risulta contatto stretto", letters, StringComparison.Ordinal);
        Assert.Contains("Valerio Valeri is a close contact", letters, StringComparison.Ordinal);
        Assert.Contains("dal 20/11/2020 al 04/12/2020", measure, StringComparison.Ordinal);
        Assert.DoesNotMatch("Rossi|Valeri", measure);
    }

    [Fact]
    public async Task ATextIsAmended_ItsFaultsAreShownAndNothingIsLost()
    {
        var administrator = await NewVisitorAsync();
        await administrator.SignInAsAsync("Davide Monti", "/ats/lettere");
        var look = new Accessibility(administrator);
        await Expect(administrator.Page.GetByRole(AriaRole.Table)).ToHaveCountAsync(3);
        await look.LookAtAsync("texts");
        await administrator.Link("Modifica il testo «Fine isolamento» in English").ClickAsync();
        await Expect(administrator.Heading).ToHaveTextAsync("Fine isolamento: testo in English");
        await administrator.TypeAsync("Testo della lettera", "To {Nome} {Cognome}\n\nuntil {FineIsolamneto}");
        await administrator.Button("Salva una nuova versione").ClickAsync();
        await Expect(administrator.ErrorSummary).ToContainTextAsync("Riga 3: il campo {FineIsolamneto} non esiste. I campi che si possono usare sono: {Cognome}");
        await look.LookAtAsync("text with a fault");
        await administrator.TypeAndLeaveAsync("Testo della lettera", "To {Nome} {Cognome}\n\nuntil {FineIsolamento}");
        await Expect(administrator.Page.Locator(".sheet")).ToContainTextAsync("To Niccolò Đorđević");
        await administrator.Link("Torna ai testi delle lettere").ClickAsync();
        await administrator.Link("Modifica il testo «Fine isolamento» in English").ClickAsync();
        await Expect(administrator.Notices).ToContainTextAsync("Ripresa la bozza");
        await look.LookAtAsync("draft of a text");
        await administrator.TypeAsync("Testo della lettera", "To {Nome} {Cognome}\n\nuntil {FineIsolamento} and ha");
        await administrator.Page.ReloadAsync();
        await administrator.StartedAsync();
        await Expect(administrator.Field("Testo della lettera")).ToHaveValueAsync("To {Nome} {Cognome}\n\nuntil {FineIsolamento} and ha");
        await administrator.TypeAndLeaveAsync("Testo della lettera", "To {Nome} {Cognome}\n\nuntil {FineIsolamento}");
        await administrator.Button("Salva una nuova versione").ClickAsync();
        await Expect(administrator.Notices).ToContainTextAsync(new Regex("«Fine isolamento» in English è stato salvato come versione 2"));
        look.AssertNoFaults();
    }

    private static async Task<string> DownloadAsync(Visitor visitor, ILocator link)
    {
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.DoesNotMatch("(?i)rossi|valeri", file.SuggestedFilename);
        return Pdf.Text(await File.ReadAllBytesAsync(await file.PathAsync()));
    }
}
