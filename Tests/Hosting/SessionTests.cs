using System.Net;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Hosting;

public sealed class SessionTests(DemonstrationPortal demonstration) : IClassFixture<DemonstrationPortal>
{
    private PortalProcess Portal => demonstration.Portal;

    [Fact]
    public async Task SignOut_WithoutAntiforgeryToken_IsRefusedAndTheSessionGoesOn()
    {
        using var client = Portal.NewClient();
        await client.SignInAsAsync(DemonstrationPortal.Referent);

        using var answer = await client.Raw.PostAsync("/esci", null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("/", (await client.OpenAsync("/")).Address.AbsolutePath);
    }

    [Fact]
    public async Task SignOut_ThenTheOldCookie_OpensNothing()
    {
        using var client = Portal.NewClient();
        var home = await client.SignInAsAsync(DemonstrationPortal.Referent);
        var kept = client.Cookies.GetCookies(Portal.Address)["portale"]!.Value;

        var page = await client.SubmitAsync(home, "/esci");
        client.Cookies.Add(new Cookie("portale", kept, "/", Portal.Address.Host));
        var again = await client.OpenAsync("/");

        Assert.Equal(["/esci", "/connect/logout", "/signout-callback-oidc", "/uscita"], page.Visited.Select(v => v.AbsolutePath));
        Assert.Equal("Uscita effettuata", page.Heading);
        Assert.Equal("/accesso", again.Address.AbsolutePath);
    }

    [Fact]
    public async Task Enter_LedThereByAnyLink_LeavesTheOpenSessionAlone()
    {
        using var client = Portal.NewClient();
        await client.SignInAsAsync(DemonstrationPortal.Referent);
        var kept = client.Cookies.GetCookies(Portal.Address)["portale"]!.Value;

        var page = await client.OpenAsync("/accedi?ritorno=/%3Fpagina=2");

        Assert.Equal("/?pagina=2", page.Address.PathAndQuery);
        Assert.Equal(kept, client.Cookies.GetCookies(Portal.Address)["portale"]!.Value);
    }

    [Fact]
    public async Task Disable_WhileSignedIn_EndsTheSessionAndRefusesTheNext()
    {
        var email = await demonstration.AddOperatorAsync("una password di prova");
        using var client = Portal.NewClient();
        await client.SignInAsync(email, "una password di prova");

        await Portal.CommandAsync(["users", "disable", email]);
        var page = await client.OpenAsync("/");

        Assert.Equal((HttpStatusCode.Forbidden, "Account disattivato"), (page.Status, page.Heading));
        Assert.NotNull(page.Document.QuerySelector("form[action='/esci']"));
    }

    [Fact]
    public async Task Kill_WhileSomeAreSignedInAndOthersSigningIn_BothGoOnAfterTheRestart()
    {
        await using var portal = await PortalProcess.StartAsync();
        using var inside = portal.NewClient();
        using var onTheWay = portal.NewClient();
        await inside.SignInAsAsync(DemonstrationPortal.Referent);
        var form = await onTheWay.OpenAsync("/");

        await portal.KillAsync();
        await portal.StartAsync();

        Assert.Equal("/", (await inside.OpenAsync("/")).Address.AbsolutePath);
        var page = await onTheWay.SubmitAsync(form, "/accesso", ("dimostrazione", "operatore@ats.example"));
        Assert.Equal((HttpStatusCode.OK, "/"), (page.Status, page.Address.AbsolutePath));
    }

    [Theory]
    [InlineData("/sessione-terminata", "Sessione terminata")]
    [InlineData("/uscita", "Uscita effettuata")]
    public async Task Notice_Anonymous_IsShownWithTheWayBack(string path, string heading)
    {
        using var client = Portal.NewClient();

        var page = await client.OpenAsync(path + "?ritorno=%2Fcasi%2F3");

        Assert.Equal((HttpStatusCode.OK, heading), (page.Status, page.Heading));
        Assert.Equal("/accedi?ritorno=%2Fcasi%2F3", page.Document.QuerySelector("a.bottone")!.GetAttribute("href"));
    }
}
