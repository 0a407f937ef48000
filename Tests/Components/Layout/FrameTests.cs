using Bunit;
using Bunit.TestDoubles;
using CovidSchoolReporting.App.Components.Layout;
using CovidSchoolReporting.App.Features.Guide;
using CovidSchoolReporting.App.Features.Home;
using CovidSchoolReporting.App.Features.Legal;
using CovidSchoolReporting.App.Features.Retention;
using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Tests.Components.Layout;

public sealed class FrameTests : ScreenContext
{
    private readonly BunitAuthorizationContext _authorization;

    public FrameTests()
    {
        _authorization = this.AddAuthorization();

        // They ask the database, and have tests of their own.
        ComponentFactories.AddStub<AnnouncedRemoval>();
        ComponentFactories.AddStub<WaitingWork>();
    }

    [Theory]
    [InlineData(Role.HeadTeacher, "Home,Casi,Classi,Guida")]
    [InlineData(Role.Referent, "Home,Casi,Classi,Guida")]
    [InlineData(Role.AgencyOperator, "Home,Casi ricevuti,Doppioni,Focolai,Andamento,Esporta,Guida")]
    [InlineData(Role.AgencyAdministrator, "Home,Regole,Lettere,Utenti,Istituti,Conservazione,Registro,Guida")]
    public void Navigation_ForARole_OffersOnlyItsPlaces(Role role, string expected)
    {
        SignIn(role);

        var navigation = Render<SiteNavigation>();

        Assert.Equal(expected.Split(','), navigation.FindAll("a").Select(link => link.TextContent));
    }

    [Fact]
    public void UserMenu_SignedIn_ShowsNameAndRoleAndARealFormToLeave()
    {
        SignIn(Role.Referent);

        var menu = Render<UserMenu>();

        Assert.Equal("Giulia Ferrario", menu.Find(".user-name").TextContent);
        Assert.Equal("Referente COVID", menu.Find(".user-role").TextContent);
        var form = menu.Find("form");
        Assert.Equal("post", form.GetAttribute("method"));
        Assert.Equal("/esci", form.GetAttribute("action"));
        Assert.Contains("ESCI", form.QuerySelector("button")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void UserMenu_SignedOut_IsEmpty() => Assert.Equal("", Render<UserMenu>().Markup.Trim());

    [Fact]
    public void Banner_OnADemonstrationDay_NamesTheDay() =>
        Assert.Contains("Dimostrazione: dati inventati, data di lavoro 25/11/2020", Render<DemonstrationBanner>().Markup, StringComparison.Ordinal);

    [Theory]
    [InlineData(Role.Referent, "Piattaforma Web di Caricamento Dati", "casi")]
    [InlineData(Role.AgencyOperator, "Area di lavoro ATS", "ats/casi")]
    public void Home_ForARole_OpensItsOwnFirstSectionAndNoOther(Role role, string title, string address)
    {
        SignIn(role);

        var home = Render<HomePage>();

        Assert.Equal(title, home.Find("h1").TextContent);
        Assert.Equal(address, Assert.Single(home.FindAll(".card a")).GetAttribute("href"));
        Assert.Equal(2, home.FindAll(".card-closed .badge").Count(badge => badge.TextContent.Contains("non ancora aperta", StringComparison.Ordinal)));
    }

    [Fact]
    public void Home_ForAnAdministrator_LeadsToEachPartOfTheAdministration()
    {
        SignIn(Role.AgencyAdministrator);

        var home = Render<HomePage>();

        Assert.Equal(
            ["/ats/regole", "/ats/lettere", "/ats/utenti", "/ats/istituti", "/ats/conservazione", "/ats/registro"],
            home.FindAll(".card a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Guide_Contents_LeadToEverySection()
    {
        var guide = Render<GuidePage>();

        var targets = guide.FindAll(".contents a").Select(link => link.GetAttribute("data-focus")).ToList();
        Assert.Equal(7, targets.Count);
        Assert.Equal(guide.FindAll(".document-body h2").Select(heading => heading.Id), targets);
    }

    [Theory]
    [InlineData(typeof(GuideItalian), typeof(GuideEnglish))]
    [InlineData(typeof(PrivacyItalian), typeof(PrivacyEnglish))]
    [InlineData(typeof(AccessibilityItalian), typeof(AccessibilityEnglish))]
    public void Document_InBothLanguages_HasTheSameSectionsAndRows(Type italian, Type english)
    {
        string[] ShapeOf(Type document) =>
            [.. Render(builder => { builder.OpenComponent(0, document); builder.CloseComponent(); })
                .FindAll(".document-body h2, .document-body tr, .document-body li").Select(part => part.Id ?? part.LocalName)];

        Assert.Equal(ShapeOf(italian), ShapeOf(english));
    }

    private void SignIn(Role role) => _authorization.SetAuthorized("Giulia Ferrario").SetRoles(role.ToString());
}
