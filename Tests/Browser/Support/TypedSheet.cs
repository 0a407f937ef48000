using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>A list that was put right and left in the middle of a word, to be compared with what comes back.</summary>
public sealed class TypedSheet
{
    public const string HalfTyped = "Quattrocch";

    private const int RowHeight = 53;

    private readonly Visitor _visitor;
    private readonly int _rows;
    private readonly int _index;
    private readonly Dictionary<string, string> _typed;

    private TypedSheet(Visitor visitor, int rows, int index, Dictionary<string, string> typed)
    {
        _index = index;
        _visitor = visitor;
        _rows = rows;
        _typed = typed;
    }

    private string Half => _typed.First(cell => cell.Value == HalfTyped).Key;

    /// <summary>Types in a surname of the sheet, key by key, and stops there.</summary>
    public static async Task<TypedSheet> HalfTypeAsync(Visitor visitor, int rows, int row)
    {
        visitor.Remember(HalfTyped);
        var typed = await ValuesAsync(visitor, rows);
        var index = rows == 1 ? 0 : row - 2; // The header is row 1.
        await visitor.Page.Locator(".sheet").EvaluateAsync("(frame, top) => { frame.scrollTop = top; }", index * RowHeight);
        var cell = visitor.Cell("Cognome", row);
        await cell.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("ControlOrMeta+A");
        await visitor.Page.Keyboard.TypeAsync(HalfTyped);
        await Expect(cell).ToHaveValueAsync(HalfTyped);
        typed[(await cell.GetAttributeAsync("id"))!] = HalfTyped;
        return new TypedSheet(visitor, rows, index, typed);
    }

    /// <summary>Every cell holds what was typed in it.</summary>
    public Task IsBackAsync() => IsBackAsync(_visitor);

    /// <summary>Every cell of the list on another screen holds what was typed here.</summary>
    public async Task IsBackAsync(Visitor visitor)
    {
        await visitor.StartedAsync();
        await visitor.Page.Locator(".sheet").EvaluateAsync("(frame, top) => { frame.scrollTop = top; }", _index * RowHeight);
        await Expect(visitor.Page.Locator($"#{Half}")).ToHaveValueAsync(HalfTyped);
        Assert.Equal(_typed.OrderBy(cell => cell.Key), (await ValuesAsync(visitor, _rows)).OrderBy(cell => cell.Key));
    }

    /// <summary>All cells, and what is typed for all rows. Only the rows in sight are in the page: it is walked through.</summary>
    private static async Task<Dictionary<string, string>> ValuesAsync(Visitor visitor, int rows)
    {
        var frame = visitor.Page.Locator(".sheet");
        Dictionary<string, string> values = [];
        for (var index = 0; index < rows; index += 5)
        {
            await frame.EvaluateAsync("(frame, top) => { frame.scrollTop = top; }", index * RowHeight);
            await Expect(frame.Locator($"tr[data-index='{Math.Min(index + 4, rows - 1)}']")).ToBeAttachedAsync();
            foreach (var (id, value) in await visitor.Page.EvaluateAsync<Dictionary<string, string>>(
                "() => Object.fromEntries([...document.querySelectorAll('[id^=cell-]:is(input, select), [id^=shared-]')].map(box => [box.id, box.value]))"))
            {
                values[id] = value;
            }
        }

        await frame.EvaluateAsync("frame => { frame.scrollTop = 0; }");
        await Expect(frame.Locator("tr[data-index='0']")).ToBeAttachedAsync();
        return values;
    }
}
