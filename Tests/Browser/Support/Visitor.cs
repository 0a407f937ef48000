using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>Somebody at a browser of their own: finds things as people do, by what they are and what they are called.</summary>
public sealed partial class Visitor
{
    private readonly Traces _traces;

    private Visitor(IBrowserContext context, IPage page, Traces traces, Observation seen)
    {
        Context = context;
        Page = page;
        _traces = traces;
        Seen = seen;
    }

    public static ViewportSize Desk => new() { Width = 1366, Height = 768 };

    public static ViewportSize Tablet => new() { Width = 820, Height = 1180 };

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What the browser did behind the screen.</summary>
    public Observation Seen { get; }

    /// <summary>Where the browser is: path and query.</summary>
    public string Address => new Uri(Page.Url).PathAndQuery;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Dialog => Page.Locator("dialog[open]");

    public ILocator ErrorSummary => Page.Locator(".error-summary");

    /// <summary>What the portal says of itself; that a person is known already is said beside the fields.</summary>
    public ILocator Notices => Page.Locator(".notice:not(.known-person .notice)");

    internal static async Task<Visitor> ArriveAsync(IBrowser browser, Uri address, Traces traces)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = Desk,
            Locale = "it-IT",
            TimezoneId = "Europe/Rome",
        });
        var seen = await Observation.OfAsync(context);
        return new Visitor(context, await context.NewPageAsync(), traces, seen);
    }

    /// <summary>The same person in another tab.</summary>
    public async Task<Visitor> NewTabAsync() => new(Context, await Context.NewPageAsync(), _traces, Seen);

    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await StartedAsync();
    }

    /// <summary>The circuit is up: from here on clicks and keys do something.</summary>
    public Task StartedAsync() => Expect(Page.Locator("main[data-interactive]")).ToBeVisibleAsync();

    /// <summary>Signs in with a button of the demonstration.</summary>
    public async Task SignInAsAsync(string name, string path = "/")
    {
        await Page.GotoAsync(path);
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + name) }).ClickAsync();
        await StartedAsync();
    }

    /// <summary>Signs in with address and password.</summary>
    public async Task SignInAsync(Account account, string path = "/")
    {
        await Page.GotoAsync(path);
        await Field("Indirizzo e-mail").FillAsync(account.Email);
        await Field("Password").FillAsync(Account.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Accedi" }).ClickAsync();
        await StartedAsync();
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>A field by its label, with or without the word that says that it is optional.</summary>
    public ILocator Field(string label) =>
        Page.GetByLabel(new Regex($@"^\s*{Regex.Escape(label)}(\s*\(facoltativo\))?\s*$"));

    /// <summary>What stands under a field in red or yellow.</summary>
    public ILocator MessageOf(string label) => Page.Locator(".field", new() { Has = Field(label) }).Locator(".field-message");

    /// <summary>What is typed in another way than with <see cref="TypeAsync"/>, and must not turn up either.</summary>
    public void Remember(string typed) => _traces.Remember(typed);

    public async Task TypeAsync(string label, string value)
    {
        if (IsPersonal(label))
        {
            _traces.Remember(value);
        }

        await Field(label).FillAsync(value);
    }

    /// <summary>Writes in a field and leaves it with the Tab key.</summary>
    public async Task TypeAndLeaveAsync(string label, string value)
    {
        await TypeAsync(label, value);
        await Field(label).PressAsync("Tab");
    }

    /// <summary>A row of the list of cases or of contacts, by the id in its first cell.</summary>
    public ILocator Row(int id) => Page.GetByRole(AriaRole.Row).Filter(new()
    {
        Has = Page.Locator($"td:first-child:text-is('{id.ToString(CultureInfo.InvariantCulture)}')"),
    });

    private static bool IsPersonal(string label) =>
        label.StartsWith("Cognome", StringComparison.Ordinal) || label.StartsWith("Telefono", StringComparison.Ordinal)
        || label is "Nome" or "Codice fiscale" or "E-mail del referente" or "Indirizzo";
}
