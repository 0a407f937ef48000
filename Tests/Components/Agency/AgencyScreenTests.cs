using Bunit;
using CovidSchoolReporting.App.Features.Agency;
using CovidSchoolReporting.App.Features.Agency.Queue;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Agency;

/// <summary>The operator's screens over the real services, database and worker.</summary>
public sealed class AgencyScreenTests : OperatorContext
{
    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Grid_SchoolSends_TheCaseAppearsByItself()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var grid = Render<ReportGrid>(grid => grid.Add(g => g.Request, new ReportListRequest()));
        grid.WaitForElement(".empty");

        await stage.ReceiveAsync(1, Patience);

        grid.WaitForElement("tbody tr", TimeSpan.FromSeconds(20));
        Assert.Equal(
            ["", "2020/000000125/11/2020 10:00", "Scuola primaria CalvinoMilano (MI), classe 5 B", "Rossi Mario", "20/11/2020", "0", "Ricevuto", "Prendi in carico"],
            grid.FindAll("tbody td").Select(cell => cell.TextContent.Trim()));
    }

    [Fact(Timeout = 60_000)]
    public async Task Grid_TakeInCharge_ChangesTheRowAndSaysSo()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        await stage.ReceiveAsync(1, Patience);
        var grid = Render<ReportGrid>(grid => grid.Add(g => g.Request, new ReportListRequest()));

        await grid.WaitForElement("tbody button").ClickAsync();

        grid.WaitForAssertion(() => Assert.Empty(grid.FindAll("tbody button")));
        Assert.Contains("Preso in carico", grid.Find(".row-state").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ugo Operatore", grid.Find(".row-state").TextContent, StringComparison.Ordinal);
        Assert.Contains("2020/0000001 è stato preso in carico", grid.Find(".notice-success").TextContent, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Grid_ColleagueWasFirst_SaysWho()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var id = Assert.Single(await stage.ReceiveAsync(1, Patience));
        var page = Render<ReportPage>(page => page.Add(p => p.ReportId, id));
        var button = page.WaitForElement("button");
        var ada = Actor.OfAgency(7001, "Ada Collega", Role.AgencyOperator, Territory.Milano);

        // Both press at once: the colleague's press arrives first, and this screen has not heard yet.
        var pressed = page.InvokeAsync(async () =>
        {
            await stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(ada, id, Patience);
            await button.ClickAsync();
        });
        await pressed;

        page.WaitForAssertion(() => Assert.Contains("Ada Collega", page.Find(".notice-warning").TextContent, StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Page_Report_IsOnlyRead()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var id = Assert.Single(await stage.ReceiveAsync(1, Patience));

        var page = Render<ReportPage>(page => page.Add(p => p.ReportId, id));

        page.WaitForElement("dl");
        Assert.Empty(page.FindAll(":is(input, textarea, select):not(.conversation *)"));
        Assert.Contains("Motivo indicato dalla scuola: Assente da prima", page.Markup, StringComparison.Ordinal);
        Assert.Contains("almeno fino al 01/12/2020", page.Find(".case-dates").TextContent, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Page_ReportOfAnotherTerritory_IsNotFoundLikeAnUnknownOne()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Lia Lodigiana", Territory.Lodi);
        var id = Assert.Single(await stage.ReceiveAsync(1, Patience));
        var notFound = 0;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => notFound++;

        var other = Render<ReportPage>(page => page.Add(p => p.ReportId, id));
        other.WaitForAssertion(() => Assert.Equal(1, notFound));
        var unknown = Render<ReportPage>(page => page.Add(p => p.ReportId, id + 1000));
        unknown.WaitForAssertion(() => Assert.Equal(2, notFound));

        Assert.Equal(unknown.Markup, other.Markup);
    }
}
