using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Rosters;

public sealed class RosterKeepingTests : IAsyncLifetime
{
    private readonly Sabotage _sabotage = new();
    private TestPortal _portal = null!;
    private Actor _school = null!;

    private RosterKeeping Keeping => _portal.Get<RosterKeeping>();

    private IRosterQueries Queries => _portal.Get<IRosterQueries>();

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(_sabotage.Install);
        _school = await _portal.AddSchoolAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Load_Class_IsThereWithAllThatWasKnown()
    {
        var person = Support.Rosters.Person(change: d => (d.FiscalCode, d.Surname, d.Name, d.BirthDate, d.Address) =
            (Drafts.MarioRossi, "Rossi", "Mario", "01/03/2010", "via Roma 1"));

        Assert.Equal(new RosterOutcome.Loaded(1), await _portal.LoadAsync(_school, [person]));

        var row = Assert.Single(await _portal.ClassesAsync(_school));
        Assert.Equal(("5 B", "Scuola primaria Calvino", 1), (row.Name, row.SiteName, row.PersonCount));
        var stored = Assert.Single((await FindAsync(row.Id))!.People).Draft;
        Assert.Equal(
            ("Rossi", "Mario", Drafts.MarioRossi, "01/03/2010", "Milano (MI)", "via Roma 1", "336 5555555", PersonRole.Pupil, "5", "B"),
            (stored.Surname, stored.Name, stored.FiscalCode, stored.BirthDate, stored.Domicile, stored.Address, stored.Phone, stored.Role,
                stored.ClassName, stored.Section));
    }

    [Fact]
    public async Task Load_SameSaveTwice_AddsNobodyTwiceAndIsAuditedOnce()
    {
        var (key, people) = (Guid.NewGuid(), Support.Rosters.Class(5));

        Assert.IsType<RosterOutcome.Loaded>(await _portal.LoadAsync(_school, people, key));
        Assert.IsType<RosterOutcome.Loaded>(await _portal.LoadAsync(_school, people, key));

        Assert.Equal(5, (await _portal.SurnamesAsync(_school)).Count);
        Assert.Equal(1, await _portal.AskAsync<int>("SELECT COUNT(*) FROM AuditEntries"));
    }

    [Fact]
    public async Task Load_SameListAnotherTime_ReplacesTheClass()
    {
        await _portal.LoadAsync(_school, Support.Rosters.Class(5));
        var classId = (await _portal.ClassesAsync(_school))[0].Id;

        await _portal.LoadAsync(_school, Support.Rosters.Class(4));

        Assert.Equal(Support.Rosters.Surnames.Take(4), await _portal.SurnamesAsync(_school));
        Assert.Equal(classId, (await _portal.ClassesAsync(_school))[0].Id); // who looks at the class keeps its address
        Assert.Equal(4, await _portal.AskAsync<int>("SELECT COUNT(*) FROM RosterPeople"));
    }

    [Fact]
    public async Task Load_RestOfTheSameList_StandsBesideWhatWasSavedFirst()
    {
        var (key, people) = (Guid.NewGuid(), Support.Rosters.Class(5));

        await _portal.LoadAsync(_school, people[..3], key);
        await _portal.LoadAsync(_school, people[3..], key);

        Assert.Equal(5, (await _portal.SurnamesAsync(_school)).Count);
        Assert.Equal(5, (await _portal.ClassesAsync(_school))[0].PersonCount);
    }

    [Fact]
    public async Task Load_RestOfAListAfterAColleaguesList_DeletesNobodyUntilTheUserHasSeenIt()
    {
        var (key, people) = (Guid.NewGuid(), Support.Rosters.Class(5));
        await _portal.LoadAsync(_school, people[..3], key);
        var seen = await _portal.ClassesAsync(_school);
        await _portal.LoadAsync(_school, Support.Rosters.Class(24, d => d.Name = "Anna"));

        Assert.IsType<RosterOutcome.Overtaken>(await _portal.LoadAsync(_school, people[3..], key, seen: seen));

        Assert.Equal(24, (await _portal.SurnamesAsync(_school)).Count);
        Assert.IsType<RosterOutcome.Loaded>(await _portal.LoadAsync(_school, people[3..], key, seen: await _portal.ClassesAsync(_school)));
        Assert.Equal(2, (await _portal.SurnamesAsync(_school)).Count);
    }

    [Fact]
    public async Task Load_ClassThatWasNotThereWhenTheUserLooked_IsNotReplaced()
    {
        await _portal.LoadAsync(_school, Support.Rosters.Class(5));

        Assert.IsType<RosterOutcome.Overtaken>(await _portal.LoadAsync(_school, Support.Rosters.Class(4), seen: []));

        Assert.Equal(5, (await _portal.SurnamesAsync(_school)).Count);
    }

    [Fact]
    public async Task Load_RestOfAListWhoseClassWasRemoved_DoesNotStandAlone()
    {
        var (key, people) = (Guid.NewGuid(), Support.Rosters.Class(5));
        await _portal.LoadAsync(_school, people[..3], key);
        var seen = await _portal.ClassesAsync(_school);
        await Keeping.RemoveAllAsync(_school, "/classi", CancellationToken.None);

        Assert.IsType<RosterOutcome.Overtaken>(await _portal.LoadAsync(_school, people[3..], key, seen: seen));

        Assert.Empty(await _portal.ClassesAsync(_school));
    }

    [Fact]
    public async Task Read_DatabaseCannotBeRead_OffersNobodyAndHasNoRoster()
    {
        await _portal.LoadAsync(_school, Support.Rosters.Class(5));
        _sabotage.Now = Sabotage.Unreadable;

        Assert.Empty(await Queries.SearchAsync(_school, "abb", null, CancellationToken.None));
        Assert.False(await Queries.ExistsAsync(_school, CancellationToken.None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Queries.ClassesAsync(_school, CancellationToken.None));
    }

    [Fact]
    public async Task Load_OtherClasses_StayAsTheyAre()
    {
        await _portal.LoadAsync(_school, Support.Rosters.Class(5));

        await _portal.LoadAsync(_school, Support.Rosters.Class(3, d => (d.ClassName, d.Section) = ("4", "a")));

        Assert.Equal([("4 a", 3), ("5 B", 5)], (await _portal.ClassesAsync(_school)).Select(c => (c.Name, c.PersonCount)));
    }

    [Fact]
    public async Task Load_ClassWrittenOtherwise_IsTheSameClass()
    {
        await _portal.LoadAsync(_school, Support.Rosters.Class(5));

        await _portal.LoadAsync(_school, Support.Rosters.Class(3, d => (d.ClassName, d.Section) = (" 5 ", "b")));

        Assert.Equal([("5 B", 3)], (await _portal.ClassesAsync(_school)).Select(c => (c.Name, c.PersonCount)));
    }

    [Fact]
    public async Task Load_OneWrongRow_WritesNothingAndSaysWhich()
    {
        var people = Support.Rosters.Class(5);
        people[2].BirthDate = "31/02/2010";

        var refused = Assert.IsType<RosterOutcome.Refused>(await _portal.LoadAsync(_school, people));

        Assert.Equal(RuleCodes.NotADate, Assert.Single(Assert.Single(refused.Rows, row => row.Key == people[2].RequestKey).Value).Code);
        Assert.Empty(await _portal.ClassesAsync(_school));
        Assert.Equal(0, await _portal.AskAsync<int>("SELECT COUNT(*) FROM AuditEntries"));
    }

    [Fact]
    public async Task Load_SamePersonTwiceInTheList_WaitsForAConfirmation()
    {
        List<RosterDraft> people = [Support.Rosters.Person(), Support.Rosters.Person()];

        var refused = Assert.IsType<RosterOutcome.Refused>(await _portal.LoadAsync(_school, people));

        Assert.Equal(RuleCodes.SameAsRow, Assert.Single(Assert.Single(refused.Rows).Value).Code);
        people[1].Confirmations.Add(new ConfirmedWarning(RuleCodes.SameAsRow, nameof(RosterDraft.Surname), null));
        Assert.IsType<RosterOutcome.Loaded>(await _portal.LoadAsync(_school, people));
    }

    [Fact]
    public async Task Load_DatabaseRefuses_NothingIsSavedAndSaidSo()
    {
        _sabotage.Now = Sabotage.ReadOnly;

        Assert.IsType<RosterOutcome.NothingSaved>(await _portal.LoadAsync(_school, Support.Rosters.Class(2)));
    }

    [Fact]
    public async Task Load_TwoColleaguesAtOnce_OneListWinsWhole()
    {
        var first = Support.Rosters.Class(4);
        var second = Support.Rosters.Class(6, d => d.Name = "Anna");

        await Task.WhenAll(_portal.LoadAsync(_school, first), _portal.LoadAsync(_school, second));

        var count = (await _portal.SurnamesAsync(_school)).Count;
        Assert.Contains(count, (int[])[4, 6]);
        Assert.Equal(count, (await _portal.ClassesAsync(_school))[0].PersonCount);
    }

    [Fact]
    public async Task Load_ThousandPeople_IsOneCommit()
    {
        var people = Enumerable.Range(0, 1000).Select(i => Support.Rosters.Person(change: d =>
            (d.ClassName, d.Name) = ($"{(i / 25) + 1}", $"Luca {(char)('a' + (i % 25))}{new string('x', i / 25)}"))).ToList();

        Assert.IsType<RosterOutcome.Loaded>(await _portal.LoadAsync(_school, people));

        var classes = await _portal.ClassesAsync(_school);
        Assert.Equal(Enumerable.Range(1, 40).Select(i => $"{i} B"), classes.Select(c => c.Name)); // 2 before 10
        Assert.All(classes, c => Assert.Equal(25, c.PersonCount));
    }

    [Fact]
    public async Task RemoveClass_TakesItsPeopleAndNoOthers()
    {
        await _portal.LoadAsync(_school, [.. Support.Rosters.Class(5), .. Support.Rosters.Class(3, d => (d.ClassName, d.Name) = ("4", "Anna"))]);
        var fifth = (await _portal.ClassesAsync(_school)).Single(c => c.Name == "5 B").Id;

        Assert.Equal(new RosterOutcome.Removed(5), await Keeping.RemoveClassAsync(_school, fifth, "/classi", CancellationToken.None));

        Assert.Equal(["4 B"], (await _portal.ClassesAsync(_school)).Select(c => c.Name));
        Assert.Equal(3, await _portal.AskAsync<int>("SELECT COUNT(*) FROM RosterPeople"));
        Assert.IsType<RosterOutcome.NotFound>(await Keeping.RemoveClassAsync(_school, fifth, "/classi", CancellationToken.None));
    }

    [Fact]
    public async Task RemoveAll_LeavesNothing()
    {
        await _portal.LoadAsync(_school, [.. Support.Rosters.Class(5), .. Support.Rosters.Class(3, d => (d.ClassName, d.Name) = ("4", "Anna"))]);

        Assert.Equal(new RosterOutcome.Removed(8), await Keeping.RemoveAllAsync(_school, "/classi", CancellationToken.None));

        Assert.False(await Queries.ExistsAsync(_school, CancellationToken.None));
        Assert.Equal(0, await _portal.AskAsync<int>("SELECT COUNT(*) FROM RosterPeople"));
        Assert.Equal(new RosterOutcome.Removed(0), await Keeping.RemoveAllAsync(_school, "/classi", CancellationToken.None));
    }

    [Fact]
    public async Task Expire_AfterTheLastDayOfTheYear_RemovesWhatWasLoadedInIt()
    {
        var year = new SchoolYear(8, 31);
        await _portal.LoadAsync(_school, Support.Rosters.Class(5));

        _portal.Clock.SetUtcNow(new DateTimeOffset(2021, 8, 31, 21, 59, 0, TimeSpan.Zero)); // 23.59 in Rome
        Assert.Equal(0, await Keeping.ExpireAsync(year, CancellationToken.None));
        _portal.Clock.SetUtcNow(new DateTimeOffset(2021, 8, 31, 22, 0, 0, TimeSpan.Zero)); // midnight in Rome
        await _portal.LoadAsync(_school, Support.Rosters.Class(3, d => d.ClassName = "4"));
        Assert.Equal(5, await Keeping.ExpireAsync(year, CancellationToken.None));

        Assert.Equal(["4 B"], (await _portal.ClassesAsync(_school)).Select(c => c.Name));
        Assert.Equal(0, await Keeping.ExpireAsync(year, CancellationToken.None));
    }

    private Task<RosterClassSheet?> FindAsync(int classId) => Queries.FindAsync(_school, classId, CancellationToken.None);
}
