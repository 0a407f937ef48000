using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Simulation;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CovidSchoolReporting.Tests.Infrastructure.Epidemic;

/// <summary>What the database summed while it was written, beside the reports counted one by one.</summary>
public sealed class EpidemicFiguresTests(SimulatedEpidemic epidemic) : IClassFixture<SimulatedEpidemic>
{
    private static readonly DateOnly _from = new(2020, 11, 9), _to = new(2020, 11, 18);

    public static TheoryData<string> Filters => [.. Known.Keys];

    private static Dictionary<string, (Actor Actor, EpidemicFilter Filter)> Known => new()
    {
        ["everything"] = (SimulatedEpidemic.OfBoth, new EpidemicFilter(_from, _to)),
        ["by swab"] = (SimulatedEpidemic.OfBoth, new EpidemicFilter(_from, _to, EpidemicBasis.Swab)),
        ["by onset"] = (SimulatedEpidemic.OfBoth, new EpidemicFilter(_from, _to, EpidemicBasis.Onset)),
        ["own territory"] = (SimulatedEpidemic.OfMilano, new EpidemicFilter(_from, _to)),
        ["one territory of both"] = (SimulatedEpidemic.OfBoth, new EpidemicFilter(_from, _to, Territory: Territory.Lodi)),
        ["one comune"] = (SimulatedEpidemic.OfBoth, new EpidemicFilter(_from, _to, MunicipalityCode: "F205")),
        ["one school type by swab"] = (SimulatedEpidemic.OfBoth, new EpidemicFilter(_from, _to, EpidemicBasis.Swab, SchoolType: SchoolType.UpperSecondary)),
        ["teachers"] = (SimulatedEpidemic.OfMilano, new EpidemicFilter(_from, _to, Role: RoleGroup.Teaching)),
        ["all at once"] = (SimulatedEpidemic.OfMilano, new EpidemicFilter(_from, _to, EpidemicBasis.Swab, Territory.Milano, "F205", SchoolType.Primary, RoleGroup.Pupils)),
        ["one day"] = (SimulatedEpidemic.OfBoth, new EpidemicFilter(_to, _to)),
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Read_CasesByDayTypeAndRole_AreThoseOfTheReports(string name)
    {
        var (actor, filter) = Known[name];
        var figures = await ReadAsync(name);

        var expected = epidemic.Of(actor, filter).GroupBy(r => (Day: SimulatedEpidemic.DayOf(r, filter.Basis), r.SchoolType, Role: RoleGroups.Of(r.Role)))
            .Where(g => g.Key.Day >= filter.From.AddDays(-6) && g.Key.Day <= filter.To)
            .Select(g => new DayCount(g.Key.Day!.Value, g.Key.SchoolType, g.Key.Role, g.Count(), g.Sum(r => r.ContactCount)));
        Assert.Equal(expected.OrderBy(Key), figures.Days.GroupBy(Key).Select(g => g.First() with { Cases = g.Sum(d => d.Cases), Contacts = g.Sum(d => d.Contacts) }).OrderBy(Key));
        Assert.NotEmpty(figures.Days);
        var before = epidemic.Of(actor, filter).Count(r => SimulatedEpidemic.DayOf(r, filter.Basis) is { } day && day >= filter.FromBefore && day < filter.From);
        Assert.Equal(before, figures.CasesBefore);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Read_CasesByComuneAndSchoolAndClass_AreThoseOfTheReports(string name)
    {
        var figures = await ReadAsync(name);
        var reports = InPeriod(name);

        Assert.Equal(
            reports.GroupBy(r => r.SiteMunicipalityCode).Select(g => (g.Key, g.Count(), g.Sum(r => r.ContactCount))).OrderBy(g => g.Key),
            figures.Places.Select(place => (place.Code, place.Cases, place.Contacts)).OrderBy(place => place.Code));
        Assert.Equal(
            reports.Where(r => r.SiteId != null).GroupBy(r => r.SiteId!.Value).Select(g => (g.Key, Cases: g.Count(), Contacts: g.Sum(r => r.ContactCount)))
                .OrderByDescending(g => g.Cases).ThenBy(g => g.Key).Take(EpidemicFigures.Ranked),
            figures.Schools.Select(school => (school.SiteId, school.Cases, school.Contacts)));
        Assert.Equal(
            reports.Where(r => r.SiteId != null).GroupBy(r => (Site: r.SiteId!.Value, r.ClassKey)).Where(g => g.Count() > 1)
                .Select(g => (g.Key.Site, g.Key.ClassKey, Cases: g.Count())).OrderByDescending(g => g.Cases).ThenBy(g => g.Site)
                .ThenBy(g => g.ClassKey, StringComparer.Ordinal).Take(EpidemicFigures.Ranked),
            figures.Classes.Select(one => (one.SiteId, one.ClassKey, one.Cases)));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Read_Delays_AreExactFromTheReports(string name)
    {
        var (actor, filter) = Known[name];
        var figures = await ReadAsync(name);

        var received = epidemic.Of(actor, filter).Where(r => r.ReceivedDay >= filter.From && r.ReceivedDay <= filter.To).ToList();
        (DelayStep, IEnumerable<int>)[] expected =
        [
            (DelayStep.LastDayToReport, received.Select(r => Math.Max(0, r.ReceivedDay.DayNumber - r.LastDayAttended.DayNumber))),
            (DelayStep.SwabToReport, received.Where(r => r.PositiveSwabDate != null).Select(r => Math.Max(0, r.ReceivedDay.DayNumber - r.PositiveSwabDate!.Value.DayNumber))),
            (DelayStep.ReportToCharge, received.Where(r => r.TakenInChargeAt != null).Select(r => Hours(r.ReceivedAt, r.TakenInChargeAt))),
            (DelayStep.ChargeToMeasures, received.Where(r => r.MeasuresIssuedAt != null).Select(r => Hours(r.TakenInChargeAt!.Value, r.MeasuresIssuedAt))),
        ];
        Assert.Equal(expected.Select(step => Summary(step.Item1, [.. step.Item2.Order()])), figures.Delays);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Read_Waiting_AreTheReportsThatNobodyHas(string name)
    {
        var (actor, filter) = Known[name];
        var today = epidemic.Portal.Get<PortalClock>().Today;

        var expected = epidemic.Of(actor, filter).Where(r => r.State == AgencyState.Received)
            .GroupBy(r => today.DayNumber - r.ReceivedDay.DayNumber).OrderBy(g => g.Key).Select(g => new WaitingCount(g.Key, g.Count()));
        Assert.Equal(expected, (await ReadAsync(name)).Waiting);
    }

    [Fact]
    public async Task Read_Rate_IsOfTheCasesOfTheComuneOnItsPupils()
    {
        var (site, _) = (epidemic.Sites.First(s => s.MunicipalityCode == "F205"), 0);
        await using var context = await epidemic.Portal.OpenAsync();
        await context.Set<SchoolSite>().Where(s => s.Id == site.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Pupils, 400));

        var milano = (await ReadAsync("everything")).Places.Single(place => place.Code == "F205");

        var pupils = await context.Set<SchoolSite>().Where(s => s.MunicipalityCode == "F205").SumAsync(s => s.Pupils ?? 0);
        Assert.Equal(pupils, milano.Pupils);
        Assert.Equal(milano.Cases * 10_000.0 / pupils, milano.Rate);
    }

    [Fact]
    public async Task Read_WhoIsNoOperatorOrOfAnotherTerritory_GetsNothing()
    {
        Actor[] strangers = [Actor.OfSchool(5, "Anna", Role.Referent, 1), Actor.OfAgency(6, "Davide", Role.AgencyAdministrator)];
        foreach (var stranger in strangers)
        {
            var figures = await epidemic.Queries.ReadAsync(stranger, new EpidemicFilter(_from, _to), CancellationToken.None);
            Assert.Equal((0, 0, 0, 0), (figures.Days.Count, figures.Places.Count, figures.Waiting.Count, figures.ActiveClusters));
        }

        var elsewhere = await epidemic.Queries.ReadAsync(SimulatedEpidemic.OfMilano, new EpidemicFilter(_from, _to, Territory: Territory.Lodi), CancellationToken.None);
        Assert.Empty(elsewhere.Days);
    }

    [Fact]
    public async Task Read_Again_AsksTheSumsOnlyOnceAReportHasChanged()
    {
        var recorder = new CommandRecorder();
        await using var portal = await TestPortal.StartAsync(services => services.AddSingleton<Simulator>().AddSingleton<ILoggerProvider>(recorder));
        var week = SimulatedEpidemic.Plan with { To = SimulatedEpidemic.Plan.From.AddDays(6), Scale = 0.01 };
        await portal.Get<Simulator>().RunAsync(week, new Progress<double>());
        var (first, asked) = await ReadAsync();
        Assert.Contains("ClassFigures", asked, StringComparison.Ordinal);

        var (again, askedAgain) = await ReadAsync();
        await portal.Get<Simulator>().RunAsync(week with { Seed = 12 }, new Progress<double>());
        var (later, _) = await ReadAsync();

        Assert.DoesNotContain("ClassFigures", askedAgain, StringComparison.Ordinal);
        Assert.Equal((first.Cases, first.Contacts), (again.Cases, again.Contacts));
        Assert.Equal(await portal.AskAsync<int>("SELECT COUNT(*) FROM \"ReceivedReports\""), later.Cases);
        Assert.True(later.Cases > first.Cases);

        async Task<(EpidemicFigures Figures, string Asked)> ReadAsync()
        {
            recorder.Take();
            var figures = await portal.Get<IEpidemicQueries>().ReadAsync(SimulatedEpidemic.OfBoth, new EpidemicFilter(week.From, week.To), CancellationToken.None);
            return (figures, string.Join('\n', recorder.Take()));
        }
    }

    [Fact]
    public async Task Prepare_DatabaseThatKeptNoSums_SumsItsReportsAndFindsItsClusters()
    {
        var copy = epidemic.Portal.DatabasePath + ".without-sums";
        await epidemic.Portal.AskAsync<int>($"SELECT 1");
        await using (var context = await epidemic.Portal.OpenAsync())
        {
            await context.Database.ExecuteSqlAsync($"VACUUM INTO {copy}");
        }

        await using (var before = await TestPortal.StartAsync(databasePath: copy))
        await using (var context = await before.OpenAsync())
        {
            foreach (var table in _sums)
            {
#pragma warning disable EF1002 // The names are those of the schema.
                await context.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table}\"");
#pragma warning restore EF1002
            }
        }

        await using var after = await TestPortal.StartAsync(databasePath: copy);

        foreach (var table in _sums)
        {
            Assert.Equal(await SumsAsync(epidemic.Portal, table), await SumsAsync(after, table));
        }
    }

    private static readonly string[] _sums = ["DayFigures", "PlaceFigures", "ClassFigures", "DelayFigures", "Clusters"];

    private static Task<string> SumsAsync(TestPortal portal, string table) => portal.AskAsync<string>(table == "Clusters"
        ? "SELECT group_concat(t, ';') FROM (SELECT \"SiteId\" || \"ClassKey\" || \"FirstDay\" || \"LastDay\" || \"Cases\" || \"Contacts\" AS t FROM \"Clusters\" ORDER BY 1)"
        : table == "DelayFigures"
            ? "SELECT COUNT(*) || ':' || SUM(\"Reports\" * (\"Length\" + 1)) FROM \"DelayFigures\""
            : $"SELECT COUNT(*) || ':' || SUM(\"Cases\") || ':' || SUM(\"Contacts\") FROM \"{table}\"");

    private static (DateOnly, SchoolType, RoleGroup) Key(DayCount count) => (count.Day, count.SchoolType, count.Role);

    private static int Hours(DateTime from, DateTime? to) =>
        (int)((new DateTimeOffset(to!.Value).ToUnixTimeSeconds() - new DateTimeOffset(from).ToUnixTimeSeconds()) / 3600);

    private static DelaySummary Summary(DelayStep step, List<int> lengths) => new(
        step, lengths.Count,
        lengths.Count == 0 ? null : lengths[(int)Math.Ceiling(lengths.Count * 0.5) - 1],
        lengths.Count == 0 ? null : lengths[(int)Math.Ceiling(lengths.Count * 0.9) - 1]);

    private List<ReceivedReport> InPeriod(string name)
    {
        var (actor, filter) = Known[name];
        return [.. epidemic.Of(actor, filter).Where(r => SimulatedEpidemic.DayOf(r, filter.Basis) is { } day && day >= filter.From && day <= filter.To)];
    }

    private Task<EpidemicFigures> ReadAsync(string name) => epidemic.Queries.ReadAsync(Known[name].Actor, Known[name].Filter, CancellationToken.None);
}
