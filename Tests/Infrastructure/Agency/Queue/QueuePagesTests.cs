using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency.Queue;

/// <summary>The pages of «Casi ricevuti», put side by side, are what a list in memory gives: each filter alone, together, forth and back.</summary>
public sealed class QueuePagesTests(QueuePagesTests.Filled filled) : IClassFixture<QueuePagesTests.Filled>
{
    private static readonly DateTime Now = TestPortal.Start.UtcDateTime;
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private QueueStage Stage => filled.Stage;

    [Theory(Timeout = 120_000)]
    [InlineData(ReportOrder.Received)]
    [InlineData(ReportOrder.State)]
    [InlineData(ReportOrder.LastDay)]
    [InlineData(ReportOrder.School)]
    [InlineData(ReportOrder.Surname)]
    public async Task Pages_EachFilterInThisOrder_AreTheReferenceForthAndBack(ReportOrder order)
    {
        foreach (var filter in Single())
        {
            foreach (var descending in new[] { true, false })
            {
                await AssertSameAsync(Stage.Ada, new ReportListRequest { Filter = filter, Order = order, Descending = descending });
            }

            await AssertSameAsync(Stage.Ugo, new ReportListRequest { Filter = filter, Order = order });
        }
    }

    [Theory(Timeout = 120_000)]
    [InlineData("ros")]
    [InlineData("neri")]
    [InlineData("r")]
    [InlineData("rossi mario")]
    [InlineData("d'angelo")]
    [InlineData("angeli")]
    [InlineData(Drafts.MarioRossi)]
    public async Task Pages_ASearchWithEachFilter_AreTheReferenceForthAndBack(string searched)
    {
        foreach (var filter in Single())
        {
            await AssertSameAsync(Stage.Ada, new ReportListRequest(searched) { Filter = filter });
            await AssertSameAsync(Stage.Lia, new ReportListRequest(searched) { Filter = filter, Order = ReportOrder.School });
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Pages_FiltersTakenTogetherAtRandom_AreTheReferenceForthAndBack()
    {
        var chance = new Random(7);
        var singles = Single().ToList();
        var found = 0;
        for (var i = 0; i < 300; i++)
        {
            var filter = Both(One(chance, singles), One(chance, singles));
            var request = new ReportListRequest(chance.Next(4) == 0 ? "ro" : null)
            {
                Filter = chance.Next(2) == 0 ? filter : Both(filter, One(chance, singles)),
                Order = One(chance, Enum.GetValues<ReportOrder>()),
                Descending = chance.Next(2) == 0,
            };
            found += await AssertSameAsync(One(chance, [Stage.Ada, Stage.Ugo, Stage.Lia]), request);
        }

        Assert.True(found > 1000, $"Only {found} rows were compared.");
    }

    [Fact(Timeout = 120_000)]
    public async Task Page_AnAnchorOfAnotherListOrOfNone_IsAPageOfThisList()
    {
        var ofLodi = Stage.All.First(r => r.Territory == Territory.Lodi).Id;
        foreach (var order in Enum.GetValues<ReportOrder>())
        {
            var request = new ReportListRequest { Order = order, Filter = new() { MunicipalityCode = "F205" } };
            var expected = Stage.All.Ids(Stage.Ugo, request, Now).ToHashSet();
            foreach (var anchor in new[] { PageAnchor.After(ofLodi), PageAnchor.Before(900_000), PageAnchor.After(int.MaxValue), PageAnchor.After(0), PageAnchor.Before(0) })
            {
                var page = await ListAsync(Stage.Ugo, request with { Anchor = anchor });

                Assert.NotEmpty(page.Rows);
                Assert.All(page.Rows, row => Assert.Contains(row.Id, expected));
            }
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Page_DaysBackwardsOrOfTenYears_IsEmptyOrWhole()
    {
        var backwards = new DayRange(Today, Today.AddDays(-1));
        var years = new DayRange(Today.AddYears(-5), Today.AddYears(5));
        var ends = new DayRange(DateOnly.MinValue, DateOnly.MaxValue);

        Assert.Empty((await ListAsync(Stage.Ada, new() { Filter = new() { Received = backwards } })).Rows);
        Assert.Empty((await ListAsync(Stage.Ada, new() { Filter = new() { LastDayAttended = backwards } })).Rows);
        await AssertSameAsync(Stage.Ada, new() { Filter = new() { Received = years, LastDayAttended = years } });
        await AssertSameAsync(Stage.Ada, new() { Filter = new() { Received = ends, LastDayAttended = ends } });
    }

    [Fact]
    public void Reference_TheSampleData_HasSomethingForEveryFilterAndMoreThanAPageForMost()
    {
        var counts = Single().Select(filter => Stage.All.Ids(Stage.Ada, new ReportListRequest { Filter = filter }, Now).Count()).ToList();

        Assert.DoesNotContain(0, counts);
        Assert.True(counts.Count(count => count > ReportListRequest.PageSize) > counts.Count / 2);
    }

    private static T One<T>(Random chance, IReadOnlyList<T> choices) => choices[chance.Next(choices.Count)];

    private IEnumerable<ReportFilter> Single() =>
    [
        ReportFilter.None,
        .. Enum.GetValues<AgencyState>().Select(state => new ReportFilter { State = state }),
        new() { SiteId = Stage.Sites[0].Id },
        new() { SiteId = Stage.Sites[3].Id },
        new() { MunicipalityCode = "F205" },
        new() { MunicipalityCode = "C816" },
        new() { SchoolType = SchoolType.Primary },
        new() { ClassKey = ClassKey.Of("1", "B") },
        new() { Received = new DayRange(Today.AddDays(-3), Today.AddDays(-2)) },
        new() { Received = new DayRange(null, Today.AddDays(-2)) },
        new() { LastDayAttended = new DayRange(Today.AddDays(-5), null) },
        new() { Waiting = WaitingTime.OneDay },
        new() { Waiting = WaitingTime.ThreeDays },
        new() { Missing = ReportGaps.FiscalCode },
        new() { Missing = ReportGaps.SwabDate | ReportGaps.Contacts },
        new() { Assignee = AssigneeFilter.Me },
        new() { Assignee = AssigneeFilter.Nobody },
        new() { Assignee = AssigneeFilter.Colleague(Stage.Lia.UserId) },
    ];

    private static ReportFilter Both(ReportFilter one, ReportFilter other) => new()
    {
        State = one.State ?? other.State,
        SiteId = one.SiteId ?? other.SiteId,
        MunicipalityCode = one.MunicipalityCode ?? other.MunicipalityCode,
        SchoolType = one.SchoolType ?? other.SchoolType,
        ClassKey = one.ClassKey ?? other.ClassKey,
        Received = one.Received.IsAny ? other.Received : one.Received,
        LastDayAttended = one.LastDayAttended.IsAny ? other.LastDayAttended : one.LastDayAttended,
        Waiting = one.Waiting ?? other.Waiting,
        Missing = one.Missing | other.Missing,
        Assignee = one.Assignee ?? other.Assignee,
    };

    /// <summary>Walks all the pages to the end and back again.</summary>
    /// <returns>How many rows there were.</returns>
    private async Task<int> AssertSameAsync(Actor actor, ReportListRequest request)
    {
        var expected = Stage.All.Ids(actor, request, Now).ToList();
        var forth = new List<int>();
        var page = await ListAsync(actor, request);
        Assert.Null(page.Previous);
        var last = page;
        while (true)
        {
            forth.AddRange(page.Rows.Select(row => row.Id));
            last = page;
            if (page.Next is null)
            {
                break;
            }

            page = await ListAsync(actor, request with { Anchor = page.Next });
        }

        Assert.Equal(expected, forth);
        var back = new List<int>();
        for (var step = last; ; step = await ListAsync(actor, request with { Anchor = step.Previous }))
        {
            back.InsertRange(0, step.Rows.Select(row => row.Id));
            if (step.Previous is null)
            {
                break;
            }
        }

        Assert.Equal(expected, back);
        return expected.Count;
    }

    private Task<Page<ReportRow>> ListAsync(Actor actor, ReportListRequest request) =>
        Stage.Portal.Get<IReportQueries>().ListAsync(actor, request, Patience);

    /// <summary>The same reports for all the tests: they only read.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        internal QueueStage Stage { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Stage = await QueueStage.SetAsync();

        public ValueTask DisposeAsync() => Stage.DisposeAsync();
    }
}
