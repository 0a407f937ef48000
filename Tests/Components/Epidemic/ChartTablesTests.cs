using System.Globalization;
using Bunit;
using CovidSchoolReporting.App.Features.Epidemic;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Tests.Domain.Places;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Epidemic;

/// <summary>The tables beside the charts, their pictures, and the numbers that both must show.</summary>
public sealed class ChartTablesTests : ScreenContext
{
    private static readonly DateOnly _from = new(2020, 11, 2), _to = new(2020, 11, 15);
    private static readonly EpidemicView _view = new(new EpidemicFilter(_from, _to));

    public ChartTablesTests()
    {
        Services.AddSingleton<ChartTables>();
        Services.AddSingleton<PlaceRegister>(LoadedPlaces.Register);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("it-IT");
    }

    [Theory]
    [InlineData(CurveStep.Day, CurveColours.Role)]
    [InlineData(CurveStep.Day, CurveColours.SchoolType)]
    [InlineData(CurveStep.Week, CurveColours.Role)]
    [InlineData(CurveStep.Week, CurveColours.SchoolType)]
    public void Curve_ItsTable_HasTheNumbersOfTheCasesCountedOneByOne(CurveStep step, CurveColours colours)
    {
        var (figures, cases) = Random(seed: 3);
        var length = step == CurveStep.Day ? 1 : 7;

        var table = Rows(ChartName.Curve, figures, _view with { AskedStep = step, Colours = colours });

        var kinds = colours == CurveColours.Role ? Enum.GetValues<RoleGroup>().Length : Enum.GetValues<SchoolType>().Length;
        Assert.Equal(14 / length, table.Count);
        for (var row = 0; row < table.Count; row++)
        {
            var (first, last) = (_from.AddDays(row * length), _from.AddDays((row * length) + length - 1));
            var within = cases.Where(one => one.Day >= first && one.Day <= last).ToList();
            var parts = Enumerable.Range(0, kinds)
                .Select(kind => within.Count(one => (colours == CurveColours.Role ? (int)one.Role : (int)one.Type) == kind)).ToList();
            var average = cases.Count(one => one.Day > last.AddDays(-7) && one.Day <= last) / 7.0;
            string[] expected =
            [
                length == 1 ? $"{first:dd/MM/yyyy}" : $"{first:dd/MM/yyyy} – {last:dd/MM/yyyy}",
                .. parts.Select(part => $"{part:N0}"), $"{within.Count:N0}", $"{average:N1}",
            ];
            Assert.Equal(expected, table[row]);
        }
    }

    [Fact]
    public void Places_TheirTable_HasRatesWherePupilsAreKnownAndLeadsToTheCases()
    {
        var figures = Random(seed: 1).Figures with { Places = [new PlaceCount("F205", 1234, 20_000, 100_000), new PlaceCount("E648", 3, 40, null)] };

        Assert.Equal(
            [["Milano (MI)", "1.234", "20.000", "100.000", "123,4"], ["Lodi (LO)", "3", "40", "–", "–"]], Rows(ChartName.Places, figures, _view));
        Assert.Equal(
            "/ats/casi?comune=F205&dal=2020-11-02&al=2020-11-15",
            Services.GetRequiredService<ChartTables>().Of(ChartName.Places, figures, _view).Rows[0][0].Address);
    }

    [Fact]
    public void Delays_TheirTable_SaysDaysAndHoursInWords()
    {
        var figures = Random(seed: 1).Figures with
        {
            Delays =
            [
                new DelaySummary(DelayStep.LastDayToReport, 9, 5, 1), new DelaySummary(DelayStep.SwabToReport, 0, null, null),
                new DelaySummary(DelayStep.ReportToCharge, 9, 0, 1), new DelaySummary(DelayStep.ChargeToMeasures, 2, 30, 40),
            ],
        };

        Assert.Equal(
            ["9|5 giorni|1 giorno", "0|–|–", "9|meno di un'ora|1 ora", "2|30 ore|40 ore"],
            Rows(ChartName.Delays, figures, _view).Select(row => string.Join('|', row.Skip(1))));
    }

    [Fact]
    public void CurveChart_Picture_SaysEachDayInWordsAndDrawsEachColourOnce()
    {
        var (figures, cases) = Random(seed: 5);

        var chart = Render<CurveChart>(c => c.Add(x => x.Curve, DailyCurve.Of(figures, CurveStep.Day, CurveColours.Role)));

        var days = chart.FindAll("rect.hit title").Select(title => title.TextContent.Split('\n')[0]).ToList();
        Assert.Equal(14, days.Count);
        Assert.Equal(Enumerable.Range(0, 14).Select(day => cases.Count(one => one.Day == _from.AddDays(day))).Select(count => $"{count} casi"),
            days.Select(day => day.Split(": ")[1]));
        Assert.Equal(3, chart.FindAll("svg.curve > path[fill]").Count);
        Assert.Contains($"{cases.Count(one => one.Day >= _from):N0} casi dal 02/11/2020 al 15/11/2020", chart.Find("svg.curve").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void MapChart_WithAndWithoutShapes_ColoursByRankAndSaysWhatIsMissing()
    {
        var figures = Random(seed: 1).Figures with { Places = [new PlaceCount("F205", 90, 0, 10_000), new PlaceCount("I690", 5, 0, null)] };

        var map = Render<MapChart>(m => m.Add(x => x.Figures, figures).Add(x => x.View, _view).Add(x => x.Territories, [Territory.Milano])
            .Add(x => x.Shapes, [new MapShape("F205", "M0 0L1 0L1 1Z")]));

        Assert.Equal(133, map.FindAll("svg.comuni > a").Count);
        Assert.Equal("Milano (MI): 90 casi, 90 ogni 10.000 alunni", map.Find("svg.comuni a path title").TextContent);
        Assert.Equal("Sesto San Giovanni (MI): 5 casi", map.Find("svg.comuni a[href*=I690] title").TextContent);
        Assert.Contains("Di 1 comuni con casi", map.Find(".map-missing").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void MapChart_AnotherCaseArrives_IsDrawnAnew()
    {
        var figures = Random(seed: 1).Figures with { Places = [new PlaceCount("F205", 1, 0, null), new PlaceCount("I690", 1, 0, null)] };
        var map = Render<MapChart>(m => m.Add(x => x.Figures, figures).Add(x => x.View, _view).Add(x => x.Territories, [Territory.Milano]).Add(x => x.Shapes, []));

        map.Render(m => m.Add(x => x.Figures, figures with { Places = [new PlaceCount("I690", 7, 0, null), new PlaceCount("F205", 1, 0, null)] }));

        Assert.Equal("Sesto San Giovanni (MI): 7 casi", map.Find("svg.comuni a[href*=I690] title").TextContent);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(7, 8)]
    [InlineData(10, 12)]
    [InlineData(99, 100)]
    [InlineData(631, 800)]
    [InlineData(3664, 4000)]
    public void ChartScale_Highest_EndsAtARoundNumberAbove(double highest, double top) => Assert.Equal(top, ChartScale.For(highest).Top);

    private List<List<string>> Rows(ChartName chart, EpidemicFigures figures, EpidemicView view)
    {
        var table = Services.GetRequiredService<ChartTables>().Of(chart, figures, view);
        var shown = Render<ChartTableView>(t => t.Add(x => x.Table, table));
        Assert.Equal(table.Headings, shown.FindAll("thead th").Select(cell => cell.TextContent));
        return [.. shown.FindAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList())];
    }

    private static (EpidemicFigures Figures, List<(DateOnly Day, SchoolType Type, RoleGroup Role)> Cases) Random(int seed)
    {
        var chance = new Random(seed);
        var cases = Enumerable.Range(0, 300).Select(_ => (
            Day: _from.AddDays(chance.Next(-6, 14)), Type: (SchoolType)chance.Next(6), Role: (RoleGroup)chance.Next(3))).ToList();
        return (new EpidemicFigures
        {
            Filter = _view.Filter,
            Days = [.. cases.GroupBy(one => one).Select(g => new DayCount(g.Key.Day, g.Key.Type, g.Key.Role, g.Count(), 0))],
            Official = [],
            Places = [],
            Schools = [],
            Classes = [],
            Delays = [],
            Waiting = [],
            CasesBefore = 0,
            ActiveClusters = 0,
        }, cases);
    }
}
