using Bunit;
using CovidSchoolReporting.App.Features.Drafts;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Components.Forms;

/// <summary>«Bozze» on the list of cases: the way back to each draft, and to what was discarded.</summary>
public sealed class DraftListTests : ReferentContext
{
    private IDraftStore Store => Portal.Get<IDraftStore>();

    [Fact]
    public async Task List_OfNoDrafts_ShowsNothing()
    {
        await Portal.ReportAsync(School);

        Assert.Equal("", Render<DraftList>().Markup.Trim());
    }

    [Fact]
    public async Task List_ACaseIsClosed_LosesItsDraftAtOnce()
    {
        var caseId = await Portal.ReportAsync(School);
        await Store.SaveAsync(School, DraftKey.OfCase(caseId), "{}", 0, CancellationToken.None);
        var list = Render<DraftList>();
        list.WaitForAssertion(() => Assert.Single(list.FindAll("li")));

        await Portal.Reporting.CloseAndSendAsync(School, caseId, "Assente nel periodo", CancellationToken.None);

        list.WaitForAssertion(() => Assert.Empty(list.FindAll("li")));
    }

    [Fact]
    public async Task List_ADraftDiscardedAndBegunAgainElsewhere_ComesBackBesideIt()
    {
        var caseId = await Portal.ReportAsync(School);
        await Store.SaveAsync(School, DraftKey.OfCase(caseId), "{}", 0, CancellationToken.None);
        var list = Render<DraftList>();
        list.Find("li button").Click();
        list.WaitForAssertion(() => Assert.Empty(list.FindAll("li")));
        await Store.SaveAsync(School, DraftKey.OfCase(caseId), "{ }", 0, CancellationToken.None);

        Press(list, "Ripristina la bozza");

        list.WaitForAssertion(() => Assert.Equal(2, list.FindAll("li").Count));
        Assert.Equal("{ }", (await Store.FindAsync(School, DraftKey.OfCase(caseId), CancellationToken.None))!.Content);
    }

    [Fact]
    public async Task List_ADraftDiscardedForWhichThereIsNoRoom_WaitsForIt()
    {
        var caseId = await Portal.ReportAsync(School);
        await Store.SaveAsync(School, DraftKey.OfCase(caseId), "{}", 0, CancellationToken.None);
        var list = Render<DraftList>();
        list.Find("li button").Click();
        list.WaitForAssertion(() => Assert.Empty(list.FindAll("li")));
        await Store.FillAsync(School);

        Press(list, "Ripristina la bozza");

        list.WaitForAssertion(() => Assert.Contains("Ci sono troppe bozze", list.Markup, StringComparison.Ordinal));
        list.Find("li button").Click();
        list.WaitForAssertion(() => Assert.DoesNotContain("Ci sono troppe bozze", list.Markup, StringComparison.Ordinal));
        Press(list, "Ripristina la bozza");
        list.WaitForAssertion(() => Assert.Equal($"/casi/{caseId}", list.Find("li a").GetAttribute("href")));
    }

    [Fact]
    public async Task List_ADraftDiscardedOfACaseThatWasClosed_SaysThatItStaysAway()
    {
        var caseId = await Portal.ReportAsync(School);
        await Store.SaveAsync(School, DraftKey.OfCase(caseId), "{}", 0, CancellationToken.None);
        var list = Render<DraftList>();
        list.Find("li button").Click();
        list.WaitForAssertion(() => Assert.Empty(list.FindAll("li")));
        await CloseAsync(caseId);

        Press(list, "Ripristina la bozza");

        list.WaitForAssertion(() => Assert.Contains("la bozza non si può ripristinare", list.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_OfDrafts_LeadsToEachAndBringsBackWhatWasDiscarded()
    {
        var caseId = await Portal.ReportAsync(School);
        var mark = Guid.NewGuid();
        foreach (var key in (DraftKey[])[DraftKey.NewCase(mark), DraftKey.OfCase(caseId), DraftKey.OfContact(caseId, 7), DraftKey.ContactImport(caseId)])
        {
            await Store.SaveAsync(School, key, "{}", 0, CancellationToken.None);
        }

        var list = Render<DraftList>();

        Assert.Equal(
            [$"/casi/{caseId}/contatti/elenco", $"/casi/{caseId}/contatti/7", $"/casi/{caseId}", $"/casi/nuovo?bozza={mark:N}"],
            list.FindAll("a").Select(link => link.GetAttribute("href")!));
        list.Find("li button").Click();
        list.WaitForAssertion(() => Assert.Equal(3, list.FindAll("li").Count));
        Press(list, "Ripristina la bozza");
        list.WaitForAssertion(() => Assert.Equal(4, list.FindAll("li").Count));
    }
}
