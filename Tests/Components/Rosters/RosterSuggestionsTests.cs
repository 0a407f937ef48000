using Bunit;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Components.Rosters;

/// <summary>A surname that is typed offers the people of the roster; without a roster all is as it always was.</summary>
public sealed class RosterSuggestionsTests : ReferentContext
{
    [Fact]
    public void Surname_WithoutARoster_IsAPlainField()
    {
        var form = Render<CaseForm>();

        form.WaitForElement("#Surname");
        Assert.Null(form.Find("#Surname").GetAttribute("role"));
        Assert.False(form.Find("#Surname").HasAttribute("blazor:oninput"));
    }

    [Fact]
    public async Task Surname_OneLetter_OffersNobody()
    {
        await Portal.LoadAsync(School, Support.Rosters.Class());
        var form = Render<CaseForm>();
        form.WaitForElement("#Surname").Input("a");

        Assert.Empty(Options(form));
    }

    [Fact]
    public async Task Surname_Beginning_OffersThoseOfTheRosterWithClassAndYear()
    {
        await Portal.LoadAsync(School, Support.Rosters.Class());
        var form = Render<CaseForm>();

        form.WaitForElement("#Surname").Input("br");

        form.WaitForAssertion(() => Assert.Equal(["Brivio Luca · 5 B · 2010"], Options(form)));
    }

    [Fact]
    public async Task Choice_FillsTheEmptyFieldsOfACase()
    {
        await Portal.LoadAsync(School, [Support.Rosters.Person(change: d => (d.Surname, d.Name, d.FiscalCode, d.BirthDate) =
            ("Rossi", "Mario", Drafts.MarioRossi, "01/03/2010"))]);
        var form = Render<CaseForm>();
        Type(form, "Phone", "02 7654321");
        form.Find("#Surname").Input("ro");
        form.WaitForAssertion(() => Assert.NotEmpty(Options(form)));

        form.Find("#Surname-list li").Click();

        form.WaitForAssertion(() => Assert.Equal("Rossi", Value(form, "Surname")));
        Assert.Equal(
            ("Mario", Drafts.MarioRossi, "01/03/2010", "Milano (MI)", "5", "B", "02 7654321"),
            (Value(form, "Name"), Value(form, "FiscalCode"), Value(form, "BirthDate"), Value(form, "Domicile"), Value(form, "ClassName"),
                Value(form, "Section"), Value(form, "Phone")));
        Assert.Empty(Options(form));
    }

    [Fact]
    public async Task Choice_OverTheNameThatStoodThere_IsShownWhole()
    {
        await Portal.LoadAsync(School, Support.Rosters.Class());
        var form = Render<CaseForm>();
        Type(form, "Surname", "Brivio");
        form.Find("#Surname").Input("Briv");
        form.WaitForAssertion(() => Assert.NotEmpty(Options(form)));

        form.Find("#Surname-list li").Click();

        form.WaitForAssertion(() => Assert.Equal("Brivio", Value(form, "Surname")));
    }

    [Fact]
    public async Task Enter_WithNobodyPointedAt_TakesNobody()
    {
        await Portal.LoadAsync(School, Support.Rosters.Class());
        var form = Render<CaseForm>();
        form.WaitForElement("#Surname").Input("Bri");
        form.WaitForAssertion(() => Assert.NotEmpty(Options(form)));

        form.Find("#Surname").TriggerEvent("onsuggestkey", new App.Components.Fields.SuggestKeyEventArgs { Key = "Enter" });

        Assert.Empty(Options(form));
        form.Find("#Surname").Blur();
        Assert.Equal(("Bri", ""), (Value(form, "Surname"), Value(form, "Name")));
    }

    [Fact]
    public async Task Contact_OffersThePlessoOfTheCase()
    {
        var caseId = await Portal.ReportAsync(School);
        await Portal.LoadAsync(School, Support.Rosters.Class());
        var editor = Render<ContactEditor>(parameters => parameters.Add(c => c.CaseId, caseId));
        editor.WaitForElement("#Surname").Input("vig");
        editor.WaitForAssertion(() => Assert.Equal(["Viganò Luca · 5 B · 2010"], Options(editor)));

        editor.Find("#Surname-list li").Click();

        editor.WaitForAssertion(() => Assert.Equal(("Viganò", "336 5555555"), (Value(editor, "Surname"), Value(editor, "Phone"))));
    }

    [Fact]
    public async Task Surname_WhileTheDatabaseCannotBeRead_OffersNobodyAndTheFormLivesOn()
    {
        await Portal.LoadAsync(School, Support.Rosters.Class());
        var form = Render<CaseForm>();
        form.WaitForElement("#Surname");
        LoseTheDatabase();
        form.Find("#Surname").Input("br");
        Assert.Empty(Options(form));

        MendTheDatabase();
        form.Find("#Surname").Input("bri");

        form.WaitForAssertion(() => Assert.Equal(["Brivio Luca · 5 B · 2010"], Options(form)));
    }

    private static IEnumerable<string> Options<TComponent>(IRenderedComponent<TComponent> screen)
        where TComponent : Microsoft.AspNetCore.Components.IComponent =>
        screen.FindAll("#Surname-list li").Select(option => option.TextContent);
}
