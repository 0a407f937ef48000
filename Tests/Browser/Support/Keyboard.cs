using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>Somebody without a mouse. Every stop of the focus must be one that can be seen.</summary>
internal sealed class Keyboard(Visitor visitor)
{
    private const int MostStops = 80;

    /// <summary>What has the focus, by the name that a screen reader says; empty when it is nothing that one can see.</summary>
    private const string Focused = """
        () => {
          const one = document.activeElement;
          if (!one || one === document.body || one.tabIndex < 0) return '';
          const style = getComputedStyle(one);
          if (style.outlineStyle === 'none' && style.boxShadow === 'none') return `!${one.outerHTML.slice(0, 150)}`;
          return (one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText).replace(/\s+/g, ' ').replace('(facoltativo)', '').trim();
        }
        """;

    private IKeyboard Keys => visitor.Page.Keyboard;

    /// <summary>Presses Tab until the focus is on what bears that name.</summary>
    public async Task TabToAsync(string name)
    {
        var stops = new List<string>();
        while (stops.Count < MostStops)
        {
            await Keys.PressAsync("Tab");
            var stop = await visitor.Page.EvaluateAsync<string>(Focused);
            Assert.False(stop.StartsWith('!'), $"The focus cannot be seen on {stop}");
            stops.Add(stop);
            if (stop == name)
            {
                return;
            }
        }

        Assert.Fail($"No Tab leads to «{name}», only to: {string.Join(" > ", stops)}");
    }

    /// <summary>
    /// Waits for a page that was asked for. It puts the focus on its heading once it stands there: a key that is pressed before
    /// that meets the heading instead of what Tab had reached.
    /// </summary>
    public async Task ArriveAsync(string heading)
    {
        await Expect(visitor.Heading).ToHaveTextAsync(heading);
        await Expect(visitor.Heading).ToBeFocusedAsync();
    }

    public async Task TabAndPressAsync(string name, string key = "Enter")
    {
        await TabToAsync(name);
        await Keys.PressAsync(key);
    }

    /// <summary>Tabs to a field and writes over what is in it.</summary>
    public async Task TabAndTypeAsync(string label, string value)
    {
        await TabToAsync(label);
        await Expect(visitor.Field(label)).ToBeFocusedAsync();
        await Keys.PressAsync("Control+A");
        await Keys.TypeAsync(value);
    }

    /// <summary>Tabs to a choice and takes it by its first letters, as every list of choices allows.</summary>
    public async Task TabAndChooseAsync(string label, string choice)
    {
        await TabToAsync(label);
        await Keys.TypeAsync(choice);
        await Expect(visitor.Field(label).Locator("option:checked")).ToHaveTextAsync(choice);
    }

    public Task PressAsync(string key) => Keys.PressAsync(key);
}
