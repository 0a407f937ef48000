using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Infrastructure.Drafts;
using CovidSchoolReporting.Tests.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.SavedDrafts;

/// <summary>Whose drafts are whose, how long they live, and who wins when two write at once.</summary>
public sealed class DraftStoreTests : IAsyncLifetime
{
    private static readonly CancellationToken _none = CancellationToken.None;

    private readonly Sabotage _sabotage = new();
    private TestPortal _portal = null!;
    private Actor _referent = null!;
    private int _caseId;

    private IDraftStore Store => _portal.Get<IDraftStore>();

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(_sabotage.Install);
        _referent = await _portal.AddSchoolAsync();
        _caseId = await _portal.ReportAsync(_referent);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Save_ThenFind_GivesWhatWasSavedAndWhen()
    {
        var kept = Assert.IsType<DraftOutcome.Kept>(await Store.SaveAsync(_referent, DraftKey.OfCase(_caseId), "{}", 0, _none));

        var found = await Store.FindAsync(_referent, DraftKey.OfCase(_caseId), _none);

        Assert.Equal(new StoredDraft(DraftKey.OfCase(_caseId), "{}", kept.SavedAt, 1), found);
        Assert.Equal(TestPortal.Start.UtcDateTime, kept.SavedAt);
    }

    [Fact]
    public async Task Draft_OfAnotherUser_DoesNotExist()
    {
        var colleague = _referent with { UserId = _referent.UserId + 1 };
        var stranger = await _portal.AddSchoolAsync("Pandini");
        await SaveAsync(DraftKey.OfCase(_caseId), "mio");

        foreach (var other in (Actor[])[colleague, stranger])
        {
            Assert.Null(await Store.FindAsync(other, DraftKey.OfCase(_caseId), _none));
            Assert.Empty(await Store.ListAsync(other, _none));
            await Store.RemoveAsync(other, DraftKey.OfCase(_caseId), _none);
        }

        Assert.IsType<DraftOutcome.Kept>(await Store.SaveAsync(colleague, DraftKey.OfCase(_caseId), "suo", 0, _none));
        Assert.Equal("mio", (await Store.FindAsync(_referent, DraftKey.OfCase(_caseId), _none))!.Content);
    }

    [Fact]
    public async Task Draft_OfAUserWhoMovedToAnotherInstitute_StaysBehind()
    {
        var elsewhere = (await _portal.AddSchoolAsync("Pandini")).InstituteId!.Value;
        var key = DraftKey.NewCase(Guid.NewGuid());
        await SaveAsync(key, "prima");

        var moved = Actor.OfSchool(_referent.UserId, _referent.DisplayName, Role.Referent, elsewhere);

        Assert.Null(await Store.FindAsync(moved, key, _none));
        Assert.Null(await Store.FindNewestAsync(moved, DraftKind.Case, null, _none));
        Assert.Empty(await Store.ListAsync(moved, _none));
    }

    [Fact]
    public async Task Save_ForeignUnknownOrClosedCase_IsRefusedAlike()
    {
        var stranger = await _portal.AddSchoolAsync();
        var foreign = await _portal.ReportAsync(stranger);
        var closed = await _portal.ReportAsync(_referent);
        await CloseAsync(closed);

        foreach (var id in (int[])[foreign, closed, 900_000])
        {
            Assert.IsType<DraftOutcome.Refused>(await Store.SaveAsync(_referent, DraftKey.OfCase(id), "{}", 0, _none));
            Assert.IsType<DraftOutcome.Refused>(await Store.SaveAsync(_referent, DraftKey.OfCase(id), new string('x', SavedDraft.FormMaxLength + 1), 0, _none));
        }

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Save_ByTheAgency_IsRefused()
    {
        var agency = Actor.OfAgency(7, "Operatore", Role.AgencyOperator, Territory.Milano);

        Assert.IsType<DraftOutcome.Refused>(await Store.SaveAsync(agency, DraftKey.NewCase(Guid.NewGuid()), "{}", 0, _none));
        Assert.Empty(await Store.ListAsync(agency, _none));
    }

    [Fact]
    public async Task CloseAndSend_RemovesTheDraftsOfTheCaseAndNoOthers()
    {
        var colleague = _referent with { UserId = _referent.UserId + 1 };
        var other = DraftKey.NewCase(Guid.NewGuid());
        await SaveAsync(DraftKey.OfCase(_caseId), "{}");
        await SaveAsync(DraftKey.ContactImport(_caseId), "{}");
        await SaveAsync(other, "{}");
        await Store.SaveAsync(colleague, DraftKey.NewContact(_caseId, Guid.NewGuid()), "{}", 0, _none);

        await CloseAsync(_caseId);

        Assert.Equal(1, await CountAsync());
        Assert.Equal(other, Assert.Single(await Store.ListAsync(_referent, _none)).Key);
    }

    [Fact]
    public async Task CloseAndSend_Refused_KeepsTheDrafts()
    {
        await SaveAsync(DraftKey.OfCase(_caseId), "{}");

        Assert.IsType<CloseOutcome.Incomplete>(await _portal.Reporting.CloseAndSendAsync(_referent, _caseId, null, _none));

        Assert.NotNull(await Store.FindAsync(_referent, DraftKey.OfCase(_caseId), _none));
    }

    [Fact]
    public async Task Draft_KeptLongEnough_IsNotFoundAndThenRemoved()
    {
        var old = DraftKey.NewCase(Guid.NewGuid());
        await SaveAsync(old, "{}");
        _portal.Clock.Advance(TimeSpan.FromDays(13));
        await SaveAsync(DraftKey.OfCase(_caseId), "{}");
        _portal.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Null(await Store.FindAsync(_referent, old, _none));
        Assert.Equal(1, await _portal.Get<DraftStore>().PruneAsync(_none));
        Assert.Equal(DraftKey.OfCase(_caseId), Assert.Single(await Store.ListAsync(_referent, _none)).Key);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Save_BasedOnAnOlderVersion_OverwritesNothing()
    {
        var key = DraftKey.OfCase(_caseId);
        await SaveAsync(key, "prima scheda");

        var late = Assert.IsType<DraftOutcome.Overtaken>(await Store.SaveAsync(_referent, key, "seconda scheda", 0, _none));

        Assert.Equal("prima scheda", late.Current!.Content);
        Assert.Equal("prima scheda", (await Store.FindAsync(_referent, key, _none))!.Content);
        Assert.IsType<DraftOutcome.Kept>(await Store.SaveAsync(_referent, key, "seconda scheda", late.Current.Version, _none));
    }

    [Fact]
    public async Task Save_BasedOnADraftThatIsGone_SaysSo()
    {
        var key = DraftKey.OfCase(_caseId);
        await SaveAsync(key, "{}");
        await Store.RemoveAsync(_referent, key, _none);

        Assert.Null(Assert.IsType<DraftOutcome.Overtaken>(await Store.SaveAsync(_referent, key, "{}", 1, _none)).Current);
    }

    [Fact]
    public async Task Save_ManyAtOnce_OneOfEachVersionWins()
    {
        var key = DraftKey.OfCase(_caseId);

        var first = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Store.SaveAsync(_referent, key, $"{n}", 0, _none)));
        var forced = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Store.SaveAsync(_referent, key, $"{n}", null, _none)));

        Assert.Single(first.OfType<DraftOutcome.Kept>());
        Assert.Equal(Enumerable.Range(2, 12), forced.Cast<DraftOutcome.Kept>().Select(kept => kept.Version).Order());
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Save_OverItsLimit_HasNoRoom()
    {
        Assert.IsType<DraftOutcome.Kept>(
            await Store.SaveAsync(_referent, DraftKey.OfCase(_caseId), new string('x', SavedDraft.FormMaxLength), 0, _none));
        Assert.IsType<DraftOutcome.NoRoom>(
            await Store.SaveAsync(_referent, DraftKey.OfCase(_caseId), new string('x', SavedDraft.FormMaxLength + 1), 1, _none));
        Assert.IsType<DraftOutcome.Kept>(
            await Store.SaveAsync(_referent, DraftKey.ContactImport(_caseId), new string('x', SavedDraft.SheetMaxLength), 0, _none));
        Assert.IsType<DraftOutcome.NoRoom>(
            await Store.SaveAsync(_referent, DraftKey.RosterImport, new string('x', SavedDraft.SheetMaxLength + 1), 0, _none));
    }

    [Fact]
    public async Task Save_MoreDraftsThanOneUserMayHave_HasNoRoom()
    {
        for (var number = 0; number < SavedDraft.MostOfOneUser; number++)
        {
            await SaveAsync(DraftKey.NewCase(Guid.NewGuid()), "{}");
        }

        Assert.IsType<DraftOutcome.NoRoom>(await Store.SaveAsync(_referent, DraftKey.NewCase(Guid.NewGuid()), "{}", 0, _none));
    }

    [Fact]
    public async Task FindNewest_OfSeveralNewOnes_GivesTheLastThatWasTypedIn()
    {
        var (older, newer) = (DraftKey.NewCase(Guid.NewGuid()), DraftKey.NewCase(Guid.NewGuid()));
        await SaveAsync(newer, "1");
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync(older, "2");
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await Store.SaveAsync(_referent, newer, "3", 1, _none);

        Assert.Equal("3", (await Store.FindNewestAsync(_referent, DraftKind.Case, null, _none))!.Content);
        Assert.Null(await Store.FindNewestAsync(_referent, DraftKind.Contact, _caseId, _none));
        Assert.Equal([newer, older], (await Store.ListAsync(_referent, _none)).Select(row => row.Key));
    }

    [Fact]
    public async Task Save_OnAReadOnlyDatabase_ThrowsAndKeepsWhatWasThere()
    {
        var key = DraftKey.OfCase(_caseId);
        await SaveAsync(key, "prima");
        _sabotage.Now = Sabotage.ReadOnly;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.SaveAsync(_referent, key, "dopo", 1, _none));

        _sabotage.Now = Sabotage.None;
        Assert.Equal("prima", (await Store.FindAsync(_referent, key, _none))!.Content);
    }

    private async Task SaveAsync(DraftKey key, string content) =>
        Assert.IsType<DraftOutcome.Kept>(await Store.SaveAsync(_referent, key, content, 0, _none));

    private async Task CloseAsync(int caseId) => Assert.IsType<CloseOutcome.Closed>(
        await _portal.Reporting.CloseAndSendAsync(_referent, caseId, "Assente", _none));

    private async Task<int> CountAsync()
    {
        await using var context = await _portal.OpenAsync();
        return await context.Set<SavedDraft>().CountAsync(_none);
    }
}
