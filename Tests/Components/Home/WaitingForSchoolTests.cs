using Bunit;
using CovidSchoolReporting.App.Features.Home;
using CovidSchoolReporting.Tests.Support;
using static CovidSchoolReporting.Tests.Support.Correspondents;

namespace CovidSchoolReporting.Tests.Components.Home;

/// <summary>What the home says to a school.</summary>
public sealed class WaitingForSchoolTests : ReferentContext
{
    [Fact(Timeout = 60_000)]
    public async Task Home_QuestionOfTheAgency_IsSaidWithItsLinkUntilItIsAnswered()
    {
        var caseId = await Portal.ReceivedCaseAsync(School);
        var home = Render<WaitingWork>();
        Assert.Equal("", home.Markup.Trim());

        await Portal.SayAsync(Operator, caseId, "In che classe?", asks: true);

        home.WaitForAssertion(() => Assert.Equal($"ATS ha fatto una domanda sul caso {caseId}: leggere e rispondere", home.Find("a").TextContent));
        Assert.Equal($"/casi/{caseId}/messaggi", home.Find("a").GetAttribute("href"));
        await Portal.SayAsync(School, caseId, "In 5 B");
        home.WaitForAssertion(() => Assert.Empty(home.FindAll("a")));
    }
}
