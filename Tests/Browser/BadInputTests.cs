using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>Whatever is typed: a clear message at the field, nothing lost of what was typed, nothing written.</summary>
public sealed class BadInputTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly (string Field, string Typed, string Message)[] Wrong =
    [
        ("Cognome", "Ros\u0007si", "Contiene caratteri non ammessi (simboli, emoji o caratteri di controllo): toglierli"),
        ("Cognome", "Rossi 😀", "Contiene caratteri non ammessi (simboli, emoji o caratteri di controllo): toglierli"),
        ("Nome", "12345", "Sono ammessi solo lettere, spazi, apostrofi, trattini e punti"),
        ("Data di nascita", "31/02/2010", "Data non valida: scrivere giorno, mese e anno, per esempio 25/10/2020"),
        ("Ultimo giorno di frequenza", "26/11/2020", "L'ultimo giorno di frequenza non può essere nel futuro"),
        ("Codice fiscale", "RSSMRA10C01F205X", "Codice fiscale errato: l'ultima lettera non corrisponde alle altre"),
        ("Telefono 1", "tre tre tre", "Numero di telefono non valido"),
        ("E-mail del referente", "referente@", "Indirizzo e-mail non valido"),
        ("Comune di domicilio", "Atlantide", "Comune non riconosciuto"),
        ("Comune del plesso", "Roma (RM)", "Il plesso deve trovarsi in un comune delle province di Milano o di Lodi"),
    ];

    private static readonly (string Field, string Typed, string Shown)[] WrittenInAnotherWay =
    [
        ("Data di nascita", "1/3/10", "01/03/2010"),
        ("Data di nascita", "01-03-2010", "01/03/2010"),
        ("Data di nascita", "010310", "01/03/2010"),
        ("Codice fiscale", "rssmra 10c01 f205i", "RSSMRA10C01F205I"),
        ("Cognome", "D'Angelò-Müller", "D'Angelò-Müller"),
        ("Telefono 1", "+39 02 1234567", "02 1234567"),
        ("Telefono 1", "02/1234567", "02 1234567"),
    ];

    [Fact]
    public async Task AWrongValue_IsToldAtItsFieldAndInTheSummary_AndStaysAsTyped()
    {
        var school = await Fixture.NewSchoolAsync();
        var referent = await ReferentOfAsync(school, "/casi/nuovo");

        foreach (var (field, typed, message) in Wrong)
        {
            await referent.TypeAndLeaveAsync(field, typed);
            await Expect(referent.MessageOf(field)).ToContainTextAsync(message);
        }

        await referent.Button("Salva segnalazione").ClickAsync();
        foreach (var (field, typed, message) in Wrong.GroupBy(wrong => wrong.Field).Select(last => last.Last()))
        {
            await Expect(referent.ErrorSummary).ToContainTextAsync(message);
            await Expect(referent.Field(field)).ToHaveValueAsync(typed);
            await Expect(referent.Field(field)).ToHaveAttributeAsync("aria-invalid", "true");
        }

        Assert.Equal(0, await school.CountAsync(""));
    }

    [Fact]
    public async Task AValueWrittenInAnotherWay_IsUnderstood()
    {
        var referent = await ReferentOfAsync(await Fixture.NewSchoolAsync(), "/casi/nuovo");

        foreach (var (field, typed, shown) in WrittenInAnotherWay)
        {
            await referent.TypeAndLeaveAsync(field, typed);

            await Expect(referent.Field(field)).ToHaveValueAsync(shown);
        }
    }

    [Fact]
    public async Task ThirtyThousandCharacters_AreCutAtTheLimitAndTheConnectionHolds()
    {
        var referent = await ReferentOfAsync(await Fixture.NewSchoolAsync(), "/casi/nuovo");
        await referent.Field("Cognome").FocusAsync();

        await referent.Page.EvaluateAsync("""
            () => {
                const clipboardData = new DataTransfer();
                clipboardData.setData('text', 'A'.repeat(30000));
                document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
                document.execCommand('insertText', false, 'A'.repeat(30000));
            }
            """);
        await Expect(referent.Page.GetByText("ne sono rimasti i primi 60 caratteri")).ToBeVisibleAsync();
        await referent.Page.Keyboard.PressAsync("Tab");
        await referent.Button("Salva segnalazione").ClickAsync();

        await Expect(referent.ErrorSummary).ToBeVisibleAsync();
        await Expect(referent.Field("Cognome")).ToHaveValueAsync(new string('A', 60));
    }

    [Fact]
    public async Task AWarning_IsConfirmedWithAReasonAndKeptWithTheRecord()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti/nuovo");
        await referent.FillContactAsync(Drafts.Contact(draft => draft.LastContactDate = "22/11/2020"));
        await referent.Button("Salva contatto").ClickAsync();
        await referent.Button("Confermo, salva").ClickAsync();
        await Expect(referent.MessageOf("Motivo")).ToContainTextAsync("Indicare il motivo");

        await referent.Field("Motivo").FillAsync("Si sono visti a casa");
        await referent.Button("Confermo, salva").ClickAsync();

        await Expect(referent.Notices.First).ToContainTextAsync("è stato inserito correttamente");
        var contact = Assert.Single((await school.SheetAsync(caseId)).Contacts);
        Assert.Equal("Si sono visti a casa", Assert.Single(contact.Draft.Confirmations).Reason);
    }
}
