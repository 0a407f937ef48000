namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>Counts what hands do: keys that are pressed (a combination is one) and clicks.</summary>
internal sealed class Effort
{
    private const string Count = """
        window.effort = { keys: 0, clicks: 0 };
        addEventListener('keydown', event => { if (!['Control', 'Shift', 'Alt', 'Meta'].includes(event.key) && !event.repeat) window.effort.keys++; }, true);
        addEventListener('pointerdown', () => window.effort.clicks++, true);
        """;

    private readonly Visitor _visitor;

    private Effort(Visitor visitor) => _visitor = visitor;

    /// <summary>Counts from now on, in the page that is open.</summary>
    public static async Task<Effort> BeginAsync(Visitor visitor)
    {
        await visitor.Page.EvaluateAsync(Count);
        return new Effort(visitor);
    }

    public async Task<(int Keys, int Clicks)> SoFarAsync()
    {
        var counted = await _visitor.Page.EvaluateAsync<int[]>("[window.effort.keys, window.effort.clicks]");
        return (counted[0], counted[1]);
    }
}
