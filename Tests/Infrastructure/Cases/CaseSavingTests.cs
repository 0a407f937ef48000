using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Cases;

public sealed class CaseSavingTests(StartedPortal started) : IClassFixture<StartedPortal>
{
    private readonly TestPortal _portal = started.Portal;

    [Fact]
    public async Task SaveCase_New_IsReadBackAsTyped()
    {
        var school = await _portal.AddSchoolAsync();
        var draft = Drafts.Case(d => d.Surname = "D'Angelò-Müller");

        var id = await _portal.ReportAsync(school, draft);

        var sheet = await _portal.Queries.FindAsync(school, id, CancellationToken.None);
        Assert.Equal((id, 1, "D'Angelò-Müller"), (sheet!.Draft.Id, sheet.Draft.Revision, sheet.Draft.Surname));
        Assert.Equal((CaseStatus.Open, 0), (sheet.Row.Status, sheet.Row.ContactCount));
        Assert.Empty(sheet.Contacts);
    }

    [Fact]
    public async Task SaveCase_Amended_StoresTheNewValuesAndCountsTheRevision()
    {
        var school = await _portal.AddSchoolAsync();
        var amended = await SavedDraftAsync(school);
        amended.Section = "C";

        var outcome = await SaveAsync(school, amended);

        Assert.Equal(new SaveOutcome.Saved(amended.Id!.Value, 2), outcome);
        Assert.Equal("C", (await _portal.Queries.FindAsync(school, amended.Id.Value, CancellationToken.None))!.Draft.Section);
    }

    [Fact]
    public async Task SaveCase_OverANewerVersion_GivesItBackAndKeepsBoth()
    {
        var school = await _portal.AddSchoolAsync();
        var mine = await SavedDraftAsync(school);
        var theirs = (await _portal.Queries.FindAsync(school, mine.Id!.Value, CancellationToken.None))!.Draft;
        theirs.Section = "Loro";
        await SaveAsync(school, theirs);
        mine.Section = "Mia";
        var before = await _portal.DumpAsync();

        var outcome = Assert.IsType<SaveOutcome.Stale>(await SaveAsync(school, mine));

        var current = Assert.IsType<CaseDraft>(outcome.Current);
        Assert.Equal(("Loro", 2, "Mia"), (current.Section, current.Revision, mine.Section));
        Assert.Equal(before, await _portal.DumpAsync());
        mine.Revision = current.Revision;
        Assert.Equal(new SaveOutcome.Saved(mine.Id.Value, 3), await SaveAsync(school, mine));
    }

    [Fact]
    public async Task SaveContact_OverANewerVersion_GivesItBackAndKeepsBoth()
    {
        var school = await _portal.AddSchoolAsync();
        var caseId = await _portal.ReportAsync(school);
        await _portal.AddContactAsync(school, caseId);
        var (mine, theirs) = (await ContactDraftAsync(school, caseId), await ContactDraftAsync(school, caseId));
        theirs.Section = "Loro";
        await _portal.Reporting.SaveContactAsync(school, caseId, theirs, CancellationToken.None);
        mine.Section = "Mia";

        var outcome = await _portal.Reporting.SaveContactAsync(school, caseId, mine, CancellationToken.None);

        Assert.Equal("Loro", Assert.IsType<ContactDraft>(Assert.IsType<SaveOutcome.Stale>(outcome).Current).Section);
        Assert.Equal("Loro", (await ContactDraftAsync(school, caseId)).Section);
    }

    [Fact]
    public async Task SaveContact_WhileTheCaseItselfWasAmended_IsNotStale()
    {
        var school = await _portal.AddSchoolAsync();
        var amended = await SavedDraftAsync(school);
        await _portal.AddContactAsync(school, amended.Id!.Value);
        var contact = await ContactDraftAsync(school, amended.Id.Value);
        amended.Section = "C";
        await SaveAsync(school, amended);
        contact.Section = "D";

        var outcome = await _portal.Reporting.SaveContactAsync(school, amended.Id.Value, contact, CancellationToken.None);

        Assert.Equal(new SaveOutcome.Saved(contact.Id!.Value, 2), outcome);
    }

    [Fact]
    public async Task SaveCase_SentAgainUnchanged_IsDoneOnce()
    {
        var school = await _portal.AddSchoolAsync();
        var draft = Drafts.Case();
        var first = await SaveAsync(school, draft);
        var before = await _portal.DumpAsync();

        var second = await SaveAsync(school, draft);

        Assert.Equal(first, second);
        Assert.Equal(before, await _portal.DumpAsync());
    }

    [Fact]
    public async Task SaveCase_SentAgainWithOtherValues_DoesNotPassForSaved()
    {
        var school = await _portal.AddSchoolAsync();
        var draft = Drafts.Case();
        var id = await _portal.ReportAsync(school, draft);
        draft.Section = "Z";

        var current = Assert.IsType<SaveOutcome.Stale>(await SaveAsync(school, draft)).Current;

        Assert.Equal((id, 1, "B"), (current.Id, current.Revision, current.Section));
        (draft.Id, draft.Revision) = (current.Id, current.Revision);
        Assert.Equal(new SaveOutcome.Saved(id, 2), await SaveAsync(school, draft));
    }

    [Fact]
    public async Task SaveContact_SentAgain_IsDoneOnceAndOtherValuesDoNotPassForSaved()
    {
        var school = await _portal.AddSchoolAsync();
        var caseId = await _portal.ReportAsync(school);
        var draft = Drafts.Contact();
        var id = await _portal.AddContactAsync(school, caseId, draft);

        var again = await _portal.Reporting.SaveContactAsync(school, caseId, draft, CancellationToken.None);
        draft.Section = "Z";
        var changed = await _portal.Reporting.SaveContactAsync(school, caseId, draft, CancellationToken.None);

        Assert.Equal(new SaveOutcome.Saved(id, 1), again);
        Assert.Equal((id, "B"), (Assert.IsType<SaveOutcome.Stale>(changed).Current.Id, ((SaveOutcome.Stale)changed).Current.Section));
        Assert.Equal("B", (await ContactDraftAsync(school, caseId)).Section);
    }

    [Fact]
    public async Task SaveCase_TwentyTimesAtOnceWithOneKey_IsOneCase()
    {
        var school = await _portal.AddSchoolAsync();
        var draft = Drafts.Case();

        var outcomes = await AtOnceAsync(20, () => SaveAsync(school, draft));

        Assert.Single(outcomes.Distinct());
        Assert.Single((await _portal.Queries.ListAsync(school, new CaseListRequest(), CancellationToken.None)).Rows);
    }

    [Fact]
    public async Task SaveContact_TwentyTimesAtOnceWithOneKey_IsOneContact()
    {
        var school = await _portal.AddSchoolAsync();
        var caseId = await _portal.ReportAsync(school);
        var draft = Drafts.Contact();

        var outcomes = await AtOnceAsync(20, () => _portal.Reporting.SaveContactAsync(school, caseId, draft, CancellationToken.None));

        Assert.IsType<SaveOutcome.Saved>(Assert.Single(outcomes.Distinct()));
        var sheet = await _portal.Queries.FindAsync(school, caseId, CancellationToken.None);
        Assert.Single(sheet!.Contacts);
        Assert.Equal(1, sheet.Row.ContactCount);
    }

    [Fact]
    public async Task SaveContact_DifferentOnesAtOnce_AllStay()
    {
        var school = await _portal.AddSchoolAsync();
        var caseId = await _portal.ReportAsync(school);
        var drafts = new Queue<ContactDraft>("ABCDEFGHIJKLMNOPQRST".Select(c => Drafts.Contact(d => d.Surname = $"Neri {c}")));

        var outcomes = await AtOnceAsync(20, () =>
        {
            ContactDraft next;
            lock (drafts)
            {
                next = drafts.Dequeue();
            }

            return _portal.Reporting.SaveContactAsync(school, caseId, next, CancellationToken.None);
        });

        Assert.All(outcomes, outcome => Assert.IsType<SaveOutcome.Saved>(outcome));
        var sheet = await _portal.Queries.FindAsync(school, caseId, CancellationToken.None);
        Assert.Equal((20, 20), (sheet!.Contacts.Count, sheet.Row.ContactCount));
    }

    [Fact]
    public async Task SaveCase_WithAnError_WritesNothing()
    {
        var school = await _portal.AddSchoolAsync();
        var amended = await SavedDraftAsync(school);
        amended.LastDayAttended = "26/11/2020";
        var before = await _portal.DumpAsync();

        var outcomes = new[]
        {
            await SaveAsync(school, amended),
            await SaveAsync(school, Drafts.Case(d => d.Surname = new string('a', 30_000))),
            await _portal.Reporting.SaveContactAsync(school, amended.Id!.Value, Drafts.Contact(d => d.Phone = "x"), CancellationToken.None),
        };

        Assert.Equal(
            [RuleCodes.LastDayInFuture, RuleCodes.TooLong, RuleCodes.NotAPhone],
            outcomes.Select(o => Assert.Single(Assert.IsType<SaveOutcome.Invalid>(o).Findings).Code));
        Assert.Equal(before, await _portal.DumpAsync());
    }

    [Fact]
    public async Task SaveContact_WithAWarning_IsWrittenOnceConfirmedWithItsReason()
    {
        var school = await _portal.AddSchoolAsync();
        var caseId = await _portal.ReportAsync(school);
        var draft = Drafts.Contact(d => d.LastContactDate = "10/11/2020");
        var before = await _portal.DumpAsync();

        var asked = Assert.IsType<SaveOutcome.NeedsConfirmation>(
            await _portal.Reporting.SaveContactAsync(school, caseId, draft, CancellationToken.None));
        var warning = Assert.Single(asked.Warnings);
        draft.Confirmations = [new(warning.Code, warning.Field, "  ")];
        Assert.IsType<SaveOutcome.NeedsConfirmation>(
            await _portal.Reporting.SaveContactAsync(school, caseId, draft, CancellationToken.None));
        Assert.Equal(before, await _portal.DumpAsync());

        draft.Confirmations = [new(warning.Code, warning.Field, "Gita scolastica"), new(RuleCodes.PupilTooOld, "BirthDate", null)];
        await _portal.AddContactAsync(school, caseId, draft);

        Assert.Equal(
            [new ConfirmedWarning(RuleCodes.LastContactOutsideWindow, nameof(ContactDraft.LastContactDate), "Gita scolastica")],
            (await ContactDraftAsync(school, caseId)).Confirmations);
    }

    [Fact]
    public async Task SaveContact_SamePersonAgain_AsksFirst()
    {
        var school = await _portal.AddSchoolAsync();
        var caseId = await _portal.ReportAsync(school);
        await _portal.AddContactAsync(school, caseId);

        var twin = await _portal.Reporting.SaveContactAsync(school, caseId, Drafts.Contact(), CancellationToken.None);
        var itself = await _portal.Reporting.SaveContactAsync(school, caseId, await ContactDraftAsync(school, caseId), CancellationToken.None);

        Assert.Equal(
            [RuleCodes.SameAsContact],
            Assert.IsType<SaveOutcome.NeedsConfirmation>(twin).Warnings.Select(w => w.Code));
        Assert.IsType<SaveOutcome.Saved>(itself);
    }

    [Fact]
    public async Task RemoveContact_Present_IsGoneAndNotCounted()
    {
        var school = await _portal.AddSchoolAsync();
        var caseId = await _portal.ReportAsync(school);
        var kept = await _portal.AddContactAsync(school, caseId, Drafts.Contact(d => d.Surname = "Neri"));
        var removed = await _portal.AddContactAsync(school, caseId);

        var outcome = await _portal.Reporting.RemoveContactAsync(school, caseId, removed, CancellationToken.None);

        Assert.IsType<SaveOutcome.Saved>(outcome);
        var sheet = await _portal.Queries.FindAsync(school, caseId, CancellationToken.None);
        Assert.Equal([kept], sheet!.Contacts.Select(c => c.Id));
        Assert.Equal(1, sheet.Row.ContactCount);
    }

    [Fact]
    public async Task SaveCase_Committed_TellsOpenScreensOnceAndOnlyWhenWritten()
    {
        var school = await _portal.AddSchoolAsync();
        var told = new System.Collections.Concurrent.ConcurrentQueue<Change>();
        var last = new TaskCompletionSource();
        using var subscription = _portal.Get<ChangeHub>().Subscribe(change =>
        {
            if (change.CaseId == 0)
            {
                last.TrySetResult();
            }
            else if (change.Concerns(school))
            {
                told.Enqueue(change);
            }

            return Task.CompletedTask;
        });
        var draft = Drafts.Case();

        var id = await _portal.ReportAsync(school, draft);
        await SaveAsync(school, draft);
        await SaveAsync(school, Drafts.Case(d => d.Surname = ""));
        await WaitAsync(() => !told.IsEmpty, last);

        Assert.Equal([new Change(id, school.InstituteId!.Value, null)], told);
    }

    /// <summary>Sends a mark through the hub and waits for it, again until what was published before has arrived too.</summary>
    private async Task WaitAsync(Func<bool> arrived, TaskCompletionSource last)
    {
        _portal.Get<ChangeHub>().Publish(new Change(0, 0, null));
        await last.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.True(SpinWait.SpinUntil(arrived, TimeSpan.FromSeconds(10)));
    }

    private static Task<T[]> AtOnceAsync<T>(int times, Func<Task<T>> command) =>
        Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(command)));

    private Task<SaveOutcome> SaveAsync(Actor school, CaseDraft draft) =>
        _portal.Reporting.SaveCaseAsync(school, draft, CancellationToken.None);

    private async Task<CaseDraft> SavedDraftAsync(Actor school)
    {
        var id = await _portal.ReportAsync(school);
        return (await _portal.Queries.FindAsync(school, id, CancellationToken.None))!.Draft;
    }

    private async Task<ContactDraft> ContactDraftAsync(Actor school, int caseId) =>
        (await _portal.Queries.FindAsync(school, caseId, CancellationToken.None))!.Contacts[^1].Draft;
}
