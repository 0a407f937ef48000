using Bunit;
using CovidSchoolReporting.App.Features.Home;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Tests.Components.Agency;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Components.Home;

/// <summary>What the home says to an operator.</summary>
public sealed class WaitingForOperatorTests : OperatorContext
{
    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Home_ReportsThatNobodyHasTaken_AreCountedWithTheirLink()
    {
        await using var stage = await SetAsync();
        var me = await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var reports = await stage.ReceiveAsync(2, Patience);
        await stage.ReceiveAsync(1, Patience, draft => draft.SiteMunicipality = "Lodi (LO)", "E648");
        var home = Render<WaitingWork>();
        home.WaitForAssertion(() => Assert.Equal(["2 segnalazioni da prendere in carico"], Sentences(home)));
        Assert.Equal("/ats/casi?stato=ricevuti", home.Find("a").GetAttribute("href"));

        foreach (var report in reports)
        {
            await stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(me, report, Patience);
        }

        home.WaitForAssertion(() => Assert.Empty(Sentences(home)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Home_AnswerOfASchool_LeadsToItsReport()
    {
        await using var stage = await SetAsync();
        var me = await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        var school = await stage.Portal.AddSchoolAsync();
        var (report, _) = await stage.ReceiveWithContactsAsync(0, Patience, school: school);
        await stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(me, report, Patience);
        await using var context = await stage.Portal.OpenAsync();
        var caseId = await context.Set<ReceivedReport>().Where(r => r.Id == report).Select(r => r.CaseId).SingleAsync(Patience);
        await stage.Portal.SayAsync(me, caseId, "In che classe?", asks: true);
        var home = Render<WaitingWork>();
        Assert.Empty(Sentences(home));

        await stage.Portal.SayAsync(school, caseId, "In 5 B");

        home.WaitForAssertion(() => Assert.Equal([$"La scuola ha risposto sul caso {caseId}"], Sentences(home)));
        Assert.Equal($"/ats/casi/{report}", home.Find("a").GetAttribute("href"));
    }

    private static IEnumerable<string> Sentences(IRenderedComponent<WaitingWork> home) => home.FindAll("a").Select(link => link.TextContent);
}
