using System.Globalization;
using Bunit;
using CovidSchoolReporting.App.Features.Guide;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Tests.Domain.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Guide;

/// <summary>The guide page shows the table that the guide walks, all of it, in both languages.</summary>
public sealed class GuidePageTests : ScreenContext
{
    [Theory]
    [InlineData("it-IT")]
    [InlineData("en-GB")]
    public void Page_Rows_AreThoseOfTheDecisionTable(string language)
    {
        var shown = Rulebook.In(language, () => Render<GuidePage>().FindAll("tr[data-reason]")
            .Select(row => (Reason: row.GetAttribute("data-reason"), Text: row.TextContent)).ToList());

        Assert.Equal(CloseContactGuide.Table.Select(row => row.Reason.ToString()).Order(), shown.Select(row => row.Reason!).Order());
        Rulebook.In(CultureInfo.GetCultureInfo(language).Name, () =>
        {
            foreach (var row in CloseContactGuide.Table)
            {
                var text = shown.Single(one => one.Reason == row.Reason.ToString()).Text;
                Assert.Contains(GuideTexts.Of(row.Verdict), text, StringComparison.Ordinal);
                Assert.All(
                    row.Conditions.Where(condition => condition.Question != GuideQuestion.Case),
                    condition => Assert.All(
                        condition.Answers,
                        answer => Assert.Contains(GuideTexts.Fact(condition.Question, answer), text, StringComparison.Ordinal)));
            }

            return true;
        });
    }

    [Fact]
    public void Page_OtherNumberOfDaysInTheRules_SaysThatOne()
    {
        var october = ReferencePolicies.Load()[1];
        var longer = ReportingPolicy.Reference(Guid.NewGuid(), new PolicyDetails(
            new DateOnly(2020, 11, 25), "Prova", "", october.Terms with { WindowDaysBefore = 3 }));
        Services.AddSingleton<IPolicyStore>(new PolicyStoreStub(new PolicyTimeline([longer])));

        var page = Render<GuidePage>();

        Assert.Contains("da 3 giorni prima del tampone", page.Markup, StringComparison.Ordinal);
        Assert.Contains("dal 22/11/2020 al 25/11/2020", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Sentences_AreThoseOfTheRules()
    {
        var page = Render<GuidePage>();

        Assert.All(
            Enum.GetValues<GuideRule>(),
            rule => Assert.Contains(page.FindAll(".guide-rule-row"), row => row.TextContent.Contains(GuideTexts.Of(rule), StringComparison.Ordinal)));
    }
}
