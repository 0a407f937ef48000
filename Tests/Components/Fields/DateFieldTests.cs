using Bunit;
using CovidSchoolReporting.App.Components.Fields;

namespace CovidSchoolReporting.Tests.Components.Fields;

public sealed class DateFieldTests : ScreenContext
{
    [Fact]
    public void Type_ShortDate_SendsTheTextAsItIs()
    {
        var told = "";
        var field = RenderDate(p => p.Add(f => f.ValueChanged, value => told = value));

        field.Find("input[type=text]").Change("1/3/10");

        Assert.Equal("1/3/10", told);
    }

    [Fact]
    public void Leave_OwnerNormalises_ShowsTheFullDate()
    {
        var field = RenderDate(p => p.Add(f => f.Value, "1/3/10"));

        field.Render(p => p.Add(f => f.Value, "01/03/2010"));

        Assert.Equal("01/03/2010", field.Find("input[type=text]").GetAttribute("value"));
    }

    [Fact]
    public void Render_Calendar_HasANameAndLimitsAndStaysOutOfTheTabOrder()
    {
        var field = RenderDate(p => p.Add(f => f.Latest, new DateOnly(2020, 11, 25)));

        var button = field.Find("button");
        var picker = field.Find("input[type=date]");
        Assert.Equal("Apri il calendario per: Data di nascita", button.GetAttribute("aria-label"));
        Assert.Equal("birth", button.GetAttribute("data-calendar"));
        Assert.Equal("birth", picker.GetAttribute("data-picks"));
        Assert.Equal("2020-11-25", picker.GetAttribute("max"));
        Assert.Equal("-1", picker.GetAttribute("tabindex"));
        Assert.Equal("true", picker.GetAttribute("aria-hidden"));
        Assert.Equal("gg/mm/aaaa", field.Find("input[type=text]").GetAttribute("placeholder"));
    }

    [Fact]
    public void Render_ReadOnly_OffersNoCalendar()
    {
        var field = RenderDate(p => p.Add(f => f.ReadOnly, true));

        Assert.Empty(field.FindAll("button"));
    }

    private IRenderedComponent<DateField> RenderDate(Action<ComponentParameterCollectionBuilder<DateField>> more) =>
        Render<DateField>(p =>
        {
            p.Add(f => f.Id, "birth").Add(f => f.Label, "Data di nascita").Add(f => f.MaxLength, 20);
            more(p);
        });
}
