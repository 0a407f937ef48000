using AngleSharp.Dom;
using Bunit;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.App.Features.Rosters;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Rosters;

public sealed class ClassContactsPageTests : ReferentContext
{
    [Fact]
    public async Task Page_ClassOfTheCase_IsTickedButTheCaseAndItsContacts()
    {
        var caseId = await Portal.ReportAsync(School);
        await Portal.AddContactAsync(School, caseId);
        await LoadAsync(
            Support.Rosters.Person("Rossi", d => (d.Name, d.BirthDate) = ("Mario", "01/03/2010")),
            Support.Rosters.Person("Valeri", d => d.Name = "Valerio"));

        var page = Show(caseId);

        Assert.Equal(["Abbiati", "Bonfanti", "Cattaneo"], Ticked(page));
        Assert.Equal(["Rossi Mario è il caso", "Valeri Valerio già tra i contatti"], page.FindAll(".taken").Select(Words));
        Assert.Equal("Aggiungi 3 contatti", page.Find("button[type=submit]").TextContent);
    }

    [Fact]
    public async Task Page_StaffOfTheClass_AreListedButNotTicked()
    {
        var caseId = await Portal.ReportAsync(School);
        await LoadAsync(Support.Rosters.Person("Zappa", d => (d.Role, d.BirthDate) = (PersonRole.Teacher, "13/01/1980")));

        var page = Show(caseId);

        Assert.Equal(["Abbiati", "Bonfanti", "Cattaneo"], Ticked(page));
        Assert.Equal(4, page.FindAll("input[type=checkbox]").Count);
    }

    [Fact]
    public async Task Page_CaseOfATeacher_TicksNobody()
    {
        var caseId = await Portal.ReportAsync(School, Drafts.Case(d => (d.Role, d.FiscalCode, d.FiscalCodeUnavailable, d.FiscalCodeUnavailableReason, d.BirthDate) =
            (PersonRole.Teacher, "", true, "In attesa", "13/01/1980")));
        await LoadAsync();

        Assert.Empty(Ticked(Show(caseId)));
    }

    [Fact]
    public async Task Save_TickedPeople_AreContactsInOneStep()
    {
        var caseId = await Portal.ReportAsync(School);
        await LoadAsync();
        var page = Show(caseId);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal($"casi/{caseId}/contatti", Place));
        var contacts = (await SheetAsync(caseId)).Contacts.Select(c => c.Draft).ToList();
        Assert.Equal(["Abbiati", "Bonfanti", "Cattaneo"], contacts.Select(c => c.Surname));
        Assert.All(contacts, c => Assert.Equal(("20/11/2020", "5", "B"), (c.LastContactDate, c.ClassName, c.Section)));
        Assert.Equal("Sono stati aggiunti 3 contatti.", Services.GetRequiredService<ListMessage>().Take());
    }

    [Fact]
    public async Task Save_ExceptionsOfAPerson_AreKept()
    {
        var caseId = await Portal.ReportAsync(School);
        await LoadAsync();
        var page = Show(caseId);
        await page.InvokeAsync(() => page.FindAll("input[type=checkbox]")[2].Change(false));
        await page.InvokeAsync(() => page.FindAll(".own-date")[1].Change("19/11/20"));

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.NotEqual("", Place));
        Assert.Equal(
            [("Abbiati", "20/11/2020"), ("Bonfanti", "19/11/2020")],
            (await SheetAsync(caseId)).Contacts.Select(c => (c.Draft.Surname, c.Draft.LastContactDate)));
    }

    [Fact]
    public async Task Save_WhatTheRosterDoesNotKnow_IsAskedForInPlace()
    {
        var caseId = await Portal.ReportAsync(School);
        await LoadAsync(Support.Rosters.Person("Zappa", d => d.Phone = ""));
        var page = Show(caseId);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.StartsWith("Zappa Luca, Telefono cellulare:", page.Find(".error-summary li").TextContent, StringComparison.Ordinal));
        Assert.Empty((await SheetAsync(caseId)).Contacts);
        page.Find("input[type=tel]").Change("02 7654321");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.NotEqual("", Place));
        Assert.Equal(4, (await SheetAsync(caseId)).Contacts.Count);
    }

    [Fact]
    public async Task Save_RosterWithoutComuni_AsksForOneAndAmendsWhoLivesElsewhere()
    {
        var caseId = await Portal.ReportAsync(School);
        await LoadAsync(change: d => d.Domicile = "");
        var page = Show(caseId);
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal("#shared-domicile", Assert.Single(page.FindAll(".error-summary a")).GetAttribute("href")![^16..]));
        Assert.Empty(page.FindAll("tr.amend"));

        Type(page, "shared-domicile", "milano");
        await page.InvokeAsync(() => page.FindAll(".own-domicile")[1].Change("lodi"));
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.NotEqual("", Place));
        Assert.Equal(["Milano (MI)", "Lodi (LO)", "Milano (MI)"], (await SheetAsync(caseId)).Contacts.Select(c => c.Draft.Domicile));
    }

    [Fact]
    public async Task Save_RosterWithoutCodes_AsksOnceWhyUnlessACodeIsWritten()
    {
        var caseId = await Portal.ReportAsync(School);
        await Portal.LoadAsync(School, Support.Rosters.Class(3));
        var page = Show(caseId);
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".error-summary li").Count));
        Assert.StartsWith("Abbiati Luca, Codice fiscale:", page.Find(".error-summary li").TextContent, StringComparison.Ordinal);

        page.Find("#shared-no-code").Change("Non comunicato");
        await page.InvokeAsync(() => page.FindAll("tr.amend input")[1].Change(CodeOf(1)));
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.NotEqual("", Place));
        Assert.Equal(
            [("", "Non comunicato"), (CodeOf(1), ""), ("", "Non comunicato")],
            (await SheetAsync(caseId)).Contacts.Select(c => (c.Draft.FiscalCode, c.Draft.FiscalCodeUnavailableReason)));
    }

    [Fact]
    public async Task Page_RosterWithComuni_AsksForNone()
    {
        var caseId = await Portal.ReportAsync(School);
        await LoadAsync();

        Assert.Empty(Show(caseId).FindAll("#shared-domicile, .own-domicile"));
    }

    [Fact]
    public async Task Save_DateOutsideTheWindow_AsksOnceWhy()
    {
        var caseId = await Portal.ReportAsync(School);
        await LoadAsync();
        var page = Show(caseId);
        page.Find("#shared-date").Change("10/11/2020");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".error-summary li")));
        Assert.Empty((await SheetAsync(caseId)).Contacts);

        page.Find("#shared-reason").Change("Gita di classe");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.NotEqual("", Place));
        Assert.All((await SheetAsync(caseId)).Contacts, c => Assert.Equal("Gita di classe", Assert.Single(c.Draft.Confirmations).Reason));
    }

    [Fact]
    public async Task Save_CaseThatChangedUnseen_AsksWhyAndSavesThen()
    {
        var caseId = await Portal.ReportAsync(School);
        await LoadAsync();
        var page = Show(caseId);
        await using (var context = await Portal.OpenAsync())
        {
            await context.Database.ExecuteSqlAsync($"UPDATE Cases SET PositiveSwabDate = '2020-11-24' WHERE Id = {caseId}");
        }

        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.EndsWith("#shared-reason", Assert.Single(page.FindAll(".error-summary a")).GetAttribute("href"), StringComparison.Ordinal));
        page.Find("#shared-reason").Change("Gita di classe");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.NotEqual("", Place));
        Assert.Equal(3, (await SheetAsync(caseId)).Contacts.Count);
    }

    [Fact]
    public async Task SharedDate_OtherThanTheProposedOne_IsNotCalledTheLastDay()
    {
        var caseId = await Portal.ReportAsync(School);
        await LoadAsync();
        var page = Show(caseId);
        Assert.Contains("ultimo giorno di frequenza", page.Find("#shared-date-hint").TextContent, StringComparison.Ordinal);

        page.Find("#shared-date").Change("19/11/20");

        Assert.Equal("19/11/2020", Value(page, "shared-date"));
        Assert.DoesNotContain("ultimo giorno di frequenza", page.Find("#shared-date-hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_DatabaseRefuses_LosesNothing()
    {
        var caseId = await Portal.ReportAsync(School);
        await LoadAsync();
        var page = Show(caseId);
        await page.InvokeAsync(() => page.FindAll(".own-date")[1].Change("19/11/2020"));
        BreakTheDatabase();

        page.Find("form").Submit();

        page.WaitForElement(".notice-error");
        Assert.Equal("19/11/2020", page.FindAll(".own-date")[1].GetAttribute("value"));
        Assert.Equal(3, Ticked(page).Count());
        Assert.Equal("", Place);
    }

    [Fact]
    public async Task Page_AnotherClass_IsShownBesideAndNotTicked()
    {
        var caseId = await Portal.ReportAsync(School);
        await LoadAsync(Support.Rosters.Person("Zappa", d => d.ClassName = "4"));
        var page = Show(caseId);

        page.Find("#other-class").Change("0");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("table").Count));
        Assert.Equal(["Abbiati", "Bonfanti", "Cattaneo"], Ticked(page));
        Assert.Empty(page.FindAll("#other-class"));
    }

    [Fact]
    public async Task Page_ColleagueAddsAContact_IsTickedNoMore()
    {
        var caseId = await Portal.ReportAsync(School);
        await LoadAsync();
        var page = Show(caseId);

        await Portal.AddContactAsync(School, caseId, Drafts.Contact(d => (d.Surname, d.Name, d.BirthDate) = ("Abbiati", "Luca", "01/02/2010")));

        page.WaitForAssertion(() => Assert.Equal(["Bonfanti", "Cattaneo"], Ticked(page)));
    }

    [Fact]
    public async Task Page_WithoutARosterOrForAClosedCase_IsNotThere()
    {
        var caseId = await Portal.ReportAsync(School);
        Show(caseId, wait: false);
        Assert.Equal(1, TimesNotFound);

        await LoadAsync();
        await CloseAsync(caseId);
        Show(caseId, wait: false);
        Assert.Equal(2, TimesNotFound);
    }

    [Fact]
    public async Task ContactsPage_LeadsThereOnlyWithARoster()
    {
        var caseId = await Portal.ReportAsync(School);
        Assert.Empty(Links(caseId));

        await LoadAsync();

        Assert.Single(Links(caseId));
    }

    private IEnumerable<IElement> Links(int caseId)
    {
        var page = Render<ContactsPage>(parameters => parameters.Add(p => p.CaseId, caseId));
        page.WaitForElement(".case-header");
        return page.FindAll($"a[href='/casi/{caseId}/contatti/classe']");
    }

    private Task LoadAsync(params RosterDraft[] more) => LoadAsync(null, more);

    private async Task LoadAsync(Action<RosterDraft>? change, params RosterDraft[] more)
    {
        List<RosterDraft> people = [.. Support.Rosters.Class(3, change), .. more];
        foreach (var person in people.Where(p => p.FiscalCode.Length == 0))
        {
            person.FiscalCode = CodeOf(people.IndexOf(person));
            person.Confirmations.AddRange(((string[])["FiscalCodeSurname", "FiscalCodeName"])
                .Select(code => new ConfirmedWarning(code, "FiscalCode", null)));
        }

        Assert.IsType<RosterOutcome.Loaded>(await Portal.LoadAsync(School, people));
    }

    /// <summary>Provisional codes say nothing of name and birth: any will do, so that the roster has no gap.</summary>
    private static string CodeOf(int index) => Enumerable.Range(0, 10)
        .Select(digit => $"1234567890{index % 10}"[1..] + digit)
        .First(code => FiscalCode.TryParse(code, out _) is not null);

    private IRenderedComponent<ClassContactsPage> Show(int caseId, bool wait = true)
    {
        var page = Render<ClassContactsPage>(parameters => parameters.Add(p => p.CaseId, caseId));
        if (wait)
        {
            page.WaitForElement("form");
        }

        return page;
    }

    private static IEnumerable<string> Ticked(IRenderedComponent<ClassContactsPage> page) =>
        page.FindAll("tr").Where(row => row.QuerySelector("input[type=checkbox][checked]") is not null)
            .Select(row => row.QuerySelector("strong")!.TextContent);

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
