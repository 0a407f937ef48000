using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Infrastructure.Persistence;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static CovidSchoolReporting.Tests.Support.Correspondents;

namespace CovidSchoolReporting.Tests.Infrastructure.Conversations;

public sealed class ConversationTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private Actor _school = null!;
    private int _caseId;

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    private ConversationDesk Desk => _portal.Get<ConversationDesk>();

    private IConversationQueries Queries => _portal.Get<IConversationQueries>();

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(services => services.AddDelivery());
        _school = await _portal.AddSchoolAsync();
        _caseId = await _portal.ReceivedCaseAsync(_school);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Send_QuestionAndAnswer_ChangeTheStateAndTheMarksOfBothSides()
    {
        await _portal.SayAsync(Operator, _caseId, "In che classe era?", asks: true);
        var asked = Assert.Single(await Queries.NewsAsync(_school, Patience));
        Assert.Equal(new ConversationNews(_caseId, ConversationState.Asked, 1, HasUnread: true), asked);
        Assert.Empty(await Queries.NewsAsync(Operator, Patience));

        Assert.True(await Desk.MarkReadAsync(_school, _caseId, 1, Patience));
        Assert.True((await _portal.ConversationAsync(Operator, _caseId)).Messages[0].IsRead);
        Assert.True(Assert.Single(await Queries.NewsAsync(_school, Patience)).IsAsked);

        await _portal.SayAsync(_school, _caseId, "In 5 B.");
        Assert.Empty(await Queries.NewsAsync(_school, Patience));
        Assert.True(Assert.Single(await Queries.NewsAsync(Operator, Patience)).HasUnread);
        await using var context = await _portal.OpenAsync();
        Assert.Equal(
            [(ReportEventKind.Received, null), (ReportEventKind.QuestionAsked, "Ada Operatrice"), (ReportEventKind.MessageReceived, null)],
            await context.Set<ReportEvent>().OrderBy(e => e.Id).Select(e => ValueTuple.Create(e.Kind, e.UserName)).ToListAsync(Patience));
        var sheet = await _portal.ConversationAsync(Operator, _caseId);
        Assert.Equal(ConversationState.Answered, sheet.State);
        Assert.Equal(
            [(1, ConversationSide.Agency, "Ada Operatrice", true), (2, ConversationSide.School, _school.DisplayName, false)],
            sheet.Messages.Select(m => (m.Number, m.Side, m.AuthorName, m.AsksForAnswer)));
    }

    [Fact]
    public async Task Send_WithoutAskingForAnAnswer_LeavesNobodyWaiting()
    {
        await _portal.SayAsync(Operator, _caseId, "Il provvedimento è pronto.");
        await _portal.SayAsync(_school, _caseId, "Grazie.", asks: true);

        Assert.Equal(ConversationState.Quiet, (await _portal.ConversationAsync(_school, _caseId)).State);
    }

    [Fact]
    public async Task Send_ManyAtOnceFromBothSides_KeepsAllInOneOrder()
    {
        var messages = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            _portal.SayAsync(i % 2 == 0 ? Operator : _school, _caseId, $"Messaggio {i}"))));

        var stored = (await _portal.ConversationAsync(Operator, _caseId)).Messages;
        Assert.Equal(Enumerable.Range(1, 12), messages.Order());
        Assert.Equal(Enumerable.Range(1, 12), stored.Select(m => m.Number));
        Assert.Equal(12, stored.Select(m => m.Text).Distinct().Count());
    }

    [Fact]
    public async Task Send_TheSameMessageAgain_IsStoredOnce()
    {
        var draft = new MessageDraft(Guid.NewGuid(), "Una volta sola", AsksForAnswer: true);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Desk.SendAsync(Operator, _caseId, draft, Patience))));

        Assert.All(outcomes, outcome => Assert.Equal(new SendOutcome.Sent(1), outcome));
        Assert.Single((await _portal.ConversationAsync(_school, _caseId)).Messages);
    }

    [Fact]
    public async Task Send_ByWhomItIsNoneOfTheirBusiness_LooksLikeAnUnknownCase()
    {
        await _portal.SayAsync(Operator, _caseId, "Domanda", asks: true);
        Actor[] strangers =
        [
            OfLodi,
            Actor.OfAgency(904, "Amministratrice", Role.AgencyAdministrator),
            await _portal.AddSchoolAsync("Volta"),
        ];

        foreach (var stranger in strangers)
        {
            Assert.IsType<SendOutcome.NotFound>(await Desk.SendAsync(stranger, _caseId, new MessageDraft(Guid.NewGuid(), "Ciao"), Patience));
            Assert.False(await Desk.MarkReadAsync(stranger, _caseId, 1, Patience));
            Assert.Null(await Queries.FindAsync(stranger, _caseId, Patience));
            Assert.Null(await Queries.NewsOfAsync(stranger, _caseId, Patience));
            Assert.Empty(await Queries.NewsAsync(stranger, Patience));
        }
    }

    [Fact]
    public async Task Send_CaseThatTheAgencyHasNotReceived_IsNotThere()
    {
        var open = await _portal.ReportAsync(_school);

        Assert.IsType<SendOutcome.NotFound>(await Desk.SendAsync(_school, open, new MessageDraft(Guid.NewGuid(), "Ciao"), Patience));
        Assert.Null(await Queries.FindAsync(_school, open, Patience));
    }

    [Fact]
    public async Task Send_Message_LeavesTheClosedCaseAsItWas()
    {
        var before = (await _portal.Queries.FindAsync(_school, _caseId, Patience))!;

        await _portal.SayAsync(Operator, _caseId, "Domanda", asks: true);
        await _portal.SayAsync(_school, _caseId, "Risposta");

        var after = (await _portal.Queries.FindAsync(_school, _caseId, Patience))!;
        Assert.Equal(before.Row, after.Row);
        Assert.IsType<SaveOutcome.Locked>(await _portal.Reporting.SaveCaseAsync(_school, after.Draft, Patience));
    }

    [Fact]
    public async Task Find_InstituteWithoutEnabledUsers_SaysThatNobodyCanRead()
    {
        Assert.False((await _portal.ConversationAsync(Operator, _caseId)).SchoolCanRead);
        await using var context = await _portal.OpenAsync();
        var user = PortalUser.RegisterSchool("r@scuola.example", "Referente", Role.Referent, _school.InstituteId!.Value);
        context.Add(user);
        await context.SaveChangesAsync(Patience);
        Assert.True((await _portal.ConversationAsync(Operator, _caseId)).SchoolCanRead);

        user.Disable(_portal.Clock.GetUtcNow().UtcDateTime);
        await context.SaveChangesAsync(Patience);

        Assert.False((await _portal.ConversationAsync(Operator, _caseId)).SchoolCanRead);
        Assert.Equal(1, await _portal.SayAsync(Operator, _caseId, "Resta registrato", asks: true));
    }

    [Fact]
    public async Task Send_DatabaseThatCannotBeWritten_SaysThatNothingWasSaved()
    {
        var sabotage = new Sabotage();
        await using var portal = await TestPortal.StartAsync(services =>
        {
            services.AddDelivery();
            sabotage.Install(services);
        });
        var caseId = await portal.ReceivedCaseAsync(await portal.AddSchoolAsync());
        sabotage.Now = Sabotage.ReadOnly;

        Assert.IsType<SendOutcome.NothingSaved>(
            await portal.Get<ConversationDesk>().SendAsync(Operator, caseId, new MessageDraft(Guid.NewGuid(), "Domanda"), Patience));

        sabotage.Now = Sabotage.None;
        Assert.Empty((await portal.ConversationAsync(Operator, caseId)).Messages);
    }
}
