using Bunit;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.Tests.Components.Contacts;

/// <summary>The guide on the page of a case and in the form of a contact.</summary>
public sealed class ContactAppraisalTests : ReferentContext
{
    private const string TeacherProtected = "Case=Pupil Person=Teacher School=PrimaryOrSecondary Occasion=Lessons PersonMasked=Yes DeskDistance=Yes";

    [Fact]
    public async Task Guide_OfTheCase_AsksWhoIsExposedFirstAndLeadsToTheNewContact()
    {
        var caseId = await Portal.ReportAsync(School);
        var page = Render<ContactGuidePage>(p => p.Add(g => g.CaseId, caseId));
        page.WaitForElement("legend");

        Assert.Equal("Chi è la persona esposta?", page.Find("legend").TextContent);
        Answer(page, "Insegnante");
        Answer(page, "Solo a lezione");
        Answer(page, "No");
        Assert.Contains("È un contatto stretto", page.Find(".guide-verdict").TextContent, StringComparison.Ordinal);
        Assert.Contains("«Nel caso di un alunno positivo»", page.Find(".guide-rule cite").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.FindAll("a").Single(link => link.TextContent.Contains("Aggiungi questa persona", StringComparison.Ordinal)).Click());

        var editor = Show(caseId);
        Assert.Equal($"{(int)PersonRole.Teacher}", editor.Find("#Role").GetAttribute("value"));
        Assert.Contains("non ha indossato sempre la mascherina", editor.Find(".guide-result").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guide_NothingChosen_AsksForAnAnswer()
    {
        var caseId = await Portal.ReportAsync(School);
        var page = Render<ContactGuidePage>(p => p.Add(g => g.CaseId, caseId));
        page.WaitForElement("legend");

        Press(page, "Avanti");

        Assert.Contains("Scegliere una risposta", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Chi è la persona esposta?", page.Find("legend").TextContent);
    }

    [Fact]
    public async Task Guide_AnswerChanged_AsksAgainWhatFollowedFromIt()
    {
        var caseId = await Portal.ReportAsync(School);
        var page = Render<ContactGuidePage>(p => p.Add(g => g.CaseId, caseId));
        page.WaitForElement("legend");
        Answer(page, "Insegnante");
        Answer(page, "Solo a lezione");

        page.Find("button[aria-label='Cambia la risposta: Persona esposta']").Click();

        Assert.Equal("Chi è la persona esposta?", page.Find("legend").TextContent);
        Assert.Equal("guide-Person-Teacher", page.Find("input[type=radio][checked]").Id);
        Answer(page, "Personale ATA");
        Assert.Contains("Chiedere ad ATS", page.Find(".guide-verdict").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button[aria-label='Cambia la risposta: Caso']"));
    }

    [Fact]
    public void Guide_UnknownCase_IsNotFound()
    {
        Render<ContactGuidePage>(p => p.Add(g => g.CaseId, 9999));

        Assert.Equal(1, TimesNotFound);
    }

    [Fact]
    public async Task Form_ClassmateWithRoleAndClassFilledIn_IsAnsweredWithoutAQuestionAndStored()
    {
        var caseId = await Portal.ReportAsync(School);
        var editor = Show(caseId);
        Assert.Contains("indicare prima il ruolo", editor.Find(".appraisal").TextContent, StringComparison.Ordinal);
        Fill(editor);

        Press(editor, "Valuta se è contatto stretto");
        Assert.Contains("È un compagno di classe", editor.Find(".guide-result").TextContent, StringComparison.Ordinal);
        editor.Find("form").Submit();

        editor.WaitForAssertion(() => Assert.Equal($"casi/{caseId}/contatti", Place));
        Assert.Equal("Case=Pupil Person=Pupil SameClass=Yes", Assert.Single((await SheetAsync(caseId)).Contacts).Draft.GuideAnswers);
    }

    [Fact]
    public async Task Form_SupportTeacherUntouched_WantsTheReferentsNote()
    {
        var caseId = await Portal.ReportAsync(School);
        var editor = Show(caseId);
        Fill(editor);
        Type(editor, "Role", $"{(int)PersonRole.SupportTeacher}");
        Type(editor, "BirthDate", "13/01/1980");
        Press(editor, "Valuta se è contatto stretto");
        Answer(editor, "No");

        editor.Find("form").Submit();
        editor.WaitForAssertion(() => Assert.Contains("scrivere una nota", MessageAt(editor, "GuideNote"), StringComparison.Ordinal));
        Type(editor, "GuideNote", "Seduti vicini tutta la mattina");
        editor.Find("form").Submit();

        editor.WaitForAssertion(() => Assert.Equal($"casi/{caseId}/contatti", Place));
        Assert.Equal("Seduti vicini tutta la mattina", Assert.Single((await SheetAsync(caseId)).Contacts).Draft.GuideNote);
    }

    [Fact]
    public async Task Form_RoleChanged_AsksAnewAndStoresNothingOfTheOldAnswers()
    {
        var caseId = await Portal.ReportAsync(School);
        var id = await Portal.AddContactAsync(School, caseId, Teacher());
        var editor = Show(caseId, id);
        Assert.Contains("Non è un contatto stretto", editor.Find(".guide-verdict").TextContent, StringComparison.Ordinal);

        Type(editor, "Role", $"{(int)PersonRole.SupportTeacher}");

        Assert.Empty(editor.FindAll(".guide-verdict"));
        Assert.Contains("contatto fisico", editor.Find("legend[tabindex]").TextContent, StringComparison.Ordinal);
        editor.Find("form").Submit();
        editor.WaitForAssertion(() => Assert.Equal($"casi/{caseId}/contatti", Place));
        Assert.Equal("", Assert.Single((await SheetAsync(caseId)).Contacts).Draft.GuideAnswers);
    }

    [Fact]
    public async Task Form_ClosedCase_ShowsTheAppraisalToBeRead()
    {
        var caseId = await Portal.ReportAsync(School);
        var appraised = await Portal.AddContactAsync(School, caseId, Teacher());
        var plain = await Portal.AddContactAsync(School, caseId);
        await CloseAsync(caseId);

        var editor = Show(caseId, appraised);

        Assert.Contains(GuideTexts.Of(GuideReason.TeacherProtected), editor.Find(".guide-summary").TextContent, StringComparison.Ordinal);
        Assert.Empty(editor.FindAll(".appraisal button"));
        Assert.Contains("La guida non è stata usata", Show(caseId, plain).Find(".appraisal").TextContent, StringComparison.Ordinal);
    }

    private static ContactDraft Teacher() => Drafts.Contact(d =>
        (d.Role, d.BirthDate, d.GuideAnswers) = (PersonRole.Teacher, "13/01/1980", TeacherProtected));

    private static void Answer<TComponent>(IRenderedComponent<TComponent> screen, string answer)
        where TComponent : IComponent
    {
        screen.WaitForState(() => screen.FindAll(".guide-question label").Any(one => one.TextContent == answer));
        var label = screen.FindAll(".guide-question label").Single(one => one.TextContent == answer);
        screen.Find($"[id='{label.GetAttribute("for")}']").Change(true);
        Press(screen, "Avanti");
    }

    private static void Fill(IRenderedComponent<ContactEditor> editor)
    {
        editor.Find("#FiscalCodeUnavailable").Change(true);
        foreach (var (field, text) in new[]
        {
            ("Role", $"{(int)PersonRole.Pupil}"), ("ClassName", "5"), ("Section", "b"), ("Surname", "Valeri"), ("Name", "Valerio"),
            ("FiscalCodeUnavailableReason", "In attesa di rilascio"), ("BirthDate", "13/01/2010"), ("Domicile", "Bertonico (LO)"),
            ("Phone", "336 5555555"), ("LastContactDate", "20/11/2020"),
        })
        {
            Type(editor, field, text);
        }
    }

    private IRenderedComponent<ContactEditor> Show(int caseId, int? contactId = null)
    {
        var editor = Render<ContactEditor>(p => p.Add(e => e.CaseId, caseId).Add(e => e.ContactId, contactId));
        editor.WaitForElement("form");
        return editor;
    }
}
