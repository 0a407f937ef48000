using Bunit;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.Tests.Components.Cases;

/// <summary>What the forms say of a person who is known already, and a contact who becomes a case.</summary>
public sealed class KnownPersonTests : ReferentContext
{
    [Fact]
    public async Task CaseForm_PersonReportedAlready_SaysSoWithALinkAndHoldsNobodyUp()
    {
        var known = await Portal.ReportAsync(School);
        var form = Render<CaseForm>();
        form.WaitForElement("form");

        TypePerson(form, "Rossi", "Mario", "1/3/2010");

        form.WaitForAssertion(() => Assert.Contains($"è il caso {known}, ancora aperto", Told(form), StringComparison.Ordinal));
        Assert.Equal($"/casi/{known}", form.Find(".notice-warning a").GetAttribute("href"));
        Assert.Empty(form.FindAll(".field-error"));

        Type(form, "Surname", "Bianchi");
        form.WaitForAssertion(() => Assert.Equal("", Told(form)));
    }

    [Fact]
    public async Task ContactForm_PersonAmongTheContactsOfAnotherCase_SaysSo()
    {
        var other = await Portal.ReportAsync(School);
        var contact = await Portal.AddContactAsync(School, other);
        var caseId = await Portal.ReportAsync(School, Drafts.Case(d => d.Surname = "Bruni"));
        var editor = Render<ContactEditor>(p => p.Add(e => e.CaseId, caseId));
        editor.WaitForElement("form");

        TypePerson(editor, "Valeri", "Valerio", "13/01/2010");

        editor.WaitForAssertion(() => Assert.Contains($"tra i contatti del caso {other}", Told(editor), StringComparison.Ordinal));
        Assert.Equal($"/casi/{other}/contatti/{contact}", editor.Find(".notice-warning a").GetAttribute("href"));
    }

    [Fact]
    public async Task CaseForm_PersonOfAnotherInstitute_LooksLikeANewOne()
    {
        await Portal.ReportAsync(await Portal.AddSchoolAsync());
        var form = Render<CaseForm>();
        form.WaitForElement("form");
        TypePerson(form, "Nessuno", "Mario", "1/3/2010");
        var nowhere = form.Find(".form-section:last-of-type .form-grid").ChildElementCount;

        TypePerson(form, "Rossi", "Mario", "1/3/2010");

        Assert.Equal("", Told(form));
        Assert.Equal(nowhere, form.Find(".form-section:last-of-type .form-grid").ChildElementCount);
    }

    [Fact]
    public async Task CaseForm_FromAContact_IsFilledInAndItsFirstSaveMakesTheCase()
    {
        var caseId = await Portal.ReportAsync(School);
        var contact = await Portal.AddContactAsync(School, caseId);
        SaveOutcome.Saved? saved = null;
        var form = Render<CaseForm>(p => p.Add(f => f.Start, new CaseStart(caseId, contact)).Add(f => f.OnSaved, outcome => saved = outcome));
        form.WaitForElement("form");

        Assert.Equal(("Valeri", "Valerio", "5"), (Value(form, "Surname"), Value(form, "Name"), Value(form, "ClassName")));
        Assert.Equal("Scuola primaria Calvino", Value(form, "SchoolName"));
        Assert.Contains($"tra i contatti del caso {caseId}", Told(form), StringComparison.Ordinal);
        Type(form, "LastDayAttended", "24/11/2020");
        await form.Find("form").SubmitAsync();
        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => Assert.NotNull(saved));
        Assert.Equal(2, (await CasesAsync()).Count);
        Assert.Single((await SheetAsync(caseId)).Contacts);
    }

    [Fact]
    public async Task CaseForm_FromAContactOfNobody_IsNotFound()
    {
        var caseId = await Portal.ReportAsync(School);

        Render<CaseForm>(p => p.Add(f => f.Start, new CaseStart(caseId, 9999)));

        Assert.Equal(1, TimesNotFound);
    }

    [Theory]
    [InlineData("/casi/nuovo", null)]
    [InlineData("/casi/nuovo?dacaso=5&dacontatto=12", "5 12")]
    [InlineData("/casi/nuovo?dacaso=5", "5 0")]
    [InlineData("/casi/nuovo?dacaso=abc&dacontatto=99999999999", "0 0")]
    public void Address_OfAStart_IsReadAsItIsWritten(string address, string? expected)
    {
        var start = CaseStart.Read(address);

        Assert.Equal(expected, start is null ? null : $"{start.CaseId} {start.ContactId}");
        Assert.Equal(new CaseStart(5, 12), CaseStart.Read(CaseStart.From(5, 12)));
    }

    private static void TypePerson<TComponent>(IRenderedComponent<TComponent> screen, string surname, string name, string born)
        where TComponent : IComponent
    {
        Type(screen, "Surname", surname);
        Type(screen, "Name", name);
        Type(screen, "BirthDate", born);
    }

    private static string Told<TComponent>(IRenderedComponent<TComponent> screen)
        where TComponent : IComponent => string.Concat(screen.FindAll(".notice-warning").Select(notice => notice.TextContent));
}
