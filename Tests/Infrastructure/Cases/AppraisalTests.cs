using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Cases;

/// <summary>What the guide proposed stays with the contact in the database, and goes when it is contradicted.</summary>
public sealed class AppraisalTests : IAsyncLifetime
{
    private const string Classmate = "Case=Pupil Person=Pupil SameClass=Yes";

    private TestPortal _portal = null!;
    private Actor _school = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _school = await _portal.AddSchoolAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Save_EveryWayThroughTheGuide_IsReadBackWithItsResult()
    {
        var caseId = await _portal.ReportAsync(_school);
        var appraisal = GuideAppraisal.Of(GuideAnswers.Parse("Case=Pupil Person=SupportTeacher PhysicalContact=No"), "Seduti vicini")!;

        await _portal.AddContactAsync(_school, caseId, Drafts.Contact(d =>
            (d.Role, d.BirthDate, d.GuideAnswers, d.GuideNote) = (PersonRole.SupportTeacher, "13/01/1980", appraisal.Answers.ToString(), "Seduti vicini")));

        Assert.Equal(appraisal, await StoredAsync());
    }

    [Fact]
    public async Task Save_SameFirstSaveSentTwice_IsStillTheSame()
    {
        var caseId = await _portal.ReportAsync(_school);
        var draft = Drafts.Contact(d => d.GuideAnswers = Classmate);

        var first = await _portal.AddContactAsync(_school, caseId, draft);

        Assert.Equal(first, await _portal.AddContactAsync(_school, caseId, draft));
    }

    [Theory]
    [InlineData("Case=Pupil Person=AuxiliaryStaff")]
    [InlineData("Case=Teacher Person=Pupil School=EarlyYears")]
    [InlineData("Case=Pupil Person=Pupil")]
    [InlineData("what is this")]
    public async Task Save_AnswersOfAnotherRoleOrCaseOrNoWay_AreNotKept(string answers)
    {
        var caseId = await _portal.ReportAsync(_school);

        await _portal.AddContactAsync(_school, caseId, Drafts.Contact(d => (d.GuideAnswers, d.Section) = (answers, "C")));

        Assert.Null(await StoredAsync());
    }

    [Fact]
    public async Task Save_ClassmateOfWhomTheClassWasTypedLast_IsKeptAsOne()
    {
        var caseId = await _portal.ReportAsync(_school);
        var covidCase = Drafts.Case();

        await _portal.AddContactAsync(_school, caseId, Drafts.Contact(d =>
            (d.GuideAnswers, d.ClassName, d.Section) = ("Case=Pupil Person=Pupil", covidCase.ClassName, covidCase.Section)));

        Assert.Equal(GuideReason.Classmate, (await StoredAsync())?.Reason);
    }

    [Fact]
    public async Task SaveCase_ClassOfTheCaseChanges_ForgetsWhoWasAClassmate()
    {
        var caseId = await _portal.ReportAsync(_school);
        await _portal.AddContactAsync(_school, caseId, Drafts.Contact(d => d.GuideAnswers = Classmate));
        var draft = (await _portal.Queries.FindAsync(_school, caseId, CancellationToken.None))!.Draft;
        draft.Section = "Z";

        Assert.IsType<SaveOutcome.Saved>(await _portal.Reporting.SaveCaseAsync(_school, draft, CancellationToken.None));

        Assert.Null(await StoredAsync());
    }

    private async Task<GuideAppraisal?> StoredAsync()
    {
        await using var context = await _portal.OpenAsync();
        return (await context.Set<Contact>().AsNoTracking().SingleAsync()).Appraisal;
    }
}
