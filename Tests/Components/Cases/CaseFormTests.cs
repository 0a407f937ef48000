using Bunit;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Components.Cases;

public sealed class CaseFormTests : ReferentContext
{
    private readonly List<SaveOutcome.Saved> _saved = [];

    [Fact]
    public void Form_New_BeginsWithTheOwnSchool()
    {
        var form = Show();

        Assert.Equal("Milano (MI)", Value(form, "SiteMunicipality"));
        Assert.Equal("Scuola primaria Calvino", Value(form, "SchoolName"));
        Assert.Equal("", Value(form, "Surname"));
    }

    [Fact]
    public async Task Form_SecondCase_BeginsWithTheSchoolAndReferentOfTheLastSave()
    {
        await Portal.ReportAsync(School);

        var form = Show();

        Assert.Equal("Bianchi Anna", Value(form, "ReferentName"));
        Assert.Equal("", Value(form, "Surname"));
    }

    [Fact]
    public async Task Save_EmptyFields_ShowsTheManualsHeadingALinkAndARedMessageForEach()
    {
        var form = Show();

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Contains(
            "ERRORE! Salvataggio non riuscito. Correggere i dati indicati in rosso", form.Find(".error-summary h2").TextContent, StringComparison.Ordinal));
        foreach (var field in new[] { "ClassName", "Section", "Role", "Surname", "Name", "FiscalCode", "BirthDate", "Domicile", "Phone", "LastDayAttended" })
        {
            Assert.Contains("Campo obbligatorio", MessageAt(form, field), StringComparison.Ordinal);
            Assert.Equal("true", form.Find($"#{field}").GetAttribute("aria-invalid"));
            Assert.Single(form.FindAll($".error-summary a[data-focus={field}]"));
        }

        Assert.Empty(await CasesAsync());
        Assert.Empty(_saved);
    }

    [Fact]
    public void Field_LeftWithAFault_SaysSoAtOnceAndAloneAndKeepsTheText()
    {
        var form = Show();

        Type(form, "LastDayAttended", "31/02/2020");

        Assert.Contains("Data non valida", MessageAt(form, "LastDayAttended"), StringComparison.Ordinal);
        Assert.Equal("31/02/2020", Value(form, "LastDayAttended"));
        Assert.Equal("", MessageAt(form, "Surname"));
        Assert.Empty(form.FindAll(".error-summary"));
    }

    [Theory]
    [InlineData("20-11-2020")]
    [InlineData("20.11.20")]
    [InlineData("201120")]
    public void Date_TypedLoosely_IsTidied(string typed)
    {
        var form = Show();

        Type(form, "LastDayAttended", typed);

        Assert.Equal("20/11/2020", Value(form, "LastDayAttended"));
        Assert.Equal("", MessageAt(form, "LastDayAttended"));
    }

    [Fact]
    public void FiscalCode_Valid_FillsBirthDateAndSex()
    {
        var form = Show();

        Type(form, "FiscalCode", " rssmra10c01 f205i ");

        Assert.Equal(Drafts.MarioRossi, Value(form, "FiscalCode"));
        Assert.Equal("01/03/2010", Value(form, "BirthDate"));
        Assert.Equal("Maschio", form.Find("#Sex option[selected]").TextContent);
    }

    [Fact]
    public async Task Save_Complete_StoresTheCaseAndTells()
    {
        var form = Show();
        Fill(form);

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Single(_saved));
        var stored = (await SheetAsync(_saved[0].Id)).Draft;
        Assert.Equal(("Rossi", "Mario", "20/11/2020", Sex.Male), (stored.Surname, stored.Name, stored.LastDayAttended, stored.Sex));
    }

    [Fact]
    public async Task Save_SubmittedTwice_SavesOnce()
    {
        var form = Show();
        Fill(form);
        Saves.Hold();

        var first = form.Find("form").SubmitAsync();
        Assert.True(Button(form, "Salva segnalazione").HasAttribute("disabled"));
        await form.Find("form").SubmitAsync();
        Saves.LetGo();
        await first;

        form.WaitForAssertion(() => Assert.Single(_saved));
        Assert.Equal(1, Saves.Begun);
        Assert.Single(await CasesAsync());
    }

    [Fact]
    public async Task Save_Unlikely_AsksAndStoresWhatWasConfirmed()
    {
        var form = Show();
        Fill(form);
        form.Find("#FiscalCodeUnavailable").Change(true);
        Type(form, "FiscalCodeUnavailableReason", "In attesa di rilascio");
        Type(form, "BirthDate", "1/3/1990");

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Contains("Lo studente ha più di 25 anni", form.Find(".warnings").TextContent, StringComparison.Ordinal));
        Assert.Empty(await CasesAsync());

        Press(form, "Confermo, salva");

        form.WaitForAssertion(() => Assert.Single(_saved));
        await using var context = await Portal.OpenAsync();
        var stored = await context.Set<CovidCase>().SingleAsync();
        Assert.Equal(RuleCodes.PupilTooOld, Assert.Single(stored.ConfirmedWarnings).Code);
    }

    [Fact]
    public async Task Save_Unlikely_BackToTheFieldsSavesNothing()
    {
        var form = Show();
        Fill(form);
        Type(form, "FiscalCode", "");
        form.Find("#FiscalCodeUnavailable").Change(true);
        Type(form, "FiscalCodeUnavailableReason", "In attesa di rilascio");
        Type(form, "BirthDate", "1/3/1990");
        form.Find("form").Submit();
        form.WaitForElement(".warnings");

        Press(form, "Torno a correggere");

        Assert.Empty(form.FindAll(".warnings"));
        Assert.Equal("01/03/1990", Value(form, "BirthDate"));
        Assert.Empty(await CasesAsync());
    }

    [Fact]
    public async Task Form_ClosedCase_IsReadOnlyAndSaysWhy()
    {
        var id = await Portal.ReportAsync(School);
        await CloseAsync(id);

        var form = Show(id);

        AssertLocked(form);
    }

    [Fact]
    public async Task Form_ColleagueCloses_TurnsReadOnlyAndKeepsTheTyping()
    {
        var id = await Portal.ReportAsync(School);
        var form = Show(id);
        Type(form, "Surname", "Verdi");

        await CloseAsync(id);

        form.WaitForAssertion(() => AssertLocked(form));
        Assert.Equal("Verdi", Value(form, "Surname"));
        Assert.Contains("Quanto era stato scritto e non salvato resta visibile", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_ColleagueSavesAndNothingIsTyped_ShowsTheNewValues()
    {
        var id = await Portal.ReportAsync(School);
        var form = Show(id);

        await AmendAsync(id, draft => draft.Section = "C");

        form.WaitForAssertion(() => Assert.Equal("C", Value(form, "Section")));
    }

    [Fact]
    public async Task Form_ColleagueSavesUnderTyping_WarnsAndOverwritesNothing()
    {
        var id = await Portal.ReportAsync(School);
        var form = Show(id);
        Type(form, "Surname", "Verdi");

        await AmendAsync(id, draft => draft.Section = "C");

        form.WaitForAssertion(() => Assert.Contains("ha salvato una versione più recente", form.Markup, StringComparison.Ordinal));
        Assert.Equal("Verdi", Value(form, "Surname"));
        Assert.Equal("B", Value(form, "Section"));
    }

    [Fact]
    public async Task Save_OverANewerVersion_ShowsBothValuesAndSavesTheChosen()
    {
        var id = await Portal.ReportAsync(School);
        var form = Show(id);
        Type(form, "Surname", "Verdi");
        await AmendAsync(id, draft => draft.Section = "C");

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Equal(
            ["Sezione", "Cognome"], form.FindAll("tbody th[scope=row]").Select(field => field.TextContent)));
        Assert.Equal(["B", "C", "Verdi", "Rossi"], form.FindAll("tbody label").Select(value => value.TextContent));
        Assert.Equal("Rossi", (await SheetAsync(id)).Row.Surname);

        // What was not typed here is the colleague's unless the user says otherwise.
        Assert.True(form.Find("#choose-Section-theirs").HasAttribute("checked"));
        form.Find("#choose-Section-mine").Change(true);
        Press(form, "Salva i valori scelti");

        form.WaitForAssertion(() => Assert.Single(_saved));
        var stored = (await SheetAsync(id)).Draft;
        Assert.Equal(("Verdi", "B"), (stored.Surname, stored.Section));
    }

    [Fact]
    public async Task Save_DatabaseCannotBeWritten_SaysSoAndKeepsTheTyping()
    {
        var form = Show();
        Fill(form);
        BreakTheDatabase();

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Contains("nulla è stato registrato", form.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Rossi", Value(form, "Surname"));
        Assert.Empty(_saved);
        Assert.Empty(await CasesAsync());
    }

    [Fact]
    public async Task Form_UnknownOrForeignCase_IsNotFoundAlike()
    {
        var other = await Portal.AddSchoolAsync("Volta");
        var foreign = await Portal.ReportAsync(other, Drafts.Case(d => d.SchoolName = "Scuola primaria Volta"));

        var unknownMarkup = Render<CaseForm>(p => p.Add(f => f.CaseId, 9999)).Markup;
        var foreignMarkup = Render<CaseForm>(p => p.Add(f => f.CaseId, foreign)).Markup;

        Assert.Equal(2, TimesNotFound);
        Assert.Equal(unknownMarkup, foreignMarkup);
    }

    private static void AssertLocked(IRenderedComponent<CaseForm> form)
    {
        Assert.Contains("Il caso è chiuso: può essere consultato ma non modificato", form.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.All(form.FindAll("input.input"), input => Assert.True(input.HasAttribute("readonly"), input.Id));
        Assert.Empty(form.FindAll("select"));
        Assert.Empty(form.FindAll("button[type=submit]"));
    }

    /// <summary>What a new case does not bring along.</summary>
    private static void Fill(IRenderedComponent<CaseForm> form)
    {
        foreach (var (field, text) in new[]
        {
            ("ClassName", "5"), ("Section", "B"), ("ReferentName", "Bianchi Anna"), ("ReferentPhone", "02 1234567"),
            ("ReferentEmail", "referente@scuola.example.it"), ("Role", $"{(int)PersonRole.Pupil}"), ("Surname", "Rossi"), ("Name", "Mario"),
            ("FiscalCode", Drafts.MarioRossi), ("Domicile", "Milano (MI)"), ("Phone", "333 1234567"), ("LastDayAttended", "20/11/2020"),
        })
        {
            Type(form, field, text);
        }
    }

    private IRenderedComponent<CaseForm> Show(int? id = null)
    {
        var form = Render<CaseForm>(p => p.Add(f => f.CaseId, id).Add(f => f.OnSaved, _saved.Add));
        form.WaitForElement("form");
        return form;
    }
}
