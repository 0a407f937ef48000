using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>Looks at one state of a page after the other, at a desk and on a tablet, and keeps what hinders people.</summary>
internal sealed class Accessibility(Visitor visitor)
{
    private const int TouchTarget = 44;

    /// <summary>What is touched: fields, buttons, and links that look like buttons. A check box is touched on its label too.</summary>
    private const string TooSmall = """
        least => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, a.btn, a.bottone, .segments a, [role=button], summary')]
          .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.closest('[aria-hidden=true]'))
          .map(one => one.closest('.check') ?? one)
          .filter(one => one.getBoundingClientRect().height < least - 0.5)
          .map(one => `${one.getBoundingClientRect().height.toFixed(1)} px high: ${one.outerHTML.slice(0, 120)}`)
        """;

    private const string WiderThanTheScreen = "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    /// <summary>Colours are the same at every width, and take most of the time.</summary>
    private static readonly AxeRunOptions WithoutContrast = new()
    {
        ResultTypes = [ResultType.Violations],
        Rules = new Dictionary<string, RuleOptions> { ["color-contrast"] = new() { Enabled = false } },
    };

    private readonly List<string> _faults = [];

    /// <summary>Every state looked at, and no fault in any.</summary>
    public void AssertNoFaults() =>
        Assert.True(_faults.Count == 0, string.Join(Environment.NewLine, _faults.Distinct()));

    public async Task LookAtAsync(string state)
    {
        await visitor.Page.SetViewportSizeAsync(Visitor.Tablet.Width, Visitor.Tablet.Height);
        await AskAxeAsync($"{state}, tablet", new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        _faults.AddRange((await visitor.Page.EvaluateAsync<string[]>(TooSmall, TouchTarget)).Select(fault => $"{state}: {fault}"));
        await LookForOverflowAsync($"{state}, tablet");
        await visitor.Page.SetViewportSizeAsync(Visitor.Desk.Width, Visitor.Desk.Height);
        await AskAxeAsync($"{state}, desk", WithoutContrast);
        await LookForOverflowAsync($"{state}, desk");
    }

    /// <summary>One state, with its verdict.</summary>
    public async Task LookAtOnceAsync(string state)
    {
        await LookAtAsync(state);
        AssertNoFaults();
    }

    private async Task LookForOverflowAsync(string state)
    {
        if (await visitor.Page.EvaluateAsync<bool>(WiderThanTheScreen))
        {
            _faults.Add($"{state}: the page is wider than the screen");
        }
    }

    private async Task AskAxeAsync(string state, AxeRunOptions options)
    {
        var result = await visitor.Page.RunAxe(options);
        _faults.AddRange(result.Violations.Where(v => v.Impact is "serious" or "critical").SelectMany(v => v.Nodes.Select(node =>
            $"{state}: {v.Impact} {v.Id}, {v.Help}: {Short(node.Html)} {Short(string.Join("; ", node.Any.Select(check => check.Message)))}")));
    }

    private static string Short(string text) => text.Length <= 200 ? text : text[..200];
}
