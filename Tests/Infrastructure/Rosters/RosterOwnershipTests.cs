using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Rosters;

/// <summary>Another institute's roster does not exist, and the agency sees none.</summary>
public sealed class RosterOwnershipTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private Actor _owner = null!;
    private Actor _other = null!;
    private int _classId;

    private IRosterQueries Queries => _portal.Get<IRosterQueries>();

    private RosterKeeping Keeping => _portal.Get<RosterKeeping>();

    private IEnumerable<Actor> Strangers =>
    [
        _other,
        Actor.OfAgency(900, "Operatore", Role.AgencyOperator, Territory.Milano, Territory.Lodi),
        Actor.OfAgency(901, "Amministratore", Role.AgencyAdministrator),
    ];

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _owner = await _portal.AddSchoolAsync();
        _other = await _portal.AddSchoolAsync();
        await _portal.LoadAsync(_owner, Support.Rosters.Class(5));
        _classId = (await _portal.ClassesAsync(_owner))[0].Id;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Roster_ForItsOwner_IsThere()
    {
        Assert.True(await Queries.ExistsAsync(_owner, CancellationToken.None));
        Assert.NotNull(await Queries.FindAsync(_owner, _classId, CancellationToken.None));
        Assert.NotEmpty(await Queries.SearchAsync(_owner, "abb", null, CancellationToken.None));
    }

    [Fact]
    public async Task Roster_ForStrangers_IsNotThere()
    {
        var site = await _portal.SiteOfAsync(_owner);
        foreach (var stranger in Strangers)
        {
            Assert.False(await Queries.ExistsAsync(stranger, CancellationToken.None));
            Assert.Empty(await Queries.ClassesAsync(stranger, CancellationToken.None));
            Assert.Null(await Queries.FindAsync(stranger, _classId, CancellationToken.None));
            Assert.Empty(await Queries.SearchAsync(stranger, "abb", null, CancellationToken.None));
            Assert.Empty(await Queries.SearchAsync(stranger, "abb", site, CancellationToken.None));
            Assert.Empty(await Queries.EventsAsync(stranger, CancellationToken.None));
            Assert.IsType<RosterOutcome.NotFound>(await Keeping.RemoveClassAsync(stranger, _classId, "/classi", CancellationToken.None));
            await Keeping.RemoveAllAsync(stranger, "/classi", CancellationToken.None);
        }

        Assert.Equal(5, (await _portal.SurnamesAsync(_owner)).Count);
    }

    [Fact]
    public async Task Load_IntoAnotherInstitutesPlesso_IsRefused()
    {
        var outcome = await _portal.LoadAsync(_other, Support.Rosters.Class(2), siteId: await _portal.SiteOfAsync(_owner));

        Assert.IsType<RosterOutcome.Refused>(outcome);
        Assert.Equal(5, (await _portal.SurnamesAsync(_owner)).Count);
        Assert.Empty(await _portal.ClassesAsync(_other));
    }

    [Fact]
    public async Task Load_ByTheAgency_IsNotThere() =>
        Assert.All(
            await Task.WhenAll(Strangers.Skip(1).Select(agency => Keeping.LoadAsync(
                agency, Guid.NewGuid(), new Dictionary<RosterPlace, Guid>(), null, Support.Rosters.Class(2), "/classi/carica", CancellationToken.None))),
            outcome => Assert.IsType<RosterOutcome.NotFound>(outcome));

    [Theory]
    [InlineData("a")] // one letter matches half the school
    [InlineData("")]
    [InlineData("%")]
    [InlineData("bbi")]
    public async Task Search_TooLittleOrNoBeginning_FindsNobody(string typed) =>
        Assert.Empty(await Queries.SearchAsync(_owner, typed, null, CancellationToken.None));

    [Theory]
    [InlineData("abb")]
    [InlineData("ABBIATI L")]
    [InlineData("àbbiati")]
    public async Task Search_BeginningOfASurname_FindsThePersonWithTheirClass(string typed)
    {
        var match = Assert.Single(await Queries.SearchAsync(_owner, typed, await _portal.SiteOfAsync(_owner), CancellationToken.None));

        Assert.Equal(("Abbiati", "Luca", "5 B", 2010), (match.Entry.Draft.Surname, match.Entry.Draft.Name, match.ClassName, match.BirthDate.Year));
    }

    [Fact]
    public async Task Search_AnotherPlessoOfOnesOwn_IsNotLookedAt() =>
        Assert.Empty(await Queries.SearchAsync(_owner, "abb", -1, CancellationToken.None));
}
