using Bunit;
using CovidSchoolReporting.App.Components.Layout;
using CovidSchoolReporting.App.Features.Agency;
using CovidSchoolReporting.App.Features.Agency.Queue;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Agency;

/// <summary>«Casi ricevuti» over the real services and database: filters, ticks, views.</summary>
public sealed class QueueScreenTests : OperatorContext
{
    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact(Timeout = 120_000)]
    public async Task States_WithTheirFigures_FollowWhatTheOperatorDoes()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        await stage.ReceiveAsync(2, Patience);
        var grid = RenderGrid(new());
        grid.WaitForElement("tbody tr");
        Assert.Equal(["Tutti: 2", "Ricevuti: 2", "In carico: 0", "Con provvedimento: 0", "Conclusi: 0"], States(grid));

        await grid.Find("tbody button").ClickAsync();

        grid.WaitForAssertion(() => Assert.Equal(["Tutti: 2", "Ricevuti: 1", "In carico: 1"], States(grid).Take(3)));
    }

    [Fact(Timeout = 120_000)]
    public async Task States_UnderAnotherFilter_PromiseNoFigure()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        await stage.ReceiveAsync(1, Patience);

        var grid = RenderGrid(new() { Filter = new() { MunicipalityCode = "F205" } });

        grid.WaitForElement("tbody tr");
        Assert.Equal("Ricevuti", States(grid)[1]);
    }

    [Fact(Timeout = 120_000)]
    public async Task Ticked_SomeTakenByAColleagueMeanwhile_SaysSoByCount()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var ids = await stage.ReceiveAsync(3, Patience);
        var grid = RenderGrid(new());
        await grid.WaitForElement("thead input").ChangeAsync(new ChangeEventArgs { Value = true });
        Assert.Equal("3 casi selezionati", grid.Find(".bulk p").TextContent);
        var button = grid.Find(".bulk .btn-primary");

        // The colleague's press arrives first, and this screen has not heard yet.
        await grid.InvokeAsync(async () =>
        {
            await stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(
                Actor.OfAgency(7001, "Ada Collega", Role.AgencyOperator, Territory.Milano), ids[0], Patience);
            await button.ClickAsync(new MouseEventArgs());
        });

        grid.WaitForAssertion(() => Assert.Equal("Presi in carico 2 casi. 1 era già di Ada Collega.", grid.Find(".notice-warning").TextContent.Trim()));
        Assert.Empty(grid.FindAll("tbody input:checked"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Ticked_AssignedToAColleague_StandsInTheRow()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var colleague = await AddOperatorAsync(stage, "Elena Collega", Territory.Milano);
        await stage.ReceiveAsync(1, Patience);
        var grid = RenderGrid(new());
        await grid.WaitForElement("tbody input").ChangeAsync(new ChangeEventArgs { Value = true });
        Assert.Equal(["Assegna a…", "Ugo Operatore", "Elena Collega"], grid.FindAll("#bulk-colleague option").Select(option => option.TextContent));

        await grid.Find("#bulk-colleague").ChangeAsync(new ChangeEventArgs { Value = $"{colleague.UserId}" });
        await grid.Find(".bulk-assign button").ClickAsync(new MouseEventArgs());

        grid.WaitForAssertion(() => Assert.Contains("assegnato a Elena Collega", grid.Find(".row-state").TextContent, StringComparison.Ordinal));
        Assert.Equal("Assegnato a Elena Collega 1 caso.", grid.Find(".notice-success").TextContent.Trim());
    }

    [Fact(Timeout = 120_000)]
    public async Task Chips_ForEachFilter_LeadToTheListWithoutIt()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var filter = new ReportFilter
        {
            State = AgencyState.Received,
            MunicipalityCode = "F205",
            ClassKey = "5 B",
            Waiting = WaitingTime.TwoDays,
            Missing = ReportGaps.SwabDate,
            Assignee = AssigneeFilter.Nobody,
            LastDayAttended = new DayRange(new DateOnly(2020, 11, 1), null),
        };

        var grid = RenderGrid(new() { Filter = filter });

        grid.WaitForElement(".chip");
        Assert.Equal(
            ["Comune: Milano (MI)", "Classe: 5 B", "Ultimo giorno dal 01/11/2020", "In attesa da oltre 48 ore", "Manca la data del tampone", "Non assegnati"],
            grid.FindAll(".chip").Select(chip => chip.TextContent.Replace("×", "", StringComparison.Ordinal).Trim()));
        Assert.Equal("Togli il filtro Classe: 5 B", grid.FindAll(".chip")[1].GetAttribute("aria-label"));
        Assert.Equal(filter with { ClassKey = null }, ReportListAddress.Read(grid.FindAll(".chip")[1].GetAttribute("href")!).Filter);
        Assert.Equal(ReportFilter.None, ReportListAddress.Read(grid.Find(".chips-clear").GetAttribute("href")!).Filter);
    }

    [Fact(Timeout = 120_000)]
    public async Task Filters_Applied_StandInTheAddress()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var grid = RenderGrid(new() { Filter = new() { State = AgencyState.Received } });
        await OpenFiltersAsync(grid);

        await grid.Find("#filter-municipality").ChangeAsync(new ChangeEventArgs { Value = "milano" });
        await grid.Find("#filter-class").ChangeAsync(new ChangeEventArgs { Value = "5^" });
        await grid.Find("#filter-section").ChangeAsync(new ChangeEventArgs { Value = "b" });
        await grid.Find("#filter-received-from").ChangeAsync(new ChangeEventArgs { Value = "1/11/20" });
        await grid.Find("#filter-waiting").ChangeAsync(new ChangeEventArgs { Value = "1" });
        await grid.Find("form.queue-filter").SubmitAsync();

        Assert.EndsWith("/ats/casi?stato=ricevuti&comune=F205&classe=5%20B&dal=2020-11-01&attesa=48", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Filters_ChipTakenAwayBesideTheOpenPanel_IsNotAppliedAgain()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var filter = new ReportFilter { MunicipalityCode = "F205", ClassKey = "5 B", Waiting = WaitingTime.TwoDays };
        var grid = RenderGrid(new() { Filter = filter });
        await OpenFiltersAsync(grid);
        await grid.Find("#filter-received-from").ChangeAsync(new ChangeEventArgs { Value = "1/11/20" });

        grid.Render(parameters => parameters.Add(g => g.Request, new ReportListRequest { Filter = filter with { MunicipalityCode = null } }));
        await grid.WaitForElement("form.queue-filter").SubmitAsync();

        Assert.EndsWith("/ats/casi?classe=5%20B&dal=2020-11-01&attesa=48", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Filters_ThatMeanNothing_AreSaidAtTheirFieldsAndNothingIsApplied()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var grid = RenderGrid(new());
        var before = Navigation.Uri;
        await OpenFiltersAsync(grid);

        await grid.Find("#filter-site").ChangeAsync(new ChangeEventArgs { Value = "Nessuna scuola" });
        await grid.Find("#filter-municipality").ChangeAsync(new ChangeEventArgs { Value = "Atlantide" });
        await grid.Find("#filter-class").ChangeAsync(new ChangeEventArgs { Value = "5" });
        await grid.Find("#filter-received-from").ChangeAsync(new ChangeEventArgs { Value = "10/11/2020" });
        await grid.Find("#filter-received-to").ChangeAsync(new ChangeEventArgs { Value = "9/11/2020" });
        await grid.Find("#filter-attended-from").ChangeAsync(new ChangeEventArgs { Value = "ieri" });
        await grid.Find("form.queue-filter").SubmitAsync();

        Assert.Equal(before, Navigation.Uri);
        Assert.Equal(
            ["filter-site", "filter-municipality", "filter-class", "filter-received-to", "filter-attended-from"],
            grid.FindAll("[aria-invalid=true]").Select(field => field.Id));
    }

    [Fact(Timeout = 120_000)]
    public async Task DaysBackwards_InTheAddress_AreSaidAndGiveNoRows()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        await stage.ReceiveAsync(1, Patience);

        var grid = RenderGrid(ReportListAddress.Read("/ats/casi?dal=2020-11-25&al=2020-11-01"));

        grid.WaitForElement(".empty");
        Assert.Contains("la fine viene prima dell'inizio", grid.Find(".notice-warning").TextContent, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Views_SavedAndPreferred_OpenByThemselves()
    {
        await using var stage = await SetAsync();
        await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var grid = RenderGrid(new() { Filter = new() { Waiting = WaitingTime.TwoDays } });
        await grid.WaitForElement(".views button").ClickAsync(new MouseEventArgs());
        await grid.Find("#view-name").ChangeAsync(new ChangeEventArgs { Value = "Urgenti" });
        await grid.Find(".view-new").SubmitAsync();
        await grid.WaitForElement(".view-item input[type=checkbox]").ChangeAsync(new ChangeEventArgs { Value = true });
        Assert.Equal("Urgenti (si apre per prima) ★", grid.Find(".view[aria-current]").TextContent);

        Render<CascadingValue<string>>(value => value
            .Add(v => v.Name, MainLayout.AddressName).Add(v => v.Value, ReportListAddress.Home).AddChildContent<ReportsPage>());

        Assert.EndsWith("/ats/casi?attesa=48", Navigation.Uri, StringComparison.Ordinal);
    }

    private IRenderedComponent<ReportGrid> RenderGrid(ReportListRequest request) => Render<ReportGrid>(grid => grid.Add(g => g.Request, request));

    private static IReadOnlyList<string> States(IRenderedComponent<ReportGrid> grid) => [.. grid.FindAll(".segments a").Select(link => link.TextContent)];

    private static async Task OpenFiltersAsync(IRenderedComponent<ReportGrid> grid)
    {
        await grid.WaitForElement("[aria-controls=queue-filters]").ClickAsync(new MouseEventArgs());
        grid.WaitForElement("form.queue-filter");
    }
}
