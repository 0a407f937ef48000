using CovidSchoolReporting.Tests.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>An operator of the agency and a referent, each at a browser of their own, write to each other about a closed case.</summary>
public sealed class ConversationTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    /// <summary>What «at once» means to people, with room for a slow machine.</summary>
    private const float AtOnce = 2_000;

    private const string School = "Messaggio ad ATS", Agency = "Messaggio alla scuola", Send = "Invia il messaggio";

    [Fact]
    public async Task TheOperatorAsks_TheReferentSeesItAtOnceAndAnswers_TheOperatorSeesTheAnswer()
    {
        var (caseId, referent, protocol) = await SentCaseAsync();
        var staff = await OperatorAtAsync(protocol);

        await staff.Field(Agency).FillAsync("Quanti erano in <b>laboratorio</b>?");
        await staff.Button(Send).ClickAsync();

        var asked = referent.Row(caseId).GetByRole(AriaRole.Link, new() { NameRegex = new("ATS ha fatto una domanda") });
        await Expect(asked).ToBeVisibleAsync(new() { Timeout = AtOnce });
        await referent.OpenAsync($"/casi/{caseId}");
        await Expect(referent.Notices.First).ToContainTextAsync("ATS ha fatto una domanda");
        await referent.Link("Leggi e rispondi").ClickAsync();
        await Expect(referent.Page.Locator(".message .text")).ToHaveTextAsync("Quanti erano in <b>laboratorio</b>?");
        await Expect(staff.Page.Locator(".message").First).ToContainTextAsync("Letto");
        var look = new Accessibility(referent);
        await look.LookAtAsync("messages of the school");

        await referent.Field(School).FillAsync("Erano in 14.");
        await referent.Button(Send).DblClickAsync();

        await Expect(staff.Page.Locator(".message").Nth(1)).ToContainTextAsync("Erano in 14.", new() { Timeout = AtOnce });
        await Expect(staff.Page.GetByText("La scuola ha risposto")).ToBeVisibleAsync();
        await Expect(referent.Page.Locator(".message")).ToHaveCountAsync(2);
        await Expect(referent.Notices.Filter(new() { HasText = "Messaggio inviato" })).ToBeVisibleAsync();
        await look.LookAtAsync("message sent");
        look.AssertNoFaults();
        await new Accessibility(staff).LookAtOnceAsync("report with messages");
    }

    [Fact]
    public async Task WhatIsHalfTyped_IsFoundAgainAfterAReloadAndAfterLeaving_OnBothSides()
    {
        var (caseId, referent, protocol) = await SentCaseAsync();
        var staff = await OperatorAtAsync(protocol);
        await staff.Field(Agency).FillAsync("Una domanda a metà");
        await Expect(staff.Page.GetByText("Bozza salvata alle")).ToBeVisibleAsync();
        await referent.OpenAsync($"/casi/{caseId}/messaggi");
        await referent.Field(School).PressSequentiallyAsync("Mezza risposta");

        await referent.Page.ReloadAsync();
        await staff.Page.ReloadAsync();

        await Expect(referent.Field(School)).ToHaveValueAsync("Mezza risposta");
        await Expect(staff.Field(Agency)).ToHaveValueAsync("Una domanda a metà");
        await referent.Link("Torna all'elenco dei casi").ClickAsync();
        await referent.Link($"Messaggio ad ATS sul caso {caseId}").ClickAsync();
        await Expect(referent.Field(School)).ToHaveValueAsync("Mezza risposta");
        await referent.Button(Send).ClickAsync();
        await Expect(staff.Page.Locator(".message")).ToContainTextAsync("Mezza risposta");
        await referent.Page.ReloadAsync();
        await Expect(referent.Field(School)).ToHaveValueAsync("");
    }

    /// <summary>A case that the agency has received, and its referent at the list.</summary>
    private async Task<(int CaseId, Visitor Referent, string Protocol)> SentCaseAsync()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        await school.HasContactAsync(caseId);
        var referent = await ReferentOfAsync(school, "/casi");
        return (caseId, referent, await referent.CloseAndSendAsync(caseId));
    }

    private async Task<Visitor> OperatorAtAsync(string protocol)
    {
        var staff = await NewVisitorAsync();
        await staff.SignInAsAsync("Sergio Valli", "/ats/casi");
        await staff.Link($"Apri il caso con protocollo {protocol}").ClickAsync();
        await Expect(staff.Field(Agency)).ToBeVisibleAsync();
        return staff;
    }
}
