using Bunit;
using CovidSchoolReporting.App.Components.Fields;

namespace CovidSchoolReporting.Tests.Components.Fields;

public sealed class SuggestFieldTests : ScreenContext
{
    private static readonly string[] Places = ["Milano", "Lodi", "Melegnano", "Melzo"];

    private readonly List<string> _told = [];

    [Fact]
    public void Type_Letters_OpensTheListAndSendsNothingYet()
    {
        var field = RenderPlace();

        field.Find("input").Input("me");

        Assert.Equal("true", field.Find("input").GetAttribute("aria-expanded"));
        Assert.Equal(["Melegnano", "Melzo"], field.FindAll("[role=option]").Select(option => option.TextContent));
        Assert.Contains("2 suggerimenti", field.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Empty(_told);
    }

    [Fact]
    public async Task Choose_WithArrowsAndEnter_SendsTheSuggestionAndCloses()
    {
        var field = RenderPlace();
        field.Find("input").Input("me");

        await PressAsync(field, "ArrowDown");
        await PressAsync(field, "ArrowDown");
        Assert.Equal("place-option-1", field.Find("input").GetAttribute("aria-activedescendant"));
        Assert.Equal("true", field.Find("#place-option-1").GetAttribute("aria-selected"));
        await PressAsync(field, "Enter");

        Assert.Equal(["Melzo"], _told);
        Assert.Equal("Melzo", field.Find("input").GetAttribute("value"));
        Assert.Equal("false", field.Find("input").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void Choose_WithAClick_SendsTheSuggestion()
    {
        var field = RenderPlace();
        field.Find("input").Input("mi");

        field.Find("[role=option]").Click();

        Assert.Equal(["Milano"], _told);
    }

    [Fact]
    public async Task Escape_ClosesTheListAndKeepsTheText()
    {
        var field = RenderPlace();
        field.Find("input").Input("mel");

        await PressAsync(field, "Escape");

        Assert.Empty(field.FindAll("[role=option]"));
        Assert.Equal("mel", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Leave_FreeText_IsKeptAsTypedAndSentOnce()
    {
        var left = 0;
        var field = RenderPlace(() => left++);
        field.Find("input").Input("Atlantide");

        field.Find("input").Blur();
        field.Find("input").Blur();

        Assert.Equal(["Atlantide"], _told);
        Assert.Equal(2, left);
    }

    [Fact]
    public void Render_WhileTyping_DoesNotUndoTheTyping()
    {
        var field = RenderPlace();
        field.Find("input").Input("mel");

        field.Render(p => p.Add(f => f.Error, "Comune obbligatorio"));

        Assert.Equal("mel", field.Find("input").GetAttribute("value"));
    }

    private static Task PressAsync(IRenderedComponent<SuggestField> field, string key) =>
        field.Find("input").TriggerEventAsync("onsuggestkey", new SuggestKeyEventArgs { Key = key });

    private IRenderedComponent<SuggestField> RenderPlace(Action? left = null) =>
        Render<SuggestField>(p => p.Add(f => f.Id, "place").Add(f => f.Label, "Comune").Add(f => f.MaxLength, 60)
            .Add(f => f.Suggest, typed => [.. Places.Where(place => place.StartsWith(typed, StringComparison.OrdinalIgnoreCase))])
            .Add(f => f.ValueChanged, value => _told.Add(value))
            .Add(f => f.OnLeft, () => left?.Invoke()));
}
