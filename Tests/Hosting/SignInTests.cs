using System.Net;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Hosting;

public sealed class SignInTests(DemonstrationPortal demonstration) : IClassFixture<DemonstrationPortal>
{
    private const string Password = "una password di prova";
    private PortalProcess Portal => demonstration.Portal;

    [Fact]
    public async Task Open_Anonymous_GoesThroughTheProviderToTheSignInPage()
    {
        using var client = Portal.NewClient();

        var page = await client.OpenAsync("/");

        Assert.Equal(["/", "/connect/authorize", "/accesso"], page.Visited.Select(v => v.AbsolutePath));
        Assert.Contains("request_uri", page.Visited[1].Query, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "Accesso al portale"), (page.Status, page.Heading));
        Assert.Equal(7, page.Document.QuerySelectorAll("button.account").Length);
        Assert.StartsWith("Dimostrazione: dati inventati", page.Document.QuerySelector(".demonstration")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_DemonstrationAccount_ComesBackSignedIn()
    {
        using var client = Portal.NewClient();

        var page = await client.SignInAsAsync(DemonstrationPortal.Referent);

        Assert.Equal((HttpStatusCode.OK, "/"), (page.Status, page.Address.PathAndQuery));
        Assert.Contains("Giulia Ferrario", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AskedForAPage_ComesBackToThatPage()
    {
        using var client = Portal.NewClient();

        var page = await client.SignInAsAsync(DemonstrationPortal.Referent, "/?pagina=2");

        Assert.Equal("/?pagina=2", page.Address.PathAndQuery);
    }

    [Fact]
    public async Task SignIn_Cookie_IsSmallAndClosedToScripts()
    {
        using var client = Portal.NewClient();

        await client.SignInAsAsync(DemonstrationPortal.Referent);

        var cookie = client.Cookies.GetCookies(Portal.Address)["portale"]!;
        Assert.True(cookie.HttpOnly);
        Assert.InRange(cookie.Value.Length, 1, 600);
    }

    [Fact]
    public async Task SignIn_WrongPasswordAndUnknownAccount_GetTheSameAnswer()
    {
        var email = await demonstration.AddOperatorAsync(Password);
        using var client = Portal.NewClient();

        var wrong = await client.SignInAsync(email, "non è questa");
        var unknown = await client.SignInAsync("chiunque@ats.example", "non è questa");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(Alert(wrong), Alert(unknown));
        Assert.StartsWith("Accesso non riuscito", Alert(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_RightPassword_SignsIn()
    {
        var email = await demonstration.AddOperatorAsync(Password);
        using var client = Portal.NewClient();

        var page = await client.SignInAsync(email, Password);

        Assert.Equal((HttpStatusCode.OK, "/"), (page.Status, page.Address.AbsolutePath));
    }

    [Fact]
    public async Task SignIn_AfterFiveFailures_RightPasswordIsRefusedToo()
    {
        var email = await demonstration.AddOperatorAsync(Password);
        using var client = Portal.NewClient();
        for (var i = 0; i < 5; i++)
        {
            await client.SignInAsync(email, "non è questa");
        }

        var page = await client.SignInAsync(email, Password);

        Assert.Equal((HttpStatusCode.BadRequest, "/accesso"), (page.Status, page.Address.AbsolutePath));
    }

    [Fact]
    public async Task SignIn_EmptyForm_NamesBothFields()
    {
        using var client = Portal.NewClient();

        var page = await client.SignInAsync("", "");

        Assert.Contains("Scrivere l’indirizzo e-mail.", Alert(page), StringComparison.Ordinal);
        Assert.Contains("Scrivere la password.", Alert(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        using var client = Portal.NewClient();
        var page = await client.OpenAsync("/");

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("dimostrazione", DemonstrationPortal.Referent)]);
        using var answer = await client.Raw.PostAsync(page.Address, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(client.Cookies.GetCookies(Portal.Address)["portale-identita"]);
    }

    [Fact]
    public async Task SignIn_ReturnAddressElsewhere_IsNotFollowed()
    {
        using var client = Portal.NewClient();
        var page = await client.OpenAsync("/accesso?ritorno=https://evil.example/connect/authorize?x");

        var after = await client.SubmitAsync(page, "/accesso", ("dimostrazione", DemonstrationPortal.Referent));

        Assert.All(after.Visited, address => Assert.Equal(Portal.Address.Authority, address.Authority));
    }

    [Fact]
    public async Task SignIn_SessionCookiePlantedBefore_GivesThePlanterNothing()
    {
        using var planter = Portal.NewClient();
        await planter.SignInAsAsync(DemonstrationPortal.Referent);
        var planted = planter.Cookies.GetCookies(Portal.Address)["portale"]!.Value;
        using var victim = Portal.NewClient();
        var form = await victim.OpenAsync("/");
        victim.Cookies.Add(Portal.Address, new Cookie("portale", planted));

        var page = await victim.SubmitAsync(form, "/accesso", ("dimostrazione", "operatore@ats.example"));

        Assert.Contains("Sergio Valli", page.Text, StringComparison.Ordinal);
        Assert.Contains("Giulia Ferrario", (await planter.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_OtherLoopbackName_LeadsToThePublicAddress()
    {
        using var client = new PortalHttpClient(new Uri($"http://127.0.0.1:{Portal.Address.Port}"));

        using var answer = await client.Raw.GetAsync("/?pagina=2");

        Assert.Equal(new Uri(Portal.Address, "/?pagina=2"), answer.Headers.Location);
    }

    private static string Alert(PortalPage page) =>
        string.Join(' ', page.Document.QuerySelector("[role=alert]")!.Children.Select(c => c.TextContent.Trim()));
}
