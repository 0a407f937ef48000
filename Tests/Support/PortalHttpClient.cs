using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>A browser without eyes: keeps cookies, follows redirects, fills in forms as they stand in the page.</summary>
public sealed class PortalHttpClient(Uri address) : IDisposable
{
    private const int MostRedirects = 15;

    /// <summary>The same cookies, no redirects followed.</summary>
    public HttpClient Raw => field ??= new HttpClient(
        new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies })
    { BaseAddress = address };

    public CookieContainer Cookies { get; } = new();

    public Task<PortalPage> OpenAsync(string path) => FollowAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, path)));

    /// <summary>Posts a form of the page, hidden fields included.</summary>
    /// <param name="action">How the form's action begins.</param>
    public Task<PortalPage> SubmitAsync(PortalPage page, string action, params (string Name, string Value)[] fields) =>
        SubmitAsync(page, action, CancellationToken.None, fields);

    /// <inheritdoc cref="SubmitAsync(PortalPage, string, ValueTuple{string, string}[])"/>
    /// <param name="patience">Gives up waiting, as a browser does when its tab is closed.</param>
    public Task<PortalPage> SubmitAsync(
        PortalPage page, string action, CancellationToken patience, params (string Name, string Value)[] fields)
    {
        var form = page.Document.Forms.First(f => f.GetAttribute("action")!.StartsWith(action, StringComparison.Ordinal));
        var values = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden")
            .Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return FollowAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(page.Address, form.GetAttribute("action")!))
        {
            Content = new FormUrlEncodedContent(values),
        }, patience);
    }

    /// <summary>Signs in through the provider with a button of the demonstration.</summary>
    /// <returns>The page that the sign-in ended on.</returns>
    public async Task<PortalPage> SignInAsAsync(string email, string path = "/") =>
        await SubmitAsync(await OpenAsync(path), "/accesso", ("dimostrazione", email));

    /// <summary>Signs in through the provider's form.</summary>
    public async Task<PortalPage> SignInAsync(string email, string password) =>
        await SubmitAsync(await OpenAsync("/"), "/accesso", ("email", email), ("password", password));

    public void Dispose() => Raw.Dispose();

    private async Task<PortalPage> FollowAsync(HttpRequestMessage request, CancellationToken patience = default)
    {
        List<Uri> visited = [];
        for (var hop = 0; hop < MostRedirects; hop++)
        {
            visited.Add(request.RequestUri!);
            var response = await Raw.SendAsync(request, patience);
            if (response.Headers.Location is not { } location || (int)response.StatusCode is < 300 or > 399)
            {
                return await PortalPage.ReadAsync(response, visited);
            }

            request = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, location));
        }

        throw new InvalidOperationException($"Redirected in circles: {string.Join(" > ", visited)}");
    }
}

/// <param name="Visited">Every address on the way, the last one included.</param>
public sealed record PortalPage(HttpStatusCode Status, HttpResponseHeaders Headers, IReadOnlyList<Uri> Visited, IHtmlDocument Document)
{
    public Uri Address => Visited[^1];

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string Text => Document.Body?.TextContent ?? "";

    internal static async Task<PortalPage> ReadAsync(HttpResponseMessage response, IReadOnlyList<Uri> visited) =>
        new(response.StatusCode, response.Headers, visited, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()));
}
