using Bunit;
using CovidSchoolReporting.App.Features.Letters;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Components.Letters;

/// <summary>What a school sees of the agency's measure on its case.</summary>
public sealed class MeasureNoticeTests : ReferentContext
{
    private static readonly Actor _operator = Actor.OfAgency(9001, "Sergio Valli", Role.AgencyOperator, Territory.Milano);

    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notice_MeasureIssued_SaysSoAndOffersTheLetterOnlyOnceThereIsOne()
    {
        var caseId = await Portal.ReportAsync(School);
        await Portal.AddContactAsync(School, caseId);
        var report = await Portal.ReceiveAsync(School, caseId);
        var notice = Render<MeasureNotice>(screen => screen.Add(n => n.CaseId, caseId));
        await Portal.Get<AgencyDesk>().TakeInChargeAsync(_operator, report, Patience);
        await Portal.DecideAllAsync(_operator, report);
        Assert.Empty(notice.FindAll(".notice"));

        await Portal.Get<AgencyDesk>().IssueMeasuresAsync(_operator, report, Patience);

        notice.WaitForAssertion(() => Assert.Contains("ATS ha emesso il provvedimento", notice.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Empty(notice.FindAll("a"));

        var due = (await Portal.Get<LetterIssuing>().OpenAsync(_operator, report, Patience))!.Due;
        await Portal.Get<LetterIssuing>().IssueAsync(_operator, new IssueRequest(report, Guid.NewGuid(), due.Select(letter => letter.Key).ToHashSet(), ["it"]), Patience);

        notice.WaitForAssertion(() => Assert.Equal($"/casi/{caseId}/provvedimento.pdf", notice.Find("a").GetAttribute("href")));
    }
}
