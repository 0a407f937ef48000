using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Infrastructure.Delivery;
using CovidSchoolReporting.Infrastructure.Letters;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Letters;

/// <summary>Which letters a report calls for, and issuing them once.</summary>
public sealed class LetterIssuingTests : IAsyncLifetime
{
    private static readonly Actor _operator = Actor.OfAgency(9001, "Sergio Valli", Role.AgencyOperator, Territory.Milano);
    private static readonly Actor _elsewhere = Actor.OfAgency(9002, "Elena Corti", Role.AgencyOperator, Territory.Lodi);
    private static readonly Actor _keeper = Actor.OfAgency(9003, "Davide Monti", Role.AgencyAdministrator);

    private TestPortal _portal = null!;
    private Actor _school = null!;

    private LetterIssuing Letters => _portal.Get<LetterIssuing>();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(services => services.AddDelivery());
        _school = await _portal.AddSchoolAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Open_ReportWithContacts_CallsForTheClassEachContactAndTheCase()
    {
        var report = await ReceiveAsync();

        var due = (await Letters.OpenAsync(_operator, report, Patience))!.Due;

        Assert.Equal(
            [
                (LetterKind.ClassMeasure, "5 B", "19/11/2020", "04/12/2020"), (LetterKind.ContactQuarantine, "Valeri Valerio", "20/11/2020", "04/12/2020"),
                (LetterKind.ContactQuarantine, "Zanetti Zoe", "19/11/2020", "03/12/2020"), (LetterKind.IsolationEnd, "Rossi Mario", "21/11/2020", "01/12/2020"),
            ],
            due.Select(letter => (letter.Kind, letter.About, $"{letter.From:dd/MM/yyyy}", $"{letter.To:dd/MM/yyyy}")));
    }

    [Fact]
    public async Task Issue_AllLettersInTwoLanguages_GivesOneFileWithEachPersonsLettersTogether()
    {
        var report = await ReceiveAsync();

        var issued = await IssueAsync(report, ["it", "en"]);

        var pages = (await Letters.PagesAsync(_operator, report, issued.Key, Patience))!;
        Assert.Equal(7, issued.Count);
        Assert.Equal(["it", "it", "en", "it", "en", "it", "en"], pages.Select(page => page.Language));
        var text = Pdf.Text(LetterPdf.Write(pages, "ATS"));
        Assert.Contains("Si comunica che Valerio Valeri risulta contatto stretto", text, StringComparison.Ordinal);
        Assert.Contains("The quarantine is from 19/11/2020 to 03/12/2020 included", text, StringComparison.Ordinal);
        Assert.Contains("al 30/11/2020, con un tampone negativo", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_SentTwice_IsDoneOnceAndStandsInTheHistory()
    {
        var report = await ReceiveAsync();
        var request = await RequestAsync(report);

        var both = await Task.WhenAll(Letters.IssueAsync(_operator, request, Patience), Letters.IssueAsync(_operator, request, Patience));
        var again = await Letters.IssueAsync(_operator, request, Patience);

        Assert.All([.. both, again], outcome => Assert.Equal(new IssueOutcome.Issued(request.Key, 4), outcome));
        await using var context = await _portal.OpenAsync();
        var noted = await context.Set<ReportEvent>().Where(e => e.ReportId == report && e.Kind == ReportEventKind.LettersIssued).ToListAsync(Patience);
        Assert.Equal(("4", "Sergio Valli"), (Assert.Single(noted).Subject, noted[0].UserName));
        Assert.Equal(4, await context.Set<IssuedLetter>().Where(l => l.ReportId == report).SumAsync(l => l.Count, Patience));
    }

    [Fact]
    public async Task Issue_LetterThatIsNotDueAnyMore_IssuesNothing()
    {
        var report = await ReceiveAsync();
        var request = await RequestAsync(report);

        var outcome = await Letters.IssueAsync(_operator, request with { Letters = request.Letters.Append("ContactQuarantine-1-999-20201204").ToHashSet() }, Patience);

        Assert.IsType<IssueOutcome.Changed>(outcome);
        Assert.Empty((await Letters.OpenAsync(_operator, report, Patience))!.Issued);
    }

    [Fact]
    public async Task Issue_WholeClass_TellsAContactOfTwoCasesOnceOfTheLaterEnd()
    {
        var first = await ReceiveAsync();
        var second = await DecidedAsync(await _portal.ReceiveAsync(
            _school, d => (d.Surname, d.ClassName, d.Section, d.LastDayAttended, d.PositiveSwabDate) = ("Bruni", "5^", "b", "23/11/2020", "24/11/2020"),
            d => d.LastContactDate = "23/11/2020"));
        await _portal.ReceiveAsync(_school, d => (d.Surname, d.Section) = ("Altri", "A"), d => d.Surname = "Lontani");
        var sheet = (await Letters.OpenAsync(_operator, first, Patience))!;

        var outcome = await Letters.IssueAsync(
            _operator, new IssueRequest(first, Guid.NewGuid(), sheet.Due.Concat(sheet.OfTheClass).Select(letter => letter.Key).ToHashSet(), ["it"]), Patience);

        Assert.Equal([second], sheet.OfTheClass.Select(letter => letter.ReportId).Distinct());
        Assert.Empty(sheet.IssuedAt);
        var issued = Assert.IsType<IssueOutcome.Issued>(outcome);
        var text = Pdf.Text(LetterPdf.Write((await Letters.PagesAsync(_operator, first, issued.Key, Patience))!, "ATS"));
        Assert.Contains("dal 23/11/2020 al 07/12/2020", text, StringComparison.Ordinal);
        Assert.Single(text.Split("Valerio Valeri risulta contatto").Skip(1));
        Assert.Equal(6, issued.Count); // Two classes, two contacts, two cases.
        var after = (await Letters.OpenAsync(_operator, first, Patience))!; // Also the letter that was not written, because the other one tells of the later end.
        Assert.Equal(after.Due.Concat(after.OfTheClass).Select(letter => letter.Key).Order(), after.IssuedAt.Keys.Order());
    }

    [Fact]
    public async Task Pages_TextAmendedSince_AreAsTheyWereIssued()
    {
        var report = await ReceiveAsync();
        var issued = await IssueAsync(report, ["it"]);
        var desk = _portal.Get<LetterTemplateDesk>();
        var draft = LetterTemplateDraft.Of((await desk.ListAsync(_keeper, Patience))!.First(t => t.Kind == LetterKind.ContactQuarantine && t.Language == "it"));
        draft.Body = "Nuovo testo per {Cognome}";
        Assert.IsType<LetterTemplateOutcome.Done>(await desk.SaveAsync(_keeper, draft, Patience));

        var later = await IssueAsync(report, ["it"]);

        Assert.DoesNotContain("Nuovo testo", await TextAsync(issued), StringComparison.Ordinal);
        Assert.Contains("Nuovo testo per Valeri", await TextAsync(later), StringComparison.Ordinal);

        async Task<string> TextAsync(IssueOutcome.Issued what) =>
            Pdf.Text(LetterPdf.Write((await Letters.PagesAsync(_operator, report, what.Key, Patience))!, "ATS"));
    }

    [Fact]
    public async Task Measure_ForTheSchool_ComesWithTheMeasuresAndNamesNobody()
    {
        var report = await ReceiveAsync();
        var caseId = (await Letters.OpenAsync(_operator, report, Patience))!.Row.CaseId;
        await IssueAsync(report, ["it"]);
        Assert.Null(await Letters.MeasureAsync(_school, caseId, Patience));

        await _portal.Get<AgencyDesk>().IssueMeasuresAsync(_operator, report, Patience);

        var text = Pdf.Text(LetterPdf.Write((await Letters.MeasureAsync(_school, caseId, Patience))!.Pages, "ATS"));
        Assert.Contains("della classe 5 B individuate come contatti stretti", text, StringComparison.Ordinal);
        Assert.Contains("dal 19/11/2020 al 04/12/2020 compreso", text, StringComparison.Ordinal);
        Assert.All(["Rossi", "Mario", "Valeri", "Zanetti", "01/03/2010", "13/01/2010"], personal => Assert.DoesNotContain(personal, text, StringComparison.OrdinalIgnoreCase));
        var another = await _portal.AddSchoolAsync("Pandini");
        Assert.Null(await Letters.MeasureAsync(another, caseId, Patience));
        Assert.Null(await Letters.MeasureAsync(_operator, caseId, Patience));
    }

    [Fact]
    public async Task Measure_WithoutALetterToTheClass_IsOutAllTheSame()
    {
        var report = await ReceiveAsync();
        var caseId = (await Letters.OpenAsync(_operator, report, Patience))!.Row.CaseId;

        await _portal.Get<AgencyDesk>().IssueMeasuresAsync(_operator, report, Patience);

        Assert.Empty((await Letters.MeasureAsync(_school, caseId, Patience))!.Pages);
        Assert.Null(await Letters.MeasureAsync(await _portal.AddSchoolAsync("Pandini"), caseId, Patience));
    }

    [Fact]
    public async Task Issue_OnlyATestEndsTheQuarantine_TellsTheFamilyInEachLanguage()
    {
        _portal.Clock.AdjustTime(new DateTimeOffset(2020, 9, 10, 9, 0, 0, TimeSpan.Zero)); // 14 days and a negative test.
        var report = await DecidedAsync(await _portal.ReceiveAsync(
            _school, d => (d.LastDayAttended, d.PositiveSwabDate) = ("08/09/2020", "09/09/2020"), d => d.LastContactDate = "08/09/2020"));

        var issued = await IssueAsync(report, ["it", "en"]);

        var text = Pdf.Text(LetterPdf.Write((await Letters.PagesAsync(_operator, report, issued.Key, Patience))!, "ATS"));
        Assert.Contains("la quarantena termina solo con un tampone negativo, eseguito il 22/09/2020 o dopo", text, StringComparison.Ordinal);
        Assert.Contains("ends only with a negative test, taken on 22/09/2020 or later", text, StringComparison.Ordinal);
        Assert.DoesNotContain("può terminare prima", text, StringComparison.Ordinal);
        Assert.Contains("eseguito il 22/09/2020 o dopo, e continua fino all'esito del test", text.ReplaceLineEndings(" "), StringComparison.Ordinal); // to the class
    }

    [Fact]
    public async Task Issue_NameThatTheFontLacks_IsToldOfThatLetterAndTheOthersGoOut()
    {
        var report = await DecidedAsync(await _portal.ReceiveAsync(
            _school, null, _ => { }, d => (d.Surname, d.Name) = ("王", "小明"), d => (d.Surname, d.Name) = ("S\u0327ahin", "Ali"), d => d.Surname = "Коваленко"));
        var request = await RequestAsync(report, "it");

        var refused = Assert.IsType<IssueOutcome.Unprintable>(await Letters.IssueAsync(_operator, request, Patience));
        Assert.Equal("王 小明", Assert.Single(refused.Letters).About);
        Assert.Empty((await Letters.OpenAsync(_operator, report, Patience))!.Issued);

        var rest = request.Letters.Except(refused.Letters.Select(letter => letter.Key)).ToHashSet();
        var issued = Assert.IsType<IssueOutcome.Issued>(await Letters.IssueAsync(_operator, request with { Letters = rest }, Patience));
        var text = Pdf.Text(LetterPdf.Write((await Letters.PagesAsync(_operator, report, issued.Key, Patience))!, "ATS"));
        Assert.Contains("Ali Şahin risulta contatto", text, StringComparison.Ordinal);
        Assert.Contains("Коваленко", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AfterIssue_KnowsWhatIsOutUntilItsDaysChange()
    {
        var report = await ReceiveAsync();
        var before = (await Letters.OpenAsync(_operator, report, Patience))!;
        var valeri = before.Due[1];
        Assert.IsType<IssueOutcome.Issued>(await Letters.IssueAsync(_operator, new IssueRequest(report, Guid.NewGuid(), new HashSet<string> { valeri.Key }, ["it"]), Patience));

        var after = (await Letters.OpenAsync(_operator, report, Patience))!;
        Assert.Equal(new Dictionary<string, DateTime> { [valeri.Key] = TestPortal.Start.UtcDateTime }, after.IssuedAt);
        Assert.IsType<DecisionOutcome.Decided>(await _portal.Get<DecisionDesk>().DecideAsync(
            _operator, report, new DecisionDraft { Status = ContactStatus.Close, OwnEnd = "28/11/2020", Reason = "Accordo con il medico" },
            [new SeenContact(valeri.ContactId!.Value, 1)], Patience));

        var changed = (await Letters.OpenAsync(_operator, report, Patience))!;
        Assert.DoesNotContain(changed.Due, letter => changed.IssuedAt.ContainsKey(letter.Key));
    }

    [Fact]
    public async Task Letters_OfAnotherTerritory_DoNotExist()
    {
        var report = await ReceiveAsync();
        var issued = await IssueAsync(report, ["it"]);

        Assert.Null(await Letters.OpenAsync(_elsewhere, report, Patience));
        Assert.Null(await Letters.PagesAsync(_elsewhere, report, issued.Key, Patience));
        Assert.Null(await Letters.PagesAsync(_operator, report + 1, issued.Key, Patience));
        Assert.IsType<IssueOutcome.NotFound>(await Letters.IssueAsync(_elsewhere, await RequestAsync(report), Patience));
    }

    [Fact]
    public async Task Open_NothingDecided_WritesToNobodyAndSaysHowManyWait()
    {
        var report = await SendAsync();

        var sheet = (await Letters.OpenAsync(_operator, report, Patience))!;

        Assert.Equal(LetterKind.IsolationEnd, Assert.Single(sheet.Due).Kind);
        Assert.Equal(2, sheet.Undecided);
    }

    [Fact]
    public async Task Open_DecidedOneByOne_WritesToTheCloseContactUntilTheDayThatWasSet()
    {
        var report = await SendAsync();
        await _portal.Get<AgencyDesk>().TakeInChargeAsync(_operator, report, Patience);
        var contacts = (await _portal.Get<IReportQueries>().FindAsync(_operator, report, Patience))!.Amended.Contacts;
        await DecideAsync(contacts[0], new DecisionDraft { Status = ContactStatus.Close, OwnEnd = "28/11/2020", Reason = "Accordo con il medico" });
        await DecideAsync(contacts[1], new DecisionDraft { Status = ContactStatus.NotContact });

        var sheet = (await Letters.OpenAsync(_operator, report, Patience))!;

        Assert.Equal(
            [(LetterKind.ClassMeasure, "5 B"), (LetterKind.ContactQuarantine, "Valeri Valerio"), (LetterKind.IsolationEnd, "Rossi Mario")],
            sheet.Due.Select(letter => (letter.Kind, letter.About)));
        Assert.Equal(new DateOnly(2020, 11, 28), sheet.Due[1].To);
        Assert.Equal(0, sheet.Undecided);

        async Task DecideAsync(ReportedContact contact, DecisionDraft draft) => Assert.IsType<DecisionOutcome.Decided>(
            await _portal.Get<DecisionDesk>().DecideAsync(_operator, report, draft, [new SeenContact(contact.ContactId, 0)], Patience));
    }

    /// <summary>A received case of two contacts, both decided as close.</summary>
    private async Task<int> ReceiveAsync() => await DecidedAsync(await SendAsync());

    private Task<int> SendAsync() => _portal.ReceiveAsync(
        _school, null, _ => { }, d => (d.Surname, d.Name, d.LastContactDate) = ("Zanetti", "Zoe", "19/11/2020"));

    private async Task<int> DecidedAsync(int report)
    {
        await _portal.Get<AgencyDesk>().TakeInChargeAsync(_operator, report, Patience);
        await _portal.DecideAllAsync(_operator, report);
        return report;
    }

    private async Task<IssueRequest> RequestAsync(int report, params string[] languages) =>
        new(report, Guid.NewGuid(), (await Letters.OpenAsync(_operator, report, Patience))!.Due.Select(letter => letter.Key).ToHashSet(), languages);

    private async Task<IssueOutcome.Issued> IssueAsync(int report, string[] languages) =>
        Assert.IsType<IssueOutcome.Issued>(await Letters.IssueAsync(_operator, await RequestAsync(report, languages), Patience));
}
