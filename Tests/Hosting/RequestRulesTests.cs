using System.Net;
using System.Net.WebSockets;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Hosting;

public sealed class RequestRulesTests(DemonstrationPortal demonstration) : IClassFixture<DemonstrationPortal>
{
    private PortalProcess Portal => demonstration.Portal;

    [Theory]
    [InlineData("/")]
    [InlineData("/uscita")]
    [InlineData("/identity.css")]
    [InlineData("/health/live")]
    public async Task AnyAnswer_CarriesTheSecurityHeadersAndNoServerName(string path)
    {
        using var client = Portal.NewClient();

        using var answer = await client.Raw.GetAsync(path);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Opener-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task SignedInPage_IsNotStoredAndItsImportMapBearsTheNonce()
    {
        using var client = Portal.NewClient();

        var page = await client.SignInAsAsync(DemonstrationPortal.Referent);

        Assert.True(page.Headers.CacheControl!.NoStore);
        var nonce = page.Document.QuerySelector("script[type=importmap]")!.GetAttribute("nonce");
        Assert.Contains($"'nonce-{nonce}'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedInPage_EveryInlineStyle_IsInThePolicy()
    {
        using var client = Portal.NewClient();

        var page = await client.SignInAsAsync(DemonstrationPortal.Referent);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        var styles = page.Document.QuerySelectorAll("style").Select(s => s.TextContent).ToList();
        Assert.NotEmpty(styles);
        Assert.All(styles, style => Assert.Contains(
            Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style))),
            policy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Head_SignedIn_AnswersLikeGetWithoutABody()
    {
        using var client = Portal.NewClient();
        await client.SignInAsAsync(DemonstrationPortal.Referent);

        using var answer = await client.Raw.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task WebSocket_ForeignOrigin_IsRefused()
    {
        using var client = Portal.NewClient();
        await client.SignInAsAsync(DemonstrationPortal.Referent);

        var failure = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(client, "https://evil.example"));

        Assert.Contains("403", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WebSocket_OwnOrigin_IsTaken()
    {
        using var client = Portal.NewClient();
        await client.SignInAsAsync(DemonstrationPortal.Referent);

        using var socket = await ConnectAsync(client, Portal.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Circuit_Anonymous_GetsUnauthorizedAndNoRedirect()
    {
        using var client = Portal.NewClient();

        using var answer = await client.Raw.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task AnyRequest_ForeignHost_IsRefused()
    {
        using var client = Portal.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/uscita") { Headers = { Host = "evil.example" } };

        using var answer = await client.Raw.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_Anonymous_Answers(string path)
    {
        using var client = Portal.NewClient();

        Assert.Equal("Healthy", await client.Raw.GetStringAsync(path));
    }

    [Fact]
    public async Task SignIn_TooManyAttemptsFromOneAddress_GetsAnItalianPage()
    {
        await using var portal = await PortalProcess.StartAsync(
            new PortalSettings { Configuration = new Dictionary<string, string> { ["Identity:SignInAttemptsPerMinute"] = "3" } });
        using var client = portal.NewClient();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await client.SignInAsync("a@b.example", "non è questa")).Status);
        }

        var page = await client.SignInAsync("a@b.example", "non è questa");

        Assert.Equal((HttpStatusCode.TooManyRequests, "Troppi tentativi di accesso"), (page.Status, page.Heading));
    }

    private async Task<ClientWebSocket> ConnectAsync(PortalHttpClient client, string origin)
    {
        var socket = new ClientWebSocket { Options = { Cookies = client.Cookies } };
        socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new Uri($"ws://{Portal.Address.Authority}/_blazor"), Xunit.TestContext.Current.CancellationToken);
        return socket;
    }
}
