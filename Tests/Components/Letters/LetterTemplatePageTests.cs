using Bunit;
using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Features.Drafts;
using CovidSchoolReporting.App.Features.Letters;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Letters;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Letters;

/// <summary>What is typed in the text of a letter and not saved: kept, found again, and nobody else's.</summary>
public sealed class LetterTemplatePageTests : AdministratorContext
{
    private static readonly DraftKey _key = DraftKey.Letter(LetterKind.ClassMeasure, LetterLanguages.Italian);

    private IDraftStore Store => Portal.Get<IDraftStore>();

    [Fact]
    public async Task Typed_NotSaved_ComesBackAndSaysWhenItWasKept()
    {
        var page = Open();
        await page.Find("#Title").ChangeAsync(new() { Value = "Titolo a metà" });
        page.WaitForAssertion(() => Assert.Equal("Bozza salvata alle 10:00", page.Find(".draft-status").TextContent));

        var again = Open();

        Assert.Equal("Titolo a metà", again.Find("#Title").GetAttribute("value"));
        Assert.Contains("Ripresa la bozza delle 10:00", again.Find(".notice-info").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_AnotherAdministratorOrOtherLetters_FindNothingOfIt()
    {
        await Open().Find("#Title").ChangeAsync(new() { Value = "Titolo a metà" });

        Assert.NotNull(await Store.FindAsync(Keeper, _key, Patience));
        Assert.Null(await Store.FindAsync(Keeper with { UserId = Keeper.UserId + 1 }, _key, Patience));
        Assert.Null(await Store.FindAsync(Actor.OfAgency(Keeper.UserId, "Ada", Role.AgencyOperator, Territory.Milano), _key, Patience));
        Assert.Null(await Store.FindAsync(Keeper, DraftKey.Letter(LetterKind.ContactQuarantine, LetterLanguages.Italian), Patience));
        Assert.IsType<DraftOutcome.Refused>(await Store.SaveAsync(
            Actor.OfAgency(7001, "Ugo", Role.AgencyOperator, Territory.Milano), _key, "{}", null, Patience));
    }

    [Fact]
    public async Task Saved_LeavesNoDraft()
    {
        var page = Open();
        await page.Find("#Title").ChangeAsync(new() { Value = "Titolo nuovo" });

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("ats/lettere", Place));
        Assert.Null(await Store.FindAsync(Keeper, _key, Patience));
        Assert.Equal("Titolo nuovo", Open().Find("#Title").GetAttribute("value"));
    }

    [Fact]
    public async Task Discarded_LeavesWhatIsSavedAndMayComeBack()
    {
        var saved = Open().Find("#Title").GetAttribute("value");
        await Open().Find("#Title").ChangeAsync(new() { Value = "Titolo a metà" });
        var page = Open();

        await ClickAsync(page, "Scarta la bozza");
        Assert.Equal(saved, page.Find("#Title").GetAttribute("value"));
        Assert.Null(await Store.FindAsync(Keeper, _key, Patience));

        await ClickAsync(page, "Ripristina la bozza");
        Assert.Equal("Titolo a metà", page.Find("#Title").GetAttribute("value"));
        Assert.NotNull(await Store.FindAsync(Keeper, _key, Patience));
    }

    [Fact]
    public async Task HandedIn_ByAPageWithoutCircuit_IsInTheDraft()
    {
        var page = Open();
        var forms = new FormHandIn(
            Store, new SavedForms(Portal.Get<ICaseStore>(), Portal.Queries, Portal.Get<DraftTidying>()),
            Services.GetRequiredService<FormTickets>(), Services.GetRequiredService<HandInNews>());
        var ticket = page.Find("[data-ticket]").GetAttribute("data-ticket")!;

        var outcome = await forms.TakeAsync(Keeper, ticket, new Dictionary<string, string> { ["Title"] = "Titolo", ["Body"] = "Testo a metà" }, Patience);

        Assert.Equal("/ats/lettere/classe/it", Assert.IsType<HandInOutcome.Taken>(outcome).Address);
        var kept = LetterDraft.Read((await Store.FindAsync(Keeper, _key, Patience))!)!;
        Assert.Equal(("Titolo", "Testo a metà", 1), (kept.Title, kept.Body, kept.Version));
        Assert.Equal("Testo a metà", Open().Find("#Body").GetAttribute("value"));
    }

    [Fact]
    public async Task Resumed_ColleagueSavedMeanwhile_IsToldBeforeSavingOver()
    {
        await Open().Find("#Title").ChangeAsync(new() { Value = "Mio" });
        var desk = Portal.Get<LetterTemplateDesk>();
        var theirs = LetterTemplateDraft.Of((await desk.ListAsync(Keeper, Patience))!.Single(
            text => text.Kind == LetterKind.ClassMeasure && text.Language == LetterLanguages.Italian));
        theirs.Title = "Loro";
        Assert.IsType<LetterTemplateOutcome.Done>(await desk.SaveAsync(Keeper, theirs, Patience));

        var page = Open();
        await page.Find("form").SubmitAsync();

        page.WaitForElement(".notice-warning");
        Assert.Equal("Mio", page.Find("#Title").GetAttribute("value"));
    }

    protected override void ShareMore()
    {
        Share<LetterTemplateDesk>();
        Share<LetterTemplateValidator>();
        Share<IDraftStore>();
        Services.AddSingleton(new FormTickets(new EphemeralDataProtectionProvider()));
        Services.AddSingleton(new HandInNews());
        Services.AddSingleton(new LastWords());
    }

    private static Task ClickAsync(IRenderedComponent<LetterTemplatePage> page, string text) =>
        page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent == text).ClickAsync(new()));

    private IRenderedComponent<LetterTemplatePage> Open()
    {
        Navigation.NavigateTo(LetterAddress.OfTemplate(LetterKind.ClassMeasure, LetterLanguages.Italian));
        var page = Render<LetterTemplatePage>(p => p.Add(x => x.Word, "classe").Add(x => x.Language, LetterLanguages.Italian));
        page.WaitForElement("#Title");
        return page;
    }
}
