using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>
/// A test with visitors at browsers of their own. Whatever it is about, it also proves that no page broke its policy, asked
/// another host for something, or put personal data in an address or a log.
/// </summary>
[Collection(InTheBrowser.Name)]
public abstract class BrowserTest(BrowserFixture fixture) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    protected BrowserFixture Fixture => fixture;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result is TestResult.Failed)
        {
            await KeepPicturesAsync();
        }

        foreach (var visitor in _visitors)
        {
            await visitor.Context.CloseAsync();
        }

        GC.SuppressFinalize(this);
        Assert.Empty(_visitors.SelectMany(v => v.Seen.Violations).Except(KnownViolations.All).Distinct());
        Assert.Empty(_visitors.SelectMany(v => v.Seen.ScriptErrors));
        string[] addresses = [.. _visitors.SelectMany(v => v.Seen.Addresses).Distinct()];
        Assert.DoesNotContain(addresses, address => !IsOwn(address));
        fixture.Traces.AssertNoneIn("addresses", addresses);
        fixture.Traces.AssertNoneIn("the portal's output", fixture.Portal.Lines);
    }

    /// <summary>Opens a browser that knows nothing of the others.</summary>
    /// <param name="portal">Another portal than the shared one.</param>
    protected async Task<Visitor> NewVisitorAsync(PortalProcess? portal = null)
    {
        var visitor = await Visitor.ArriveAsync(fixture.Browser, (portal ?? fixture.Portal).Address, fixture.Traces);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A visitor who is signed in as the referent of that school.</summary>
    protected async Task<Visitor> ReferentOfAsync(School school, string path = "/")
    {
        var visitor = await NewVisitorAsync();
        await visitor.SignInAsync(school.Referent, path);
        return visitor;
    }

    /// <summary>A visitor who is signed in as the other referent of that school.</summary>
    protected async Task<Visitor> ColleagueOfAsync(School school, string path = "/")
    {
        var visitor = await NewVisitorAsync();
        await visitor.SignInAsync(school.Colleague, path);
        return visitor;
    }

    private static bool IsOwn(string address) =>
        new Uri(address) is { Scheme: "data" or "about" or "chrome-error" } or { Host: "localhost" };

    private async Task KeepPicturesAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "browser-failures"));
        var name = string.Concat(TestContext.Current.Test!.TestDisplayName.Split('.')[^1].Take(100).Where(c => char.IsLetterOrDigit(c) || c == '_'));
        foreach (var (page, number) in _visitors.SelectMany(v => v.Context.Pages).Select((page, index) => (page, index + 1)))
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, $"{name}-{number}.png"), FullPage = true });
        }
    }
}
