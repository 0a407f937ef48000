using Bunit;
using CovidSchoolReporting.App.Features.Supplements;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Tests.Support;
using static CovidSchoolReporting.Tests.Support.Correspondents;

namespace CovidSchoolReporting.Tests.Components.Supplements;

/// <summary>The school's screens of integrazioni, over the real services and database.</summary>
public sealed class SupplementScreenTests : ReferentContext
{
    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task AddContact_AllGiven_IsSentAndLeadsToTheList()
    {
        var caseId = await Portal.ReceivedCaseAsync(School);
        var editor = Render<AddedContactEditor>(p => p.Add(e => e.CaseId, caseId));
        await editor.WaitForElement("#Role").ChangeAsync(new() { Value = "0" });
        foreach (var (field, value) in new[]
        {
            ("ClassName", "5"), ("Section", "B"), ("Surname", "Bruni"), ("Name", "Bruno"), ("BirthDate", "13/1/10"),
            ("Domicile", "Milano (MI)"), ("Phone", "336 5555555"), ("LastContactDate", "20/11/2020"),
        })
        {
            Type(editor, field, value);
        }

        await editor.Find("#FiscalCodeUnavailable").ChangeAsync(new() { Value = true });
        Type(editor, "FiscalCodeUnavailableReason", "In attesa");
        editor.WaitForAssertion(() => Assert.Equal(DraftKey.Supplement(caseId).Slot, Assert.Single(KeptDrafts()).Key.Slot));

        await editor.Find("form").SubmitAsync();

        editor.WaitForAssertion(() => Assert.Equal($"casi/{caseId}/integrazioni", Place));
        Assert.Equal("Bruni", Assert.Single((await Portal.Get<ISupplementQueries>().ListAsync(School, caseId, Patience))!).Contact!.Person.Surname);
        Assert.Empty(KeptDrafts());
        var page = Render<SupplementsPage>(p => p.Add(x => x.CaseId, caseId));
        page.WaitForAssertion(() => Assert.Contains("integrazione 1 è stata inviata", page.Find(".notice-success").TextContent, StringComparison.Ordinal));
        Assert.Contains("In attesa di ATS", page.Find("article").TextContent, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Correct_PhoneOfTheCase_ShowsWhatWasSentAndSendsTheOther()
    {
        var caseId = await Portal.ReceivedCaseAsync(School);
        var page = Render<CorrectValuePage>(p => p.Add(x => x.CaseId, caseId));
        await page.WaitForElement("#correct-whose").ChangeAsync(new() { Value = "0" });
        await page.Find("#correct-field").ChangeAsync(new() { Value = $"{CorrectableFields.OfCase.ToList().IndexOf(nameof(PersonDraft.Phone))}" });
        Assert.Equal("333 1234567", Value(page, "correct-old"));

        await page.Find("#correct-new").ChangeAsync(new() { Value = "12" });
        await page.Find("form").SubmitAsync();
        Assert.NotEqual("", MessageAt(page, "correct-new"));
        await page.Find("#correct-new").ChangeAsync(new() { Value = "347/1112223" });
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal($"casi/{caseId}/integrazioni", Place));
        var row = Assert.Single((await Portal.Get<ISupplementQueries>().ListAsync(School, caseId, Patience))!);
        Assert.Equal(("333 1234567", "347 1112223"), (row.OldValue, row.NewValue));
    }

    [Fact(Timeout = 60_000)]
    public async Task Correct_SameValueOrNothingChosen_SaysSo()
    {
        var caseId = await Portal.ReceivedCaseAsync(School);
        var page = Render<CorrectValuePage>(p => p.Add(x => x.CaseId, caseId));
        page.WaitForElement("#correct-whose");
        await page.Find("form").SubmitAsync();
        Assert.Contains("Scegliere una voce", MessageAt(page, "correct-whose"), StringComparison.Ordinal);

        await page.Find("#correct-whose").ChangeAsync(new() { Value = "0" });
        await page.Find("#correct-field").ChangeAsync(new() { Value = $"{CorrectableFields.OfCase.ToList().IndexOf(nameof(PersonDraft.Surname))}" });
        await page.Find("#correct-new").ChangeAsync(new() { Value = "Rossi" });
        await page.Find("form").SubmitAsync();

        Assert.Contains("uguale a quello inviato", page.Find(".notice-error").TextContent, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task List_Verdict_AppearsByItselfWithItsReason()
    {
        var caseId = await Portal.ReceivedCaseAsync(School);
        var desk = Portal.Get<SupplementDesk>();
        await desk.CorrectAsync(School, caseId, new CorrectionDraft(Guid.NewGuid(), null, nameof(PersonDraft.Phone), "3471112223", "Letto male"), Patience);
        var page = Render<SupplementsPage>(p => p.Add(x => x.CaseId, caseId));
        page.WaitForAssertion(() => Assert.Contains("347 1112223", page.Find("td strong").TextContent, StringComparison.Ordinal));

        await desk.RefuseAsync(Operator, caseId, 1, "Il numero non risponde", Patience);

        page.WaitForAssertion(() => Assert.Contains("Motivo: Il numero non risponde", page.Find("article").TextContent, StringComparison.Ordinal));
        Assert.Contains("Rifiutata", page.Find(".badge-danger").TextContent, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Screens_OfAnOpenCase_AreNotThere()
    {
        var caseId = await Portal.ReportAsync(School);

        Render<SupplementsPage>(p => p.Add(x => x.CaseId, caseId)).WaitForAssertion(() => Assert.Equal(1, TimesNotFound));
        Render<CorrectValuePage>(p => p.Add(x => x.CaseId, caseId)).WaitForAssertion(() => Assert.Equal(2, TimesNotFound));
        Render<AddedContactEditor>(p => p.Add(x => x.CaseId, caseId)).WaitForAssertion(() => Assert.Equal(3, TimesNotFound));
    }

    private IReadOnlyList<DraftRow> KeptDrafts() => Portal.Get<IDraftStore>().ListAsync(School, Patience).GetAwaiter().GetResult();
}
