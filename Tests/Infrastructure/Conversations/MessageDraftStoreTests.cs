using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Drafts;
using CovidSchoolReporting.Tests.Support;
using static CovidSchoolReporting.Tests.Support.Correspondents;

namespace CovidSchoolReporting.Tests.Infrastructure.Conversations;

/// <summary>Messages that are half typed, of both sides, about a case that is closed.</summary>
public sealed class MessageDraftStoreTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private Actor _school = null!;
    private int _caseId;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private IDraftStore Drafts => _portal.Get<IDraftStore>();

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(services => services.AddDelivery());
        _school = await _portal.AddSchoolAsync();
        _caseId = await _portal.ReceivedCaseAsync(_school);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Save_MessageAboutAReceivedCase_IsFoundByItsWriterAlone()
    {
        var key = DraftKey.Message(_caseId);
        foreach (var writer in new[] { _school, Operator })
        {
            Assert.IsType<DraftOutcome.Kept>(await Drafts.SaveAsync(writer, key, Content(writer.DisplayName), basedOn: 0, Patience));
        }

        Assert.Equal(Operator.DisplayName, TextDraft.Read((await Drafts.FindAsync(Operator, key, Patience))!)!.Text);
        Assert.Equal(_school.DisplayName, TextDraft.Read((await Drafts.FindAsync(_school, key, Patience))!)!.Text);
        Assert.Null(await Drafts.FindAsync(Operator with { UserId = 77 }, key, Patience));
        Assert.Equal(key, Assert.Single(await Drafts.ListAsync(_school, Patience)).Key);
        Assert.Equal(0, await _portal.Get<DraftStore>().PruneAsync(Patience));
    }

    [Fact]
    public async Task Save_ByAnOperatorFromManyTabsAtOnce_KeepsOneDraft()
    {
        var key = DraftKey.Message(_caseId);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => Drafts.SaveAsync(Operator, key, Content($"{i}"), basedOn: null, Patience))));

        Assert.Equal(6, (await Drafts.FindAsync(Operator, key, Patience))!.Version);
        await Drafts.RemoveAsync(Operator, key, Patience);
        Assert.Null(await Drafts.FindAsync(Operator, key, Patience));
    }

    [Fact]
    public async Task Save_AboutWhatIsNotOnesOwn_IsRefused()
    {
        var key = DraftKey.Message(_caseId);
        var open = await _portal.ReportAsync(_school);

        Assert.IsType<DraftOutcome.Refused>(await Drafts.SaveAsync(OfLodi, key, Content("x"), 0, Patience));
        Assert.IsType<DraftOutcome.Refused>(await Drafts.SaveAsync(await _portal.AddSchoolAsync("Volta"), key, Content("x"), 0, Patience));
        Assert.IsType<DraftOutcome.Refused>(
            await Drafts.SaveAsync(Actor.OfAgency(904, "Amministratrice", Role.AgencyAdministrator), key, Content("x"), 0, Patience));
        Assert.IsType<DraftOutcome.Refused>(await Drafts.SaveAsync(_school, DraftKey.Message(open), Content("x"), 0, Patience));
        Assert.IsType<DraftOutcome.Refused>(await Drafts.SaveAsync(Operator, DraftKey.NewCase(Guid.NewGuid()), "{}", 0, Patience));
        Assert.IsType<DraftOutcome.Refused>(await Drafts.SaveAsync(Operator, DraftKey.OfCase(open), "{}", 0, Patience));
    }

    private static string Content(string text) => new TextDraft(Guid.NewGuid(), text).Write();
}
