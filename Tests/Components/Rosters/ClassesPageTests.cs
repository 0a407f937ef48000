using Bunit;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Rosters;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Rosters;

/// <summary>The classes that a school loaded, and a class with its people.</summary>
public sealed class ClassesPageTests : ReferentContext
{
    [Fact]
    public void WithoutClasses_ThePageSaysSoAndLeadsToTheLoading()
    {
        var page = Classes();

        Assert.Equal("Nessuna classe è stata caricata.", page.Find(".empty").TextContent.Trim());
        Assert.Equal("Carica le classi", page.Find("a[href='/classi/carica']").TextContent.Trim());
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Elimina", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Classes_AreListedWithTheirPeopleAndTheDayOnWhichTheyGo()
    {
        await LoadTwoAsync();

        var page = Classes();

        Assert.Equal(["4 A 3 25/11/2020", "5 B 5 25/11/2020"], page.FindAll("tbody tr").Select(Words));
        Assert.Contains("fino al 31/08/2021", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllClasses_AreRemovedOnceItIsConfirmed()
    {
        await LoadTwoAsync();
        var page = Classes();
        Press(page, "Elimina tutte le classi");
        Assert.Contains("Persone: 8.", page.Find("#removal-question").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await Portal.ClassesAsync(School)).Count);

        await page.Find(".btn-danger").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Contains("eliminate. Persone: 8.", page.Find(".notice-success").TextContent, StringComparison.Ordinal));
        Assert.Empty(await Portal.ClassesAsync(School));
        Assert.NotNull(page.Find(".empty"));
    }

    [Fact]
    public async Task Removal_TakenBack_RemovesNothing()
    {
        await LoadTwoAsync();
        var page = Classes();
        Press(page, "Elimina tutte le classi");

        Press(page, "NO");

        Assert.Empty(page.FindAll("#removal-question"));
        Assert.Equal(2, (await Portal.ClassesAsync(School)).Count);
    }

    [Fact]
    public async Task Removal_ThatTheDatabaseRefuses_SaysSoAndKeepsAsking()
    {
        await LoadTwoAsync();
        var page = Classes();
        Press(page, "Elimina tutte le classi");
        BreakTheDatabase();

        await page.Find(".btn-danger").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Contains("nulla è stato eliminato", page.Find(".notice-error").TextContent, StringComparison.Ordinal));
        Assert.Equal(2, (await Portal.ClassesAsync(School)).Count);
    }

    [Fact]
    public async Task WhatWasLoaded_IsNotForTheReferent()
    {
        Assert.Equal(Role.Referent, School.Role);
        await LoadTwoAsync();

        Assert.DoesNotContain("Ultime operazioni", Classes().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClass_ShowsItsPeopleAndCanBeRemovedAlone()
    {
        await LoadTwoAsync();
        var page = Class((await Portal.ClassesAsync(School)).Single(row => row.Name == "5 B").Id);
        Assert.Equal("Classe 5 B", page.Find("h1").TextContent);
        Assert.Equal("Abbiati Luca — 01/02/2010 Studente/Alunno Milano (MI) 336 5555555", Words(page.Find("tbody tr")));

        Press(page, "Elimina questa classe");
        await page.Find(".btn-danger").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Equal("classi", Place));
        Assert.Equal("La classe 5 B è stata eliminata.", Services.GetRequiredService<ListMessage>().Take());
        Assert.Equal(["4 A"], (await Portal.ClassesAsync(School)).Select(row => row.Name));
    }

    [Fact]
    public async Task StaffWithoutAClass_WhenRemoved_AreSpokenOfAsPeople()
    {
        await Portal.LoadAsync(School, [Support.Rosters.Person(change: d => (d.Role, d.ClassName, d.Section, d.BirthDate) =
            (CovidSchoolReporting.Domain.People.PersonRole.AuxiliaryStaff, "", "", "13/01/1980"))]);
        var page = Class((await Portal.ClassesAsync(School))[0].Id);
        Press(page, "Elimina questa classe");

        await page.Find(".btn-danger").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Equal("classi", Place));
        Assert.Equal("Il personale senza classe è stato eliminato dall'elenco.", Services.GetRequiredService<ListMessage>().Take());
    }

    [Fact]
    public async Task AnotherInstitutesClass_LooksLikeOneThatNeverWas()
    {
        var other = await Portal.AddSchoolAsync("Pascoli");
        await Portal.LoadAsync(other, Support.Rosters.Class(5));

        var foreign = Class((await Portal.ClassesAsync(other))[0].Id, wait: false);
        var none = Class(987_654, wait: false);

        Assert.Equal(2, TimesNotFound);
        Assert.Equal(none.Markup, foreign.Markup);
        Assert.NotNull(Classes().Find(".empty"));
    }

    private async Task LoadTwoAsync()
    {
        await Portal.LoadAsync(School, Support.Rosters.Class(5));
        await Portal.LoadAsync(School, Support.Rosters.Class(3, d => (d.ClassName, d.Section) = ("4", "A")));
    }

    private IRenderedComponent<ClassesPage> Classes()
    {
        var page = Render<ClassesPage>();
        page.WaitForElement("a[href='/classi/carica']");
        return page;
    }

    private IRenderedComponent<ClassPage> Class(int id, bool wait = true)
    {
        var page = Render<ClassPage>(parameters => parameters.Add(p => p.ClassId, id));
        if (wait)
        {
            page.WaitForElement("table");
        }

        return page;
    }

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
