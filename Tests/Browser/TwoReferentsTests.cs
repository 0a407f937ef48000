using CovidSchoolReporting.Tests.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>Giulia Ferrario and Paolo Brambati work for the same institute, each at a browser of their own.</summary>
public sealed class TwoReferentsTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    /// <summary>What «at once» means to people, with room for a slow machine.</summary>
    private const float AtOnce = 2_000;

    private Visitor _giulia = null!;
    private Visitor _paolo = null!;

    [Fact]
    public async Task WhatOneSaves_TheOtherSeesInTheListAtOnce()
    {
        var caseId = await (await Fixture.CalvinoAsync()).HasCaseAsync();
        await SignInBothAsync("/casi", $"/casi/{caseId}");
        await Expect(_giulia.Row(caseId)).ToContainTextAsync("Rossi");

        await _paolo.TypeAsync("Cognome", "Quattrocchi");
        await _paolo.Button("Salva segnalazione").ClickAsync();
        await Expect(_paolo.Notices).ToContainTextAsync("sono state salvate");

        await Expect(_giulia.Row(caseId)).ToContainTextAsync("Quattrocchi", new() { Timeout = AtOnce });
    }

    [Fact]
    public async Task WhenOneClosesTheCase_TheOpenFormOfTheOtherTurnsReadOnlyAndSaysWhy()
    {
        var caseId = await (await Fixture.CalvinoAsync()).HasCaseAsync();
        await SignInBothAsync($"/casi/{caseId}", $"/casi/{caseId}/chiudi");

        await CloseWithoutContactsAsync(_paolo);

        await Expect(_giulia.Notices).ToContainTextAsync("Il caso è chiuso", new() { Timeout = AtOnce });
        await Expect(_giulia.Field("Cognome")).Not.ToBeEditableAsync();
        await Expect(_giulia.Button("Salva segnalazione")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task WhenOneClosesTheCase_WhatTheOtherWasTypingStaysReadable()
    {
        var caseId = await (await Fixture.CalvinoAsync()).HasCaseAsync();
        await SignInBothAsync($"/casi/{caseId}", $"/casi/{caseId}/chiudi");
        await _giulia.TypeAndLeaveAsync("Cognome", "Mezzascritto");

        await CloseWithoutContactsAsync(_paolo);

        await Expect(_giulia.Notices).ToContainTextAsync("resta visibile qui sotto", new() { Timeout = AtOnce });
        await Expect(_giulia.Field("Cognome")).ToHaveValueAsync("Mezzascritto");
        await Expect(_giulia.Field("Cognome")).Not.ToBeEditableAsync();
    }

    [Fact]
    public async Task WhenOneSavesWhileTheOtherTypes_NothingTypedIsLost_AndTheChoiceOfEachFieldIsSaved()
    {
        var school = await Fixture.CalvinoAsync();
        var caseId = await school.HasCaseAsync();
        await SignInBothAsync($"/casi/{caseId}", $"/casi/{caseId}");
        await _giulia.TypeAsync("Cognome", "Rossini");
        await _giulia.TypeAndLeaveAsync("Nome", "Gioachino");

        await _paolo.TypeAsync("Cognome", "Bellini");
        await _paolo.TypeAsync("Telefono 1", "348 1112223");
        await _paolo.Button("Salva segnalazione").ClickAsync();
        await Expect(_paolo.Notices).ToContainTextAsync("sono state salvate");

        await Expect(_giulia.Notices).ToContainTextAsync("un'altra persona ha salvato una versione più recente", new() { Timeout = AtOnce });
        await Expect(_giulia.Field("Cognome")).ToHaveValueAsync("Rossini");
        await _giulia.Button("Salva segnalazione").ClickAsync();
        var versions = _giulia.Page.GetByRole(AriaRole.Region, new() { Name = "Esiste una versione più recente" });
        await Expect(VersionRow(versions, "Cognome")).ToContainTextAsync("Rossini");
        await Expect(VersionRow(versions, "Cognome")).ToContainTextAsync("Bellini");
        await Expect(VersionRow(versions, "Telefono 1")).ToContainTextAsync("348 1112223");
        await VersionRow(versions, "Cognome").GetByLabel("Rossini").CheckAsync();
        await VersionRow(versions, "Telefono 1").GetByLabel("348 1112223").CheckAsync();
        await versions.GetByRole(AriaRole.Button, new() { Name = "Salva i valori scelti" }).ClickAsync();
        await Expect(_giulia.Notices).ToContainTextAsync("sono state salvate");

        var stored = (await school.SheetAsync(caseId)).Draft;
        Assert.Equal(("Rossini", "Gioachino", "348 1112223"), (stored.Surname, stored.Name, stored.Phone));
    }

    private static async Task CloseWithoutContactsAsync(Visitor referent)
    {
        await referent.Field("Motivo per cui non ci sono contatti").FillAsync("Assente nel periodo");
        await referent.Dialog.GetByRole(AriaRole.Button, new() { Name = "SÌ" }).ClickAsync();
        await Expect(referent.Notices.First).ToContainTextAsync("è stato chiuso");
    }

    private static ILocator VersionRow(ILocator versions, string field) =>
        versions.GetByRole(AriaRole.Row).Filter(new() { Has = versions.Page.GetByRole(AriaRole.Rowheader, new() { Name = field, Exact = true }) });

    private async Task SignInBothAsync(string giuliasPath, string paolosPath)
    {
        _giulia = await NewVisitorAsync();
        _paolo = await NewVisitorAsync();
        await _giulia.SignInAsAsync("Giulia Ferrario", giuliasPath);
        await _paolo.SignInAsAsync("Paolo Brambati", paolosPath);
    }
}
