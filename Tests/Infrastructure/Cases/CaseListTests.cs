using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Cases;

/// <summary>63 cases of one institute, a third of them closed; the tests only read them.</summary>
public sealed class ListedCases : IAsyncLifetime
{
    private static readonly string[] Surnames = ["Verdi", "Rossi", "Rossi", "Abate", "D'Angelò", "Müller", "Rossini"];

    public TestPortal Portal { get; private set; } = null!;

    public Actor School { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await TestPortal.StartAsync();
        School = await Portal.AddSchoolAsync();
        for (var i = 0; i < 63; i++)
        {
            var id = await Portal.ReportAsync(School, Drafts.Case(d =>
            {
                d.Surname = Surnames[i % Surnames.Length];
                d.Name = i % 2 == 0 ? "Mario" : "Rosa";
                d.LastDayAttended = $"{1 + (i % 5):00}/11/2020";
                d.PositiveSwabDate = "";
            }));
            if (i % 3 == 0)
            {
                await Portal.Reporting.CloseAndSendAsync(School, id, "Assente da giorni", CancellationToken.None);
            }
        }
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

public sealed class CaseListTests(ListedCases listed) : IClassFixture<ListedCases>
{
    private readonly TestPortal _portal = listed.Portal;
    private readonly Actor _school = listed.School;

    [Theory]
    [InlineData(CaseOrder.Id, true, null)]
    [InlineData(CaseOrder.Id, false, CaseStatus.Open)]
    [InlineData(CaseOrder.Surname, false, null)]
    [InlineData(CaseOrder.Surname, true, CaseStatus.Closed)]
    [InlineData(CaseOrder.LastDay, true, null)]
    [InlineData(CaseOrder.LastDay, false, CaseStatus.Open)]
    [InlineData(CaseOrder.Status, false, null)]
    [InlineData(CaseOrder.Status, true, null)]
    public async Task List_WalkedForwardsAndBack_ShowsEachCaseOnceInOrder(CaseOrder order, bool descending, CaseStatus? status)
    {
        var request = new CaseListRequest(order, descending, status);

        var forwards = await WalkAsync(request);

        var expected = status is null ? 63 : status == CaseStatus.Closed ? 21 : 42;
        Assert.Equal(expected, forwards.Pages.Sum(page => page.Count));
        Assert.Equal(expected, forwards.Pages.SelectMany(page => page).Distinct().Count());
        Assert.Equal(forwards.Pages, forwards.PagesOnTheWayBack);
    }

    [Fact]
    public async Task List_BySurname_SortsAsPeopleDo()
    {
        var page = await ListAsync(new CaseListRequest(CaseOrder.Surname, Descending: false));

        Assert.Equal("Abate", page.Rows[0].Surname);
        var all = (await WalkAsync(new CaseListRequest(CaseOrder.Surname, Descending: false))).Rows;
        Assert.Equal(
            ["Abate", "D'Angelò", "Müller", "Rossi", "Rossini", "Verdi"],
            all.Select(row => row.Surname).Distinct());
    }

    [Theory]
    [InlineData("ross", 27)]
    [InlineData("rossi", 27)]
    [InlineData("ROSSI ROSA", 9)]
    [InlineData("rosa", 31)]
    [InlineData("dangelo", 9)]
    [InlineData("D’Angelo", 9)]
    [InlineData("mario verdi", 5)]
    [InlineData("neri", 0)]
    [InlineData("%", 0)]
    public async Task List_SearchedByPrefix_FindsSurnameAndNameInEitherOrder(string typed, int expected)
    {
        var found = await WalkAsync(new CaseListRequest(Search: typed));

        Assert.Equal(expected, found.Rows.Count);
        Assert.Equal(expected, found.Rows.Select(row => row.Id).Distinct().Count());
        Assert.Equal(found.Pages, found.PagesOnTheWayBack);
    }

    [Fact]
    public async Task List_SearchedByFiscalCode_FindsThePersonHoweverItIsTyped()
    {
        var school = await _portal.AddSchoolAsync("Volta");
        var id = await _portal.ReportAsync(school, Drafts.Case(d =>
        {
            d.SchoolName = "Scuola primaria Volta";
            d.FiscalCodeUnavailable = false;
            d.FiscalCode = Drafts.MarioRossi;
        }));

        var page = await _portal.Queries.ListAsync(school, new CaseListRequest(Search: "rssmra 10c01 f205i"), CancellationToken.None);

        Assert.Equal([id], page.Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task List_OfAnotherInstitute_IsEmptyWhateverIsAsked()
    {
        var other = await _portal.AddSchoolAsync("Pandini");

        var page = await _portal.Queries.ListAsync(other, new CaseListRequest(Search: "rossi"), CancellationToken.None);
        var anchored = await _portal.Queries.ListAsync(other, new CaseListRequest(Anchor: PageAnchor.After(30)), CancellationToken.None);

        Assert.Empty(page.Rows);
        Assert.Empty(anchored.Rows);
        Assert.Null(anchored.Previous);
    }

    private Task<Page<CaseRow>> ListAsync(CaseListRequest request) =>
        _portal.Queries.ListAsync(_school, request, CancellationToken.None);

    private async Task<WalkedList> WalkAsync(CaseListRequest request)
    {
        var rows = new List<CaseRow>();
        var pages = new List<IReadOnlyList<int>>();
        var page = await ListAsync(request);
        Assert.Null(page.Previous);
        while (true)
        {
            rows.AddRange(page.Rows);
            pages.Add([.. page.Rows.Select(row => row.Id)]);
            if (page.Next is not { } next)
            {
                break;
            }

            page = await ListAsync(request with { Anchor = next });
        }

        var back = new List<IReadOnlyList<int>> { pages[^1] };
        while (page.Previous is { } previous)
        {
            page = await ListAsync(request with { Anchor = previous });
            back.Insert(0, [.. page.Rows.Select(row => row.Id)]);
        }

        return new WalkedList(rows, pages, back);
    }

    private sealed record WalkedList(
        List<CaseRow> Rows, List<IReadOnlyList<int>> Pages, List<IReadOnlyList<int>> PagesOnTheWayBack);
}
