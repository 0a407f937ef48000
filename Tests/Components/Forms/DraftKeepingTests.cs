using Bunit;
using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Forms;

/// <summary>What a form keeps while it is typed in, and how it goes on where it was left.</summary>
public sealed class DraftKeepingTests : ReferentContext
{
    private IDraftStore Store => Portal.Get<IDraftStore>();

    [Fact]
    public async Task Field_TypedIn_IsKeptAndSaid()
    {
        var caseId = await Portal.ReportAsync(School);
        var form = Open(caseId);
        Assert.Equal("", Status(form));

        form.Find("#Surname").Change("Quattrocch");

        form.WaitForAssertion(() => Assert.Equal("Bozza salvata alle 10:00", Status(form)));
        Assert.Equal("Quattrocch", (await DraftAsync(DraftKey.OfCase(caseId)))!.Mine.Surname);
        Assert.Equal("", MessageAt(form, "Surname"));
    }

    [Fact]
    public async Task Field_OnlyPassedThrough_IsNoSave()
    {
        var caseId = await Portal.ReportAsync(School);
        var form = Open(caseId);

        form.Find("#Surname").Blur();
        form.Find("#Name").Blur();
        form.Find("#Section").Change("C");
        form.WaitForAssertion(() => Assert.NotEqual("", Status(form)));
        form.Find("#Section").Blur();
        form.Find("#Name").Blur();

        Assert.Equal(1, (await Store.FindAsync(School, DraftKey.OfCase(caseId), CancellationToken.None))!.Version);
    }

    [Fact]
    public async Task Database_NotWritable_IsSaidAndWhatWasTypedIsKeptOnceItIs()
    {
        var caseId = await Portal.ReportAsync(School);
        var form = Open(caseId);
        BreakTheDatabase();

        form.Find("#Surname").Change("Quattrocch");

        form.WaitForAssertion(() => Assert.Contains("Bozza non salvata", Status(form), StringComparison.Ordinal));
        MendTheDatabase();
        Portal.Clock.Advance(TimeSpan.FromSeconds(5));
        form.WaitForAssertion(() => Assert.Equal("Bozza salvata alle 10:00", Status(form)));
        Assert.Equal("Quattrocch", (await DraftAsync(DraftKey.OfCase(caseId)))!.Mine.Surname);
    }

    [Fact]
    public async Task Form_Saved_HasNoDraftAnyMore()
    {
        var caseId = await Portal.ReportAsync(School);
        var form = Open(caseId);
        form.Find("#Section").Change("C");
        form.WaitForAssertion(() => Assert.NotEqual("", Status(form)));

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Empty(Store.ListAsync(School, CancellationToken.None).GetAwaiter().GetResult()));
        Assert.Equal("C", (await SheetAsync(caseId)).Draft.Section);
    }

    [Fact]
    public async Task Form_RefusedByTheRules_KeepsItsDraft()
    {
        var form = Open(null);
        form.Find("#Surname").Change("Quattrocch");
        form.Find("form").Submit();

        form.WaitForElement(".error-summary");
        form.Find("#Name").Change("Anna");
        form.WaitForAssertion(() => Assert.Equal(
            "Quattrocch Anna", Assert.Single(Store.ListAsync(School, CancellationToken.None).GetAwaiter().GetResult()).Person));
        Assert.Empty(await CasesAsync());
    }

    [Fact]
    public async Task Draft_OfARecordThatWentOn_MeetsTheComparisonWhenSaved()
    {
        var caseId = await Portal.ReportAsync(School);
        var first = Open(caseId);
        first.Find("#Surname").Change("Quattrocchi");
        first.WaitForAssertion(() => Assert.NotEqual("", Status(first)));
        await DisposeComponentsAsync();
        await AmendAsync(caseId, draft => draft.Section = "Z");

        var form = Open(caseId);

        Assert.Equal(("Quattrocchi", "B"), (Value(form, "Surname"), Value(form, "Section")));
        Assert.Contains("Ripresa la bozza", form.Markup, StringComparison.Ordinal);
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.True(form.Find("#choose-Surname-mine").HasAttribute("checked")));
        Assert.False(form.Find("#choose-Section-mine").HasAttribute("checked"));
    }

    [Fact]
    public async Task Draft_ThatSaysWhatIsStored_IsNotResumed()
    {
        var caseId = await Portal.ReportAsync(School);
        var stored = (await SheetAsync(caseId)).Draft;
        await Store.SaveAsync(
            School, DraftKey.OfCase(caseId), new FormDraft(stored, stored, Guid.NewGuid(), new Dictionary<string, string>()).Write(), 0, CancellationToken.None);

        Assert.DoesNotContain("Ripresa la bozza", Open(caseId).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfAContactThatWasDeleted_CanStillBeReadAndSaved()
    {
        var caseId = await Portal.ReportAsync(School);
        var contactId = await Portal.AddContactAsync(School, caseId);
        var first = Render<ContactEditor>(p => p.Add(e => e.CaseId, caseId).Add(e => e.ContactId, contactId));
        first.Find("#Surname").Change("Quattrocchi");
        first.WaitForAssertion(() => Assert.NotEqual("", Status(first)));
        await DisposeComponentsAsync();
        await Portal.Reporting.RemoveContactAsync(School, caseId, contactId, CancellationToken.None);

        var editor = Render<ContactEditor>(p => p.Add(e => e.CaseId, caseId).Add(e => e.ContactId, contactId));

        Assert.Equal((0, "Quattrocchi"), (TimesNotFound, Value(editor, "Surname")));
        editor.Find("form").Submit();
        editor.WaitForAssertion(() => Assert.NotEqual("", Place));
        Assert.Equal("Quattrocchi", Assert.Single((await SheetAsync(caseId)).Contacts).Draft.Surname);
        Assert.Empty(await Store.ListAsync(School, CancellationToken.None));
    }

    [Fact]
    public async Task Reason_HalfTyped_IsThereWhenTheWarningIsAskedAgain()
    {
        var caseId = await Portal.ReportAsync(School);
        var contactId = await Portal.AddContactAsync(School, caseId);
        var reason = FormDraft.ReasonKey(CovidSchoolReporting.Domain.Rules.RuleCodes.LastContactOutsideWindow, nameof(ContactDraft.LastContactDate));
        var first = Render<ContactEditor>(p => p.Add(e => e.CaseId, caseId).Add(e => e.ContactId, contactId));
        Type(first, nameof(ContactDraft.LastContactDate), "10/11/2020");
        first.Find("form").Submit();
        first.WaitForElement(".warnings");
        first.Find($"#{reason}").Change("Gita sco");
        first.WaitForAssertion(() => Assert.Equal("Gita sco", DraftAsync(DraftKey.OfContact(caseId, contactId)).GetAwaiter().GetResult()?.Reasons.GetValueOrDefault(reason)));
        await DisposeComponentsAsync();

        var editor = Render<ContactEditor>(p => p.Add(e => e.CaseId, caseId).Add(e => e.ContactId, contactId));
        editor.Find("form").Submit();
        editor.WaitForElement(".warnings");

        Assert.Equal("Gita sco", Value(editor, reason));
    }

    [Fact]
    public async Task HandedIn_AfterTheFormWasShownAgain_IsShownToo()
    {
        var caseId = await Portal.ReportAsync(School);
        var form = Open(caseId);

        await HandInAsync(caseId, "Quattrocch");

        form.WaitForAssertion(() => Assert.Equal("Quattrocch", Value(form, "Surname")));
        Assert.Contains("Ripresa la bozza", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandedIn_AfterSomethingElseWasTyped_OverwritesNothing()
    {
        var caseId = await Portal.ReportAsync(School);
        var form = Open(caseId);
        form.Find("#Name").Change("Ermenegildo");
        form.WaitForAssertion(() => Assert.NotEqual("", Status(form)));
        form.Find("#Name").Change("Ermenegilda");

        await HandInAsync(caseId, "Quattrocch");
        form.Find("#Section").Change("C");

        form.WaitForAssertion(() => Assert.Contains("aperto anche in un’altra scheda", form.Markup, StringComparison.Ordinal));
        Assert.Equal(("Rossi", "Ermenegilda", "C"), (Value(form, "Surname"), Value(form, "Name"), Value(form, "Section")));
    }

    [Fact]
    public async Task HandedIn_ByAnotherUser_ConcernsNobodyElse()
    {
        var caseId = await Portal.ReportAsync(School);
        var form = Open(caseId);

        await HandInAsync(caseId, "Quattrocch", toldOf: School.UserId + 1);
        form.Find("#Section").Blur();

        Assert.Equal("Rossi", Value(form, "Surname"));
    }

    [Fact]
    public async Task AnswersOfTheGuide_AboutSomebodyNew_AreKeptAtOnceAndBesideOlderDrafts()
    {
        var caseId = await Portal.ReportAsync(School);
        var older = Render<ContactEditor>(p => p.Add(e => e.CaseId, caseId));
        older.Find("#Surname").Change("Quattrocch");
        older.WaitForAssertion(() => Assert.NotEqual("", Status(older)));
        await DisposeComponentsAsync();
        Services.GetRequiredService<AppraisalMemory>().Leave(caseId, GuideAnswers.Parse("Person=Teacher"));

        var editor = Render<ContactEditor>(p => p.Add(e => e.CaseId, caseId));

        Assert.Equal("", Value(editor, "Surname"));
        editor.WaitForAssertion(() => Assert.NotEqual("", Status(editor)));
        await DisposeComponentsAsync();
        var newest = FormDraft.Read((await Store.FindNewestAsync(School, DraftKind.Contact, caseId, CancellationToken.None))!)!;
        Assert.Equal("Person=Teacher", ((ContactDraft)newest.Mine).GuideAnswers);
        Assert.Equal(2, (await Store.ListAsync(School, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task CaseOfAContact_TypedIn_GoesOnAtTheSameAddressAndNoOtherDraftDoes()
    {
        var caseId = await Portal.ReportAsync(School);
        var start = new CaseStart(caseId, await Portal.AddContactAsync(School, caseId));
        await Store.SaveAsync(
            School, DraftKey.NewCase(Guid.NewGuid()), new FormDraft(new CaseDraft(), new CaseDraft(), Guid.NewGuid(), new Dictionary<string, string>()).Write(), 0, CancellationToken.None);
        var first = Render<CaseForm>(p => p.Add(f => f.Start, start));
        Assert.Equal("Valeri", Value(first, "Surname"));
        first.Find("#ClassName").Change("4");
        first.WaitForAssertion(() => Assert.NotEqual("", Status(first)));
        await DisposeComponentsAsync();

        var again = Render<CaseForm>(p => p.Add(f => f.Start, start));

        Assert.Equal(("Valeri", "4"), (Value(again, "Surname"), Value(again, "ClassName")));
        Assert.NotEqual(start.Mark, (start with { ContactId = start.ContactId + 1 }).Mark);
    }

    [Fact]
    public async Task Drafts_TooManyOfThem_IsSaidInItsOwnWords()
    {
        var caseId = await Portal.ReportAsync(School);
        await Store.FillAsync(School);
        var form = Open(caseId);

        form.Find("#Surname").Change("Quattrocch");

        form.WaitForAssertion(() => Assert.StartsWith("Bozza non salvata: ci sono troppe bozze.", Status(form), StringComparison.Ordinal));
        await Store.RemoveAsync(School, (await Store.ListAsync(School, CancellationToken.None))[0].Key, CancellationToken.None);
        Portal.Clock.Advance(TimeSpan.FromSeconds(5));
        form.WaitForAssertion(() => Assert.Equal("Bozza salvata alle 10:00", Status(form)));
    }

    [Fact]
    public async Task Ticket_OfAFormThatWasSavedDifferently_NamesTheSameSave()
    {
        var tickets = Services.GetRequiredService<FormTickets>();
        var form = Open(null);
        var before = form.Find("[data-ticket]").GetAttribute("data-ticket")!;

        form.Find("#Surname").Change("Quattrocch");
        form.WaitForAssertion(() => Assert.NotEqual("", Status(form)));

        Assert.Equal(before, form.Find("[data-ticket]").GetAttribute("data-ticket"));
        var kept = await DraftAsync((await Store.ListAsync(School, CancellationToken.None))[0].Key);
        Assert.Equal((kept!.Mine.RequestKey, kept.Tab), (tickets.Open(before)!.RequestKey, tickets.Open(before)!.Tab));
        Assert.Equal($"{kept.Tab:N}", form.Find("[data-ticket]").GetAttribute("data-tab"));
    }

    [Fact]
    public async Task FiscalCode_SaidAgainToBeUnavailable_LeavesTheQuestionOpen()
    {
        var caseId = await Portal.ReportAsync(School);
        var contactId = await Portal.AddContactAsync(School, caseId);
        var editor = Render<ContactEditor>(p => p.Add(e => e.CaseId, caseId).Add(e => e.ContactId, contactId));
        Type(editor, nameof(ContactDraft.LastContactDate), "10/11/2020");
        editor.Find("form").Submit();
        editor.WaitForElement(".warnings");

        editor.Find("#FiscalCodeUnavailable").Change(true);

        Assert.NotEmpty(editor.FindAll(".warnings"));
    }

    private static string Status<TComponent>(IRenderedComponent<TComponent> screen)
        where TComponent : IComponent => screen.Find(".draft-status").TextContent;

    private IRenderedComponent<CaseForm> Open(int? caseId) => Render<CaseForm>(p => p.Add(f => f.CaseId, caseId));

    /// <summary>The page that was there before is heard out.</summary>
    private async Task HandInAsync(int caseId, string surname, int? toldOf = null)
    {
        var draft = new FormDraft((await SheetAsync(caseId)).Draft, (await SheetAsync(caseId)).Draft, Guid.NewGuid(), new Dictionary<string, string>());
        draft.Mine.Surname = surname;
        await Store.SaveAsync(School, DraftKey.OfCase(caseId), draft.Write(), null, CancellationToken.None);
        Services.GetRequiredService<HandInNews>().Tell(toldOf ?? School.UserId, DraftKey.OfCase(caseId));
    }

    private async Task<FormDraft?> DraftAsync(DraftKey key) =>
        await Store.FindAsync(School, key, CancellationToken.None) is { } stored ? FormDraft.Read(stored) : null;
}
