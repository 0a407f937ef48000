using System.Globalization;
using CovidSchoolReporting.Tests.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser;

/// <summary>How much travels between the portal and a browser.</summary>
public sealed class WireTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const int RowsOfAPage = 25;
    private const int MostOfAPageChange = 20 * 1024;
    private const int MostOfAFirstVisit = 266 * 1024; // 250 before forms were kept as drafts, 260 before the agency had screens of its own.

    [Fact]
    public async Task ChangingThePageOfTheList_IsOneRenderOfFewBytesWithoutACallIntoJavaScript()
    {
        var referent = await NewVisitorAsync();
        var wire = Wire.Of(referent.Page);
        await referent.SignInAsync((await SchoolOfManyCasesAsync()).Referent, "/casi");
        var first = await FirstIdAsync(referent);
        await wire.ForgetAsync();

        await referent.Link("Pagina successiva").ClickAsync();
        await Expect(Rows(referent).First.Locator("td").First).ToHaveTextAsync((first - RowsOfAPage).ToString(CultureInfo.InvariantCulture));
        var heard = await wire.HeardAsync();

        await Expect(Rows(referent)).ToHaveCountAsync(RowsOfAPage);
        Assert.True(heard.Calls("JS.RenderBatch") == 1, heard.ToString());
        Assert.Equal(0, heard.Calls("JS.BeginInvokeJS"));
        Assert.InRange(heard.Bytes, 1, MostOfAPageChange);
    }

    [Fact]
    public async Task AFirstVisitOfTheList_HasItsRowsInTheFirstDocumentAndIsLight()
    {
        var school = await SchoolOfManyCasesAsync();
        var referent = await NewVisitorAsync();
        await referent.SignInAsync(school.Referent);
        var cookies = await referent.Context.CookiesAsync();

        // The same session in a browser that has nothing of the portal in its cache.
        var fresh = await NewVisitorAsync();
        await fresh.Context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        var bytes = await CountBytesAsync(fresh.Page);
        var document = await fresh.Page.GotoAsync("/casi");
        var html = await document!.TextAsync();
        await fresh.StartedAsync();
        await fresh.Page.EvaluateAsync("document.fonts.ready.then(() => true)");
        await fresh.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal(RowsOfAPage, html.Split("class=\"row-state\"").Length - 1);
        Assert.True(bytes.Values.Sum() <= MostOfAFirstVisit, Explain(bytes));
    }

    private async Task<School> SchoolOfManyCasesAsync()
    {
        var school = await Fixture.NewSchoolAsync();
        for (var number = 0; number < 62; number++)
        {
            await school.HasCaseAsync(draft => draft.Surname = $"Colombo {(char)('A' + (number % 26))}");
        }

        return school;
    }

    private static ILocator Rows(Visitor visitor) => visitor.Page.Locator("table.cases tbody tr");

    private static async Task<int> FirstIdAsync(Visitor visitor) =>
        int.Parse(await Rows(visitor).First.Locator("td").First.InnerTextAsync(), CultureInfo.InvariantCulture);

    /// <summary>Bytes over the wire by address, headers included, while the page loads.</summary>
    private static async Task<IReadOnlyDictionary<string, double>> CountBytesAsync(IPage page)
    {
        var addresses = new Dictionary<string, string>();
        var bytes = new Dictionary<string, double>();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.requestWillBeSent").OnEvent += (_, e) =>
            addresses[e!.Value.GetProperty("requestId").GetString()!] = e.Value.GetProperty("request").GetProperty("url").GetString()!;
        session.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            var address = addresses[e!.Value.GetProperty("requestId").GetString()!];
            bytes[address] = bytes.GetValueOrDefault(address) + e.Value.GetProperty("encodedDataLength").GetDouble();
        };
        await session.SendAsync("Network.enable");
        return bytes;
    }

    private static string Explain(IReadOnlyDictionary<string, double> bytes) =>
        string.Join(Environment.NewLine, bytes.OrderByDescending(b => b.Value).Select(b => $"{b.Value,10:N0} {b.Key}"));
}
