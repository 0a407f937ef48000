using Bunit;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Conversations;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Tests.Support;
using static CovidSchoolReporting.Tests.Support.Correspondents;

namespace CovidSchoolReporting.Tests.Components.Conversations;

/// <summary>The school's side of a conversation, over the real services and database.</summary>
public sealed class ConversationScreenTests : ReferentContext
{
    [Fact(Timeout = 60_000)]
    public async Task Messages_QuestionThatArrives_IsShownAsTextAndMarkedAsRead()
    {
        var caseId = await Portal.ReceivedCaseAsync(School);
        var page = Render<MessagesPage>(p => p.Add(x => x.CaseId, caseId));
        page.WaitForElement("textarea");

        await Portal.SayAsync(Operator, caseId, "<b>In che classe?</b>\nGrazie", asks: true);

        page.WaitForAssertion(() => Assert.Equal("<b>In che classe?</b>\nGrazie", page.Find(".message .text").TextContent));
        Assert.Empty(page.FindAll(".message .text b"));
        Assert.Contains("Ada Operatrice (ATS)", page.Find(".message").TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() =>
            Assert.True(Portal.ConversationAsync(Operator, caseId).GetAwaiter().GetResult().Messages[0].IsRead));
    }

    [Fact(Timeout = 60_000)]
    public async Task Messages_Answer_IsSentOnceHoweverOftenTheButtonIsPressed()
    {
        var caseId = await Portal.ReceivedCaseAsync(School);
        await Portal.SayAsync(Operator, caseId, "In che classe?", asks: true);
        var page = Render<MessagesPage>(p => p.Add(x => x.CaseId, caseId));
        await page.WaitForElement("textarea").ChangeAsync(new() { Value = "In 5 B" });

        await page.Find("form").SubmitAsync();
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".message").Count));
        Assert.Contains("Messaggio inviato", page.Find(".notice-success").TextContent, StringComparison.Ordinal);
        Assert.Equal("", page.Find("textarea").GetAttribute("value") ?? "");
        Assert.Equal(ConversationState.Answered, (await Portal.ConversationAsync(School, caseId)).State);
    }

    [Fact(Timeout = 60_000)]
    public async Task Messages_DatabaseThatCannotBeWritten_KeepsTheTextOnTheScreen()
    {
        var caseId = await Portal.ReceivedCaseAsync(School);
        var page = Render<MessagesPage>(p => p.Add(x => x.CaseId, caseId));
        await page.WaitForElement("textarea").ChangeAsync(new() { Value = "In 5 B" });
        BreakTheDatabase();

        await page.Find("form").SubmitAsync();

        Assert.Contains("non è stato inviato", page.Find(".notice-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("In 5 B", page.Find("textarea").GetAttribute("value"));
        MendTheDatabase();
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".message")));
    }

    [Fact(Timeout = 60_000)]
    public async Task Messages_OpenCase_IsNotThere()
    {
        var caseId = await Portal.ReportAsync(School);

        var page = Render<MessagesPage>(p => p.Add(x => x.CaseId, caseId));

        page.WaitForAssertion(() => Assert.Equal(1, TimesNotFound));
        Assert.Empty(page.FindAll("textarea"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Messages_CaseThatIsUnderWayToTheAgency_SaysSo()
    {
        var caseId = await Portal.ReportAsync(School);
        await CloseAsync(caseId);
        var page = Render<MessagesPage>(p => p.Add(x => x.CaseId, caseId));
        page.WaitForAssertion(() => Assert.Contains("non ha ancora ricevuto", page.Find(".notice-info").TextContent, StringComparison.Ordinal));

        await Portal.CarryAsync(caseId);

        page.WaitForElement("textarea");
    }

    [Fact(Timeout = 60_000)]
    public async Task List_QuestionThatArrives_MarksTheRowUntilItIsAnswered()
    {
        var caseId = await Portal.ReceivedCaseAsync(School);
        var grid = Render<CaseGrid>(p => p.Add(g => g.Request, new CaseListRequest()));
        grid.WaitForElement("tbody tr");
        Assert.Empty(grid.FindAll(".asked"));

        await Portal.SayAsync(Operator, caseId, "In che classe?", asks: true);
        grid.WaitForAssertion(() => Assert.Equal($"/casi/{caseId}/messaggi", grid.Find(".asked").GetAttribute("href")));

        await Portal.SayAsync(School, caseId, "In 5 B");
        grid.WaitForAssertion(() => Assert.Empty(grid.FindAll(".asked")));
    }

    [Fact(Timeout = 60_000)]
    public async Task Notice_OnTheCase_FollowsTheConversation()
    {
        var caseId = await Portal.ReceivedCaseAsync(School);
        var notice = Render<CaseNewsNotice>(p => p.Add(n => n.CaseId, caseId));
        notice.WaitForAssertion(() => Assert.Equal("Scrivi ad ATS su questo caso", notice.Find("a").TextContent));

        await Portal.SayAsync(Operator, caseId, "In che classe?", asks: true);

        notice.WaitForAssertion(() => Assert.Contains("ATS ha fatto una domanda", notice.Markup, StringComparison.Ordinal));
        Assert.Empty(Render<CaseNewsNotice>(p => p.Add(n => n.CaseId, caseId + 1000)).FindAll("a"));
    }
}
