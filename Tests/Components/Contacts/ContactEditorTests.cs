using Bunit;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Contacts;

public sealed class ContactEditorTests : ReferentContext
{
    [Fact]
    public async Task Save_NewContact_StoresItAndLeadsToTheContactsWithAMessage()
    {
        var caseId = await Portal.ReportAsync(School);
        var editor = Show(caseId);
        Fill(editor);

        editor.Find("form").Submit();

        editor.WaitForAssertion(() => Assert.Equal($"casi/{caseId}/contatti", Place));
        var stored = Assert.Single((await SheetAsync(caseId)).Contacts).Draft;
        Assert.Equal(("Valeri", "Valerio", "20/11/2020", "Bertonico (LO)"), (stored.Surname, stored.Name, stored.LastContactDate, stored.Domicile));
        Assert.Contains("inserito correttamente", Services.GetRequiredService<ListMessage>().Take(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_OfTheCase_StandsAboveTheFields()
    {
        var caseId = await Portal.ReportAsync(School);

        var editor = Show(caseId);

        Assert.Contains($"{caseId}", editor.Markup, StringComparison.Ordinal);
        Assert.Contains("Rossi", editor.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveAndAddAnother_KeepsWhatAClassSharesAndEmptiesTheRest()
    {
        var caseId = await Portal.ReportAsync(School);
        var editor = Show(caseId);
        Fill(editor);

        Press(editor, "Salva e aggiungi un altro");

        editor.WaitForAssertion(() => Assert.Contains("Valeri Valerio", editor.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Equal(("5", "B", "Bertonico (LO)"), (Value(editor, "ClassName"), Value(editor, "Section"), Value(editor, "Domicile")));
        Assert.Equal($"{(int)PersonRole.Pupil}", editor.Find("#Role option[selected]").GetAttribute("value"));
        Assert.All(["Surname", "Name", "Phone", "BirthDate", "LastContactDate"], field => Assert.Equal("", Value(editor, field)));
        Assert.Equal("", Place);

        Fill(editor, "Neri");
        editor.Find("form").Submit();

        editor.WaitForAssertion(() => Assert.NotEqual("", Place));
        Assert.Equal(["Valeri", "Neri"], (await SheetAsync(caseId)).Contacts.Select(c => c.Draft.Surname));
    }

    [Fact]
    public async Task Save_WithoutLastContact_ShowsTheManualsMessage()
    {
        var caseId = await Portal.ReportAsync(School);
        var editor = Show(caseId);
        Fill(editor);
        Type(editor, "LastContactDate", "");

        editor.Find("form").Submit();

        editor.WaitForAssertion(() => Assert.Contains(
            "Data di ultimo contatto obbligatoria", editor.Find(".error-summary li").TextContent, StringComparison.Ordinal));
        Assert.Contains("Data di ultimo contatto obbligatoria", MessageAt(editor, "LastContactDate"), StringComparison.Ordinal);
        Assert.Empty((await SheetAsync(caseId)).Contacts);
        Assert.Equal("Valeri", Value(editor, "Surname"));
    }

    [Fact]
    public async Task Save_OutsideTheWindow_WantsAReasonAndStoresIt()
    {
        var caseId = await Portal.ReportAsync(School);
        var editor = Show(caseId);
        Fill(editor);
        Type(editor, "LastContactDate", "10/11/2020");
        editor.Find("form").Submit();
        editor.WaitForElement(".warnings");

        var reason = FormDraft.ReasonKey(RuleCodes.LastContactOutsideWindow, nameof(ContactDraft.LastContactDate));

        Press(editor, "Confermo, salva");

        Assert.Contains("Indicare il motivo", MessageAt(editor, reason), StringComparison.Ordinal);
        Assert.Empty((await SheetAsync(caseId)).Contacts);

        editor.Find($"#{reason}").Change("Gita scolastica");
        Press(editor, "Confermo, salva");

        editor.WaitForAssertion(() => Assert.NotEqual("", Place));
        await using var context = await Portal.OpenAsync();
        var warning = Assert.Single((await context.Set<Contact>().SingleAsync()).ConfirmedWarnings);
        Assert.Equal((RuleCodes.LastContactOutsideWindow, "Gita scolastica"), (warning.Code, warning.Reason));
    }

    [Fact]
    public async Task Save_AmendedContact_StoresTheChange()
    {
        var caseId = await Portal.ReportAsync(School);
        var id = await Portal.AddContactAsync(School, caseId);
        var editor = Show(caseId, id);
        Assert.Equal("Valeri", Value(editor, "Surname"));
        Assert.DoesNotContain(editor.FindAll("button"), button => button.TextContent == "Salva e aggiungi un altro");

        Type(editor, "Surname", "Valeriani");
        editor.Find("form").Submit();

        editor.WaitForAssertion(() => Assert.Equal($"casi/{caseId}/contatti", Place));
        Assert.Equal("Valeriani", Assert.Single((await SheetAsync(caseId)).Contacts).Draft.Surname);
    }

    [Fact]
    public async Task Save_SubmittedTwice_AddsOneContact()
    {
        var caseId = await Portal.ReportAsync(School);
        var editor = Show(caseId);
        Fill(editor);
        Saves.Hold();

        var first = editor.Find("form").SubmitAsync();
        await PressAsync(editor, "Salva e aggiungi un altro");
        Saves.LetGo();
        await first;

        Assert.Equal(1, Saves.Begun);
        Assert.Single((await SheetAsync(caseId)).Contacts);
    }

    [Fact]
    public async Task FiscalCode_OfTheCaseItself_IsAWarning()
    {
        var caseId = await Portal.ReportAsync(School, Drafts.Case(d =>
            (d.FiscalCode, d.FiscalCodeUnavailable, d.FiscalCodeUnavailableReason) = (Drafts.MarioRossi, false, "")));
        var editor = Show(caseId);

        Type(editor, "Surname", "Rossi");
        Type(editor, "Name", "Mario");
        Type(editor, "FiscalCode", Drafts.MarioRossi);

        Assert.Contains("Questa persona è il caso stesso", MessageAt(editor, "Surname"), StringComparison.Ordinal);
        Assert.Equal("01/03/2010", Value(editor, "BirthDate"));
    }

    [Fact]
    public async Task Delete_Yes_TakesTheContactAway()
    {
        var caseId = await Portal.ReportAsync(School);
        var id = await Portal.AddContactAsync(School, caseId);
        var editor = Show(caseId, id, deleting: true);
        Assert.Equal("Conferma l'eliminazione di questo contatto?", editor.Find("#delete-question").TextContent);
        Assert.All(editor.FindAll("input.input"), input => Assert.True(input.HasAttribute("readonly"), input.Id));

        Press(editor, "SÌ");

        editor.WaitForAssertion(() => Assert.Equal($"casi/{caseId}/contatti", Place));
        Assert.Empty((await SheetAsync(caseId)).Contacts);
    }

    [Fact]
    public async Task Delete_No_LeadsBackAndDeletesNothing()
    {
        var caseId = await Portal.ReportAsync(School);
        var id = await Portal.AddContactAsync(School, caseId);

        var editor = Show(caseId, id, deleting: true);

        var no = editor.FindAll("a.btn-answer").Single();
        Assert.Equal(("NO", $"/casi/{caseId}/contatti"), (no.TextContent, no.GetAttribute("href")));
        Assert.Single((await SheetAsync(caseId)).Contacts);
    }

    [Fact]
    public async Task Delete_DatabaseCannotBeWritten_SaysSoAndDeletesNothing()
    {
        var caseId = await Portal.ReportAsync(School);
        var id = await Portal.AddContactAsync(School, caseId);
        var editor = Show(caseId, id, deleting: true);
        BreakTheDatabase();

        Press(editor, "SÌ");

        editor.WaitForAssertion(() => Assert.Contains("il contatto non è stato eliminato", editor.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("", Place);
        Assert.Single((await SheetAsync(caseId)).Contacts);
    }

    [Fact]
    public async Task Editor_CaseClosedMeanwhile_TurnsReadOnlyAndKeepsTheTyping()
    {
        var caseId = await Portal.ReportAsync(School);
        var editor = Show(caseId);
        Type(editor, "Surname", "Verdi");

        await CloseAsync(caseId);

        editor.WaitForAssertion(() => Assert.Contains(
            editor.FindAll(".notice"), notice => notice.TextContent.Contains("Il caso è chiuso", StringComparison.Ordinal)));
        Assert.True(editor.Find("#Surname").HasAttribute("readonly"));
        Assert.Equal("Verdi", Value(editor, "Surname"));
        Assert.Empty(editor.FindAll("button[type=submit]"));
    }

    [Fact]
    public async Task Editor_UnknownContactOrCase_IsNotFound()
    {
        var caseId = await Portal.ReportAsync(School);

        Render<ContactEditor>(p => p.Add(e => e.CaseId, caseId).Add(e => e.ContactId, 9999));
        Render<ContactEditor>(p => p.Add(e => e.CaseId, 9999));

        Assert.Equal(2, TimesNotFound);
    }

    private static void Fill(IRenderedComponent<ContactEditor> editor, string surname = "Valeri")
    {
        editor.Find("#FiscalCodeUnavailable").Change(true);
        editor.WaitForElement("#FiscalCodeUnavailableReason"); // The screen may be following its own save just now.
        foreach (var (field, text) in new[]
        {
            ("Role", $"{(int)PersonRole.Pupil}"), ("ClassName", "5"), ("Section", "B"), ("Surname", surname), ("Name", "Valerio"),
            ("FiscalCodeUnavailableReason", "In attesa di rilascio"), ("BirthDate", "13/01/2010"), ("Domicile", "Bertonico (LO)"),
            ("Phone", "336 5555555"), ("LastContactDate", "20/11/2020"),
        })
        {
            Type(editor, field, text);
        }
    }

    private IRenderedComponent<ContactEditor> Show(int caseId, int? contactId = null, bool deleting = false)
    {
        var editor = Render<ContactEditor>(p => p
            .Add(e => e.CaseId, caseId).Add(e => e.ContactId, contactId).Add(e => e.IsDeleting, deleting));
        editor.WaitForElement("form");
        return editor;
    }
}
