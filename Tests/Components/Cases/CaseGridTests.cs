using Bunit;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Components.Cases;

public sealed class CaseGridTests : ReferentContext
{
    [Fact]
    public void Grid_NoCase_SaysHowToBegin()
    {
        var grid = Show();

        Assert.Empty(grid.FindAll("table"));
        Assert.Contains("Nessun caso è stato ancora segnalato", grid.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_Open_OffersToAmendToAddContactsAndToCloseInRed()
    {
        var id = await Portal.ReportAsync(School);

        var grid = Show();

        Assert.Equal([$"{id}", "Rossi", "Mario", "—", "20/11/2020", "0"], Cells(grid).Take(6));
        Assert.Equal(["modifica caso", "aggiungi contatti"], grid.FindAll(".row-actions a").Select(link => link.TextContent));
        var close = grid.Find(".row-state a.btn-danger");
        Assert.Equal("Chiudi e invia il caso in ATS", close.TextContent.Trim());
        Assert.Equal($"/casi/{id}/chiudi", close.GetAttribute("href"));
        Assert.NotNull(close.QuerySelector("svg"));
        Assert.Empty(grid.FindAll(".badge-success"));
    }

    [Fact]
    public async Task Row_Closed_ShowsGreenWordsAndTheProtocolAndNothingToChange()
    {
        var id = await Portal.ReportAsync(School);
        await CloseAsync(id);
        await ReceiveAsync(id);

        var grid = Show();

        Assert.Equal("Caso chiuso", grid.Find(".row-state .badge-success").TextContent.Trim());
        Assert.Equal("prot. 2020/0000007", grid.Find(".protocol").TextContent);
        Assert.NotNull(grid.Find(".badge-success svg"));
        Assert.Equal(["vedi caso", "vedi contatti"], grid.FindAll(".row-actions a").Select(link => link.TextContent));
        Assert.Empty(grid.FindAll(".btn-danger"));
    }

    [Fact]
    public async Task Row_ClosedByAColleague_TurnsWithoutAClick()
    {
        var id = await Portal.ReportAsync(School);
        var grid = Show();
        Assert.Single(grid.FindAll(".btn-danger"));

        await CloseAsync(id);

        grid.WaitForAssertion(() => Assert.Equal("invio ad ATS in corso", grid.Find(".protocol").TextContent));
        Assert.Empty(grid.FindAll(".btn-danger"));
    }

    [Fact]
    public async Task Row_ReceiptArrives_ShowsItsNumberWithoutAClick()
    {
        var id = await Portal.ReportAsync(School);
        await CloseAsync(id);
        var grid = Show();

        await ReceiveAsync(id);
        Portal.Get<ChangeHub>().Publish(new Change(id, School.InstituteId!.Value, null));

        grid.WaitForAssertion(() => Assert.Equal("prot. 2020/0000007", grid.Find(".protocol").TextContent));
    }

    [Fact]
    public async Task Grid_ChangeAtAnotherSchool_IsNotEvenRead()
    {
        await Portal.ReportAsync(School);
        var grid = Show();
        var other = await Portal.AddSchoolAsync("Volta");
        var renders = grid.RenderCount;

        await Portal.ReportAsync(other, Drafts.Case(d => d.SchoolName = "Scuola primaria Volta"));
        await Portal.ReportAsync(School);

        // The second change is the sign that the first has passed.
        grid.WaitForAssertion(() => Assert.Equal(2, grid.FindAll("tbody tr").Count));
        Assert.Equal(renders + 1, grid.RenderCount);
    }

    [Fact]
    public async Task Sort_Links_NameOrderAndDirectionInTheAddress()
    {
        await Portal.ReportAsync(School);

        var grid = Show(new CaseListRequest(CaseOrder.Surname, Descending: false, CaseStatus.Open));

        Assert.Equal(
            [
                "/casi?stato=aperti",
                "/casi?ordina=cognome&verso=desc&stato=aperti",
                "/casi?ordina=giorno&stato=aperti",
                "/casi?ordina=stato&stato=aperti",
            ],
            grid.FindAll("a.sort").Select(link => link.GetAttribute("href")));
        Assert.Equal("ascending", Assert.Single(grid.FindAll("th[aria-sort]")).GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Filter_Links_NameTheStatusAndMarkTheOneShown()
    {
        await Portal.ReportAsync(School);
        await CloseAsync(await Portal.ReportAsync(School, Drafts.Case(d => d.Surname = "Verdi")));

        var grid = Show(new CaseListRequest(Status: CaseStatus.Closed));

        Assert.Equal(
            ["/casi", "/casi?stato=aperti", "/casi?stato=chiusi"], grid.FindAll(".segments a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Chiusi", grid.Find(".segments a[aria-current]").TextContent);
        Assert.Equal("Verdi", Assert.Single(grid.FindAll("tbody strong")).TextContent);
    }

    [Fact]
    public async Task Pager_TwoPages_LinksLeadForthAndBack()
    {
        for (var i = 0; i < CaseListRequest.PageSize + 1; i++)
        {
            await Portal.ReportAsync(School);
        }

        var grid = Show();
        var last = Cells(grid, CaseListRequest.PageSize - 1)[0];
        var next = Assert.Single(grid.FindAll(".pager a"));
        Assert.Equal($"/casi?dopo={last}", next.GetAttribute("href"));

        grid.Render(p => p.Add(g => g.Request, new CaseListRequest(Anchor: PageAnchor.After(int.Parse(last, null)))));

        var oldest = Assert.Single(grid.FindAll("tbody tr")).QuerySelector("td")!.TextContent;
        Assert.Equal($"/casi?prima={oldest}", Assert.Single(grid.FindAll(".pager a")).GetAttribute("href"));
    }

    [Fact]
    public async Task Search_Surname_ShowsWhoIsFoundAndKeepsTheTextOutOfTheAddress()
    {
        await Portal.ReportAsync(School);
        await Portal.ReportAsync(School, Drafts.Case(d => d.Surname = "Verdi"));
        var grid = Show();

        Search(grid, "verd");

        grid.WaitForAssertion(() => Assert.Equal("Verdi", Assert.Single(grid.FindAll("tbody strong")).TextContent));
        Assert.Equal("", Place);
        Assert.DoesNotContain(grid.FindAll("a"), link => link.GetAttribute("href")!.Contains("verd", StringComparison.OrdinalIgnoreCase));

        Press(grid, "Annulla ricerca");

        grid.WaitForAssertion(() => Assert.Equal(2, grid.FindAll("tbody tr").Count));
    }

    [Fact]
    public async Task Search_Nobody_SaysSoWithoutInvitingToBegin()
    {
        await Portal.ReportAsync(School);
        var grid = Show();

        Search(grid, "zzz");

        grid.WaitForAssertion(() => Assert.Equal("Nessun caso trovato.", grid.Find(".empty").TextContent.Trim()));
    }

    private static void Search(IRenderedComponent<CaseGrid> grid, string text)
    {
        grid.Find("#case-search").Change(text);
        grid.Find("form").Submit();
    }

    private static List<string> Cells(IRenderedComponent<CaseGrid> grid, int row = 0) =>
        [.. grid.FindAll("tbody tr")[row].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())];

    private IRenderedComponent<CaseGrid> Show(CaseListRequest? request = null)
    {
        var grid = Render<CaseGrid>(p => p.Add(g => g.Request, request ?? new CaseListRequest()));
        grid.WaitForState(() => grid.FindAll(".loading").Count == 0);
        return grid;
    }

    private async Task ReceiveAsync(int caseId)
    {
        await using var context = await Portal.OpenAsync();
        var sent = await context.Set<CovidCase>().SingleAsync(c => c.Id == caseId);
        sent.AcknowledgeReceipt(new Receipt("2020/0000007", TestPortal.Start.UtcDateTime));
        await context.SaveChangesAsync();
    }
}
