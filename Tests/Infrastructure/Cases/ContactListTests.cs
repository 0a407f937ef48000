using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Cases;

/// <summary>A list of contacts is saved as a whole, once, or not at all.</summary>
public sealed class ContactListTests(StartedPortal started) : IClassFixture<StartedPortal>
{
    private readonly TestPortal _portal = started.Portal;

    [Fact]
    public async Task SaveContacts_AThousand_AreAllThereInTheirOrder()
    {
        var (school, caseId) = await CaseAsync();
        var list = ListOf(1000);

        Assert.Equal(new SaveManyOutcome.Saved(1000), await SaveAsync(school, caseId, list));

        var sheet = await _portal.Queries.FindAsync(school, caseId, CancellationToken.None);
        Assert.Equal(1000, sheet!.Row.ContactCount);
        Assert.Equal(list.Select(draft => draft.Surname), sheet.Contacts.Select(contact => contact.Draft.Surname));
    }

    [Fact]
    public async Task SaveContacts_Twice_AddsNothingTwice()
    {
        var (school, caseId) = await CaseAsync();
        var list = ListOf(25);

        Assert.Equal(new SaveManyOutcome.Saved(25), await SaveAsync(school, caseId, list));
        var after = await _portal.DumpAsync();

        Assert.Equal(new SaveManyOutcome.Saved(25), await SaveAsync(school, caseId, list));
        Assert.Equal(after, await _portal.DumpAsync());
    }

    [Fact]
    public async Task SaveContacts_TwiceAtOnce_AddsNothingTwice()
    {
        var (school, caseId) = await CaseAsync();
        var list = ListOf(25);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SaveAsync(school, caseId, list))));

        Assert.All(outcomes, outcome => Assert.Equal(new SaveManyOutcome.Saved(25), outcome));
        Assert.Equal(25, await CountAsync(school, caseId));
    }

    [Fact]
    public async Task SaveContacts_TwoDifferentListsAtOnce_AreBothThere()
    {
        var (school, caseId) = await CaseAsync();

        var outcomes = await Task.WhenAll(
            ((string[])["Rossini", "Verdini"]).Select(surname => Task.Run(() => SaveAsync(school, caseId, ListOf(25, surname)))));

        Assert.All(outcomes, outcome => Assert.Equal(new SaveManyOutcome.Saved(25), outcome));
        Assert.Equal(50, await CountAsync(school, caseId));
    }

    [Fact]
    public async Task SaveContacts_SentAgainAfterOneWasDeleted_DoesNotBringItBack()
    {
        var (school, caseId) = await CaseAsync();
        var list = ListOf(3);
        await SaveAsync(school, caseId, list);
        var deleted = (await _portal.Queries.FindAsync(school, caseId, CancellationToken.None))!.Contacts[1];
        await _portal.Reporting.RemoveContactAsync(school, caseId, deleted.Id, CancellationToken.None);

        Assert.Equal(new SaveManyOutcome.Saved(3), await SaveAsync(school, caseId, list));

        Assert.Equal(2, await CountAsync(school, caseId));
    }

    [Fact]
    public async Task SaveContacts_OneBadRow_WritesNoneAndNamesIt()
    {
        var (school, caseId) = await CaseAsync();
        var list = ListOf(25);
        list[7].Phone = "casa";
        var before = await _portal.DumpAsync();

        var refused = Assert.IsType<SaveManyOutcome.Refused>(await SaveAsync(school, caseId, list));

        var (key, findings) = Assert.Single(refused.Rows);
        Assert.Equal((list[7].RequestKey, RuleCodes.NotAPhone), (key, Assert.Single(findings).Code));
        Assert.Equal(before, await _portal.DumpAsync());
    }

    [Fact]
    public async Task SaveContacts_ThePersonTwiceInTheList_AsksToConfirmTheSecond()
    {
        var (school, caseId) = await CaseAsync();
        var list = ListOf(3);
        (list[2].Surname, list[2].Name) = (list[0].Surname, list[0].Name);

        var refused = Assert.IsType<SaveManyOutcome.Refused>(await SaveAsync(school, caseId, list));
        Assert.Equal((list[2].RequestKey, RuleCodes.SameAsRow), (Assert.Single(refused.Rows).Key, Assert.Single(refused.Rows).Value.Single().Code));
        list[2].Confirmations.Add(new ConfirmedWarning(RuleCodes.SameAsRow, nameof(PersonDraft.Surname), null));

        Assert.Equal(new SaveManyOutcome.Saved(3), await SaveAsync(school, caseId, list));
    }

    [Fact]
    public async Task SaveContacts_UnconfirmedWarning_IsRefusedAndConfirmedIsStored()
    {
        var (school, caseId) = await CaseAsync();
        var list = ListOf(2);
        list[1].LastContactDate = "18/11/2020";
        Assert.IsType<SaveManyOutcome.Refused>(await SaveAsync(school, caseId, list));
        list[1].Confirmations.Add(new ConfirmedWarning(RuleCodes.LastContactOutsideWindow, nameof(ContactDraft.LastContactDate), "Gita"));

        Assert.Equal(new SaveManyOutcome.Saved(2), await SaveAsync(school, caseId, list));

        var sheet = await _portal.Queries.FindAsync(school, caseId, CancellationToken.None);
        Assert.Equal("Gita", Assert.Single(sheet!.Contacts[1].Draft.Confirmations).Reason);
    }

    [Fact]
    public async Task SaveContacts_AmendedAfterTheFirstSave_IsNotTakenForSaved()
    {
        var (school, caseId) = await CaseAsync();
        var list = ListOf(2);
        await SaveAsync(school, caseId, list);
        list[1].Section = "Altra";

        var refused = Assert.IsType<SaveManyOutcome.Refused>(await SaveAsync(school, caseId, list));

        Assert.Equal(RuleCodes.SavedOtherwise, Assert.Single(Assert.Single(refused.Rows).Value).Code);
        Assert.Equal(2, await CountAsync(school, caseId));
    }

    [Fact]
    public async Task SaveContacts_ClosedMeanwhile_IsLockedUnlessAllWereSavedBefore()
    {
        var (school, caseId) = await CaseAsync();
        var saved = ListOf(2);
        await SaveAsync(school, caseId, saved);
        await _portal.Reporting.CloseAndSendAsync(school, caseId, null, CancellationToken.None);
        var before = await _portal.DumpAsync();

        Assert.Equal(new SaveManyOutcome.Locked(), await SaveAsync(school, caseId, ListOf(2, "Verdini")));
        Assert.Equal(new SaveManyOutcome.Saved(2), await SaveAsync(school, caseId, saved));
        Assert.Equal(before, await _portal.DumpAsync());
    }

    [Fact]
    public async Task SaveContacts_OfAnotherSchoolsCase_AreNotThere()
    {
        var (_, caseId) = await CaseAsync();
        var other = await _portal.AddSchoolAsync("Altra");
        var before = await _portal.DumpAsync();

        Assert.Equal(new SaveManyOutcome.NotFound(), await SaveAsync(other, caseId, ListOf(2)));
        Assert.Equal(before, await _portal.DumpAsync());
    }

    private static List<ContactDraft> ListOf(int count, string surname = "Valerini") =>
    [
        .. Enumerable.Range(0, count).Select(number => Drafts.Contact(d =>
            (d.Surname, d.Name) = ($"{surname} {(char)('A' + (number / 676))}{(char)('a' + (number / 26 % 26))}{(char)('a' + (number % 26))}", "Valerio"))),
    ];

    private async Task<(Actor School, int CaseId)> CaseAsync()
    {
        var school = await _portal.AddSchoolAsync();
        return (school, await _portal.ReportAsync(school));
    }

    private Task<SaveManyOutcome> SaveAsync(Actor school, int caseId, IReadOnlyList<ContactDraft> list) =>
        _portal.Reporting.SaveContactsAsync(school, caseId, list, CancellationToken.None);

    private async Task<int> CountAsync(Actor school, int caseId) =>
        (await _portal.Queries.FindAsync(school, caseId, CancellationToken.None))!.Contacts.Count;
}
