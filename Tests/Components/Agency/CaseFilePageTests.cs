using Bunit;
using CovidSchoolReporting.App.Features.Agency;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Components.Agency;

/// <summary>The page of one case: steps, decisions singly and for many, what colleagues do meanwhile, duplicates.</summary>
public sealed class CaseFilePageTests : OperatorContext
{
    private static readonly Actor _colleague = Actor.OfAgency(7001, "Ada Collega", Role.AgencyOperator, Territory.Milano, Territory.Lodi);

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Page_BeforeItIsTaken_OffersOnlyThat()
    {
        await using var stage = await SetAsync();
        var (page, _) = await OpenAsync(stage, contacts: 2, taken: false);

        Assert.Equal("Prendi in carico", page.Find(".next button").TextContent);
        Assert.Empty(page.FindAll(".contacts input[type=checkbox]"));
        Assert.Contains("prendere prima in carico", page.Find(".contacts .notice").TextContent, StringComparison.Ordinal);

        await page.Find(".next button").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".contacts input[type=checkbox]").Count));
        Assert.Contains("Ugo Operatore", page.Find("li[aria-current=step]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Emetti il provvedimento", page.Find(".next button").TextContent);
    }

    [Fact(Timeout = 60_000)]
    public async Task Decide_ForTheTicked_ShowsStatusPeriodAndWho()
    {
        await using var stage = await SetAsync();
        var (page, _) = await OpenAsync(stage, contacts: 3);
        await page.FindAll(".contacts input[type=checkbox]")[0].ChangeAsync(new() { Value = true });
        await page.FindAll(".contacts input[type=checkbox]")[2].ChangeAsync(new() { Value = true });

        await ClickAsync(page, "Decidi per i selezionati (2)");
        Assert.Contains("finisce il 04/12/2020", page.Find("dialog").TextContent + await ChooseAsync(page, ContactStatus.Close), StringComparison.Ordinal);
        await ClickAsync(page, "Salva la decisione");

        page.WaitForAssertion(() => Assert.Contains("salvata per 2 contatti", page.Find(".contacts .notice-success").TextContent, StringComparison.Ordinal));
        var rows = page.FindAll(".contacts tbody tr");
        Assert.Contains("Contatto stretto", rows[0].Children[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("Ugo Operatore", rows[0].Children[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("dal 20/11/2020 al 04/12/2020", rows[0].Children[4].TextContent, StringComparison.Ordinal);
        Assert.Contains("non ancora presa", rows[1].Children[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("Decisi 2 su 3", page.Find(".tally").TextContent, StringComparison.Ordinal);
        Assert.Contains("Decisione «Contatto stretto»", page.Find(".history").TextContent, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Decide_AnotherEnd_NeedsAReason()
    {
        await using var stage = await SetAsync();
        var (page, _) = await OpenAsync(stage, contacts: 1);

        await ClickAsync(page, "Decidi");
        await ChooseAsync(page, ContactStatus.Close);
        await page.Find("#OwnEnd").ChangeAsync(new() { Value = "28/11/20" });
        await ClickAsync(page, "Salva la decisione");
        page.WaitForAssertion(() => Assert.Contains("Scrivere perché", page.Find("dialog .field-error").TextContent, StringComparison.Ordinal));
        await page.Find("#Reason").ChangeAsync(new() { Value = "Accordo con il medico" });
        await ClickAsync(page, "Salva la decisione");

        page.WaitForAssertion(() => Assert.Contains("dal 20/11/2020 al 28/11/2020", page.Find(".measure").TextContent, StringComparison.Ordinal));
        Assert.Contains("Accordo con il medico", page.Find(".measure").TextContent, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Decide_ColleagueDecidesMeanwhile_IsShownAtOnceAndWhatWasTypedStays()
    {
        await using var stage = await SetAsync();
        var (page, report) = await OpenAsync(stage, contacts: 1);
        await ClickAsync(page, "Decidi");
        await ChooseAsync(page, ContactStatus.Close);
        await page.Find("#Reason").ChangeAsync(new() { Value = "Motivo a metà" });

        await stage.Portal.Get<DecisionDesk>().DecideAsync(
            _colleague, report.Id, new DecisionDraft { Status = ContactStatus.LowRisk }, [new SeenContact(report.Contacts[0], 0)], Patience);

        page.WaitForAssertion(() => Assert.Contains("Ada Collega", page.Find("dialog .notice-warning").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Contains("Basso rischio", page.Find(".contacts tbody tr").Children[3].TextContent, StringComparison.Ordinal);
        Assert.Equal("Motivo a metà", page.Find("#Reason").GetAttribute("value"));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == "Salva la decisione");

        await ClickAsync(page, "Ho visto, continua");
        await page.Find("#OwnEnd").ChangeAsync(new() { Value = "01/12/2020" });
        await ClickAsync(page, "Salva la decisione");

        page.WaitForAssertion(() => Assert.Contains("Contatto stretto", page.Find(".contacts tbody tr").Children[3].TextContent, StringComparison.Ordinal));
        Assert.Contains("Decisione cambiata", page.Find(".history").TextContent, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Issue_ContactsUndecided_NamesThemAndThenGoesThrough()
    {
        await using var stage = await SetAsync();
        var (page, _) = await OpenAsync(stage, contacts: 2);

        await page.Find(".next button").ClickAsync();
        Assert.Contains("Valeriaa Valerio", page.Find(".steps .notice-warning").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("dialog"));

        await ClickAsync(page, "Accetta le proposte (2)");
        page.WaitForAssertion(() => Assert.Contains("Tutti i contatti sono decisi", page.Find(".tally").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".steps .notice-warning"));
        await page.Find(".next button").ClickAsync();
        await ClickAsync(page, "SÌ");
        page.WaitForAssertion(() => Assert.Equal("Concludi il caso", page.Find(".next button").TextContent));
        await page.Find(".next button").ClickAsync();
        await ClickAsync(page, "SÌ");

        page.WaitForAssertion(() => Assert.Contains("Il caso è concluso", page.Find(".steps .notice-success").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".next button, .contacts input[type=checkbox]"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Conclude_ContactOfAnIntegrazioneIsUndecided_SaysThatTheCaseIsNotConcluded()
    {
        await using var stage = await SetAsync();
        var (page, report) = await OpenAsync(stage, contacts: 1);
        await ClickAsync(page, "Accetta le proposte (1)");
        page.WaitForAssertion(() => Assert.Contains("salvata per 1 contatto.", page.Find(".contacts .notice-success").TextContent, StringComparison.Ordinal));
        await page.Find(".next button").ClickAsync();
        await ClickAsync(page, "SÌ");
        page.WaitForAssertion(() => Assert.Equal("Concludi il caso", page.Find(".next button").TextContent));
        await using (var context = await stage.Portal.OpenAsync())
        {
            var stored = await context.Set<ReceivedReport>().SingleAsync(one => one.Id == report.Id, Patience);
            context.Entry(stored).Property(one => one.AddedCount).CurrentValue = 1; // As an accepted integrazione with a new contact leaves it.
            await context.SaveChangesAsync(Patience);
        }

        await page.Find(".next button").ClickAsync();
        await ClickAsync(page, "SÌ");

        page.WaitForAssertion(() => Assert.Equal(
            "Il caso non è stato concluso: prima bisogna decidere per 1 contatto.", page.Find(".steps .notice-warning p").TextContent.Trim()));
    }

    [Fact(Timeout = 60_000)]
    public async Task Class_GroupInBothFields_IsSaidOnce()
    {
        await using var stage = await SetAsync();
        var school = await stage.Portal.AddSchoolAsync();
        await stage.ReceiveWithContactsAsync(0, Patience, Group, school: school);
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var (report, _) = await stage.ReceiveWithContactsAsync(1, Patience, Group, (draft, _) => (draft.ClassName, draft.Section) = ("girasoli", "Girasoli"), school);

        var page = Render<ReportPage>(page => page.Add(p => p.ReportId, report));
        page.WaitForElement(".way");

        Assert.Contains("girasoli", page.Find(".contacts tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("girasoli", page.Find("section[aria-labelledby=related-heading]").TextContent, StringComparison.Ordinal);
        Assert.Contains("girasoli", page.Find(".match").TextContent, StringComparison.Ordinal);
        Assert.All([".contacts tbody tr", "section[aria-labelledby=related-heading]", ".match"], place =>
            Assert.DoesNotContain("girasoli girasoli", page.Find(place).TextContent, StringComparison.OrdinalIgnoreCase));

        static void Group(CaseDraft draft) => (draft.ClassName, draft.Section) = ("girasoli", "Girasoli");
    }

    [Fact(Timeout = 60_000)]
    public async Task Timeline_Drawing_HasATableThatSaysTheSame()
    {
        await using var stage = await SetAsync();
        var (page, _) = await OpenAsync(stage, contacts: 2, draft => draft.SymptomOnset = "20/11/2020");

        var lines = page.FindAll("details table tbody tr").Select(row => string.Join(" ", row.Children.Select(cell => cell.TextContent.Trim())));

        Assert.Equal(
            [
                "18/11/2020 Primo dei giorni da considerare",
                "20/11/2020 Inizio dei sintomi",
                "20/11/2020 Ultimo giorno di frequenza",
                "20/11/2020 Ultimo dei giorni da considerare",
                "20/11/2020 Ultimo contatto: Valeriaa Valerio, Valeriab Valerio",
                "21/11/2020 Tampone positivo",
                "25/11/2020 oggi",
                "30/11/2020 Fine dell'isolamento, al più presto",
                "04/12/2020 Fine della misura proposta: Valeriaa Valerio, Valeriab Valerio",
                "11/12/2020 Fine dell'isolamento, al più tardi",
            ],
            lines);
        Assert.Equal(4, page.FindAll("svg .label").Count);
        Assert.Single(page.FindAll("svg rect.quarantine.proposed"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Duplicate_Linked_IsSaidAndCanBeUndone()
    {
        await using var stage = await SetAsync();
        await stage.ReceiveWithContactsAsync(0, Patience);
        var (page, report) = await OpenAsync(stage, contacts: 0);
        Assert.Contains("Stesso nome e stessa data di nascita", page.Find(".match h3").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".differs")); // Neither the codes that both lack nor the moments at which they came.

        await ClickAsync(page, "Sì, stessa persona");
        page.WaitForAssertion(() => Assert.Contains("Stessa persona, secondo Ugo Operatore", page.Find(".match").TextContent, StringComparison.Ordinal));
        await ClickAsync(page, "Annulla questa decisione");

        page.WaitForAssertion(() => Assert.Contains("Sono la stessa persona?", page.Find(".match").TextContent, StringComparison.Ordinal));
        var pair = Assert.Single(await stage.Portal.Get<IMatchQueries>().OfReportAsync(_colleague, report.Id, Patience));
        Assert.Equal((MatchState.Open, 2), (pair.State, pair.Version));
    }

    [Fact(Timeout = 60_000)]
    public async Task Page_SecondCaseOfTheClass_LeadsToTheCluster()
    {
        await using var stage = await SetAsync();
        var school = await stage.Portal.AddSchoolAsync();
        await stage.ReceiveWithContactsAsync(0, Patience, school: school);
        var me = await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var (second, _) = await stage.ReceiveWithContactsAsync(0, Patience, draft => draft.Surname = "Verdi", school: school);
        var (alone, _) = await stage.ReceiveWithContactsAsync(0, Patience);

        var page = Render<ReportPage>(page => page.Add(p => p.ReportId, second));
        var other = Render<ReportPage>(page => page.Add(p => p.ReportId, alone));

        var cluster = Assert.Single((await stage.Portal.Get<IClusterQueries>().ListAsync(me, new ClusterListRequest(), Patience)).Rows);
        page.WaitForElement(".way");
        var link = page.FindAll("a").Single(one => one.TextContent.Contains("Focolaio", StringComparison.Ordinal));
        Assert.Equal(($"Focolaio della classe {cluster.ClassKey}: 2 casi", $"/ats/focolai/{cluster.Id}"), (link.TextContent.Trim(), link.GetAttribute("href")));
        other.WaitForElement(".way");
        Assert.DoesNotContain("Focolaio", other.Markup, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Duplicates_Many_FoldAllButTwo()
    {
        await using var stage = await SetAsync();
        for (var before = 0; before < 3; before++)
        {
            await stage.ReceiveWithContactsAsync(0, Patience);
        }

        var (page, _) = await OpenAsync(stage, contacts: 0);

        Assert.Contains("3 da valutare", page.Find("#matches-heading").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll(".match").Count);
        var folded = Assert.Single(page.FindAll("section[aria-labelledby=matches-heading] details"));
        Assert.Equal("Altri possibili doppioni: 1", folded.QuerySelector("summary")!.TextContent);
        Assert.Single(folded.QuerySelectorAll(".match"));
    }

    private async Task<(IRenderedComponent<ReportPage> Page, (int Id, IReadOnlyList<int> Contacts) Report)> OpenAsync(
        DeliveryStage stage, int contacts, Action<CaseDraft>? change = null, bool taken = true)
    {
        var me = await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var report = await stage.ReceiveWithContactsAsync(contacts, Patience, change);
        if (taken)
        {
            await stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(me, report.ReportId, Patience);
        }

        var page = Render<ReportPage>(page => page.Add(p => p.ReportId, report.ReportId));
        page.WaitForElement(".way");
        return (page, report);
    }

    /// <summary>Finds and presses in one go: between the two the page might be drawn anew by a change that was just told.</summary>
    private static Task ClickAsync(IRenderedComponent<ReportPage> page, string text) => page.InvokeAsync(() => Button(page, text).Click());

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ReportPage> page, string text) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == text);

    /// <summary>What the question then says of the rules.</summary>
    private static async Task<string> ChooseAsync(IRenderedComponent<ReportPage> page, ContactStatus status)
    {
        await page.Find($"#status-{status}").ChangeAsync(new() { Value = "on" });
        return page.Find("dialog").TextContent;
    }
}
