using CovidSchoolReporting.Tests.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>Every screen has an address; Back, Forward, refresh and bookmarks simply work.</summary>
public sealed class NavigationTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task EveryAddress_CanBeBookmarkedRefreshedAndGoneBackTo()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var contactId = await school.HasContactAsync(caseId);
        (string Path, string Heading)[] screens =
        [
            ("/", "Piattaforma Web di Caricamento Dati"),
            ("/guida", "Guida alla segnalazione"),
            ("/casi", "Elenco dei casi segnalati"),
            ("/casi?ordina=cognome&stato=aperti", "Elenco dei casi segnalati"),
            ("/casi/nuovo", "Nuova segnalazione di caso COVID-19"),
            ($"/casi/{caseId}", $"Caso {caseId}"),
            ($"/casi/{caseId}/contatti", "Elenco dei contatti"),
            ($"/casi/{caseId}/contatti/nuovo", "Aggiungi contatto al caso"),
            ($"/casi/{caseId}/contatti/{contactId}", $"Contatto {contactId}"),
            ($"/casi/{caseId}/contatti/{contactId}/elimina", $"Elimina contatto {contactId}"),
            ($"/casi/{caseId}/chiudi", "Elenco dei casi segnalati"),
        ];
        var referent = await ReferentOfAsync(school);

        foreach (var (path, heading) in screens)
        {
            await referent.OpenAsync(path);
            await Expect(referent.Heading).ToHaveTextAsync(heading);
            await referent.Page.ReloadAsync();
            await referent.StartedAsync();
            await Expect(referent.Heading).ToHaveTextAsync(heading);
            Assert.Equal(path, referent.Address);
        }

        for (var index = screens.Length - 2; index >= 0; index--)
        {
            await referent.Page.GoBackAsync();
            await Expect(referent.Heading).ToHaveTextAsync(screens[index].Heading);
            Assert.Equal(screens[index].Path, referent.Address);
        }

        await referent.Page.GoForwardAsync();
        await Expect(referent.Heading).ToHaveTextAsync(screens[1].Heading);
    }

    [Fact]
    public async Task WithinTheCircuit_BackAndForwardFollowTheLinks()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, "/casi");
        await referent.Link($"modifica caso {caseId}").ClickAsync();
        await Expect(referent.Heading).ToHaveTextAsync($"Caso {caseId}");

        await referent.Page.GoBackAsync();
        await Expect(referent.Row(caseId)).ToBeVisibleAsync();
        await referent.Link($"Chiudi e invia il caso in ATS: caso {caseId}").ClickAsync();
        await Expect(referent.Dialog).ToBeVisibleAsync();
        await referent.Page.GoBackAsync();
        await Expect(referent.Dialog).ToHaveCountAsync(0);
        await referent.Page.GoForwardAsync();

        await Expect(referent.Dialog).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ABookmark_OpensAfterSigningIn()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();

        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti");

        Assert.Equal($"/casi/{caseId}/contatti", referent.Address);
        await Expect(referent.Heading).ToHaveTextAsync("Elenco dei contatti");
    }
}
