using CovidSchoolReporting.Tests.Browser.Support;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>Impatient hands: what is pressed twice is done once.</summary>
public sealed class TwiceTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    /// <summary>Two clicks before the server can have heard of the first.</summary>
    private const string ClickTwice = "button => { button.click(); button.click(); }";

    [Fact]
    public async Task TwoClicksOnSave_MakeOneCase()
    {
        var school = await Fixture.NewSchoolAsync();
        var referent = await ReferentOfAsync(school, "/casi/nuovo");
        await referent.FillCaseAsync(Drafts.Case());

        await referent.Button("Salva segnalazione").EvaluateAsync(ClickTwice);

        await Expect(referent.Notices).ToContainTextAsync("è stato inserito correttamente");
        Assert.Equal(1, await school.CountAsync("Rossi"));
    }

    [Fact]
    public async Task TwoClicksOnSaveContact_MakeOneContact()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/contatti/nuovo");
        await referent.FillContactAsync(Drafts.Contact());

        await referent.Button("Salva contatto").EvaluateAsync(ClickTwice);

        await Expect(referent.Notices.First).ToContainTextAsync("è stato inserito correttamente");
        Assert.Single((await school.SheetAsync(caseId)).Contacts);
    }

    [Fact]
    public async Task TwoClicksOnYes_MakeOneDelivery()
    {
        var caseId = await (await Fixture.CalvinoAsync()).HasCaseAsync(draft => draft.Surname = "Doppioclic");
        await (await Fixture.CalvinoAsync()).HasContactAsync(caseId);
        Fixture.Traces.Remember("Doppioclic");
        var referent = await NewVisitorAsync();
        await referent.SignInAsAsync("Giulia Ferrario", $"/casi/{caseId}/chiudi");

        await referent.Dialog.GetByRole(AriaRole.Button, new() { Name = "SÌ" }).EvaluateAsync(ClickTwice);

        await Expect(referent.Notices).ToContainTextAsync("sono stati ricevuti da ATS Milano");
        var operatorAtAts = await NewVisitorAsync();
        await operatorAtAts.SignInAsAsync("Sergio Valli", "/ats/casi");
        await Expect(operatorAtAts.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Doppioclic" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task TheSameCaseInTwoTabs_IsClosedOnce()
    {
        var school = await Fixture.NewSchoolAsync();
        var caseId = await school.HasCaseAsync();
        await school.HasContactAsync(caseId);
        var referent = await ReferentOfAsync(school, $"/casi/{caseId}/chiudi");
        var other = await referent.NewTabAsync();
        await other.OpenAsync($"/casi/{caseId}/chiudi");
        await Expect(other.Dialog).ToBeVisibleAsync();

        await referent.Dialog.GetByRole(AriaRole.Button, new() { Name = "SÌ" }).ClickAsync();

        await Expect(referent.Row(caseId)).ToContainTextAsync("prot. ");
        await Expect(other.Dialog).ToHaveCountAsync(0);
        await Expect(other.Notices).ToContainTextAsync($"Il caso id: {caseId} è stato chiuso");
    }
}
