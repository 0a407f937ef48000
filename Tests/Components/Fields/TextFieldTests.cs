using Bunit;
using CovidSchoolReporting.App.Components.Fields;

namespace CovidSchoolReporting.Tests.Components.Fields;

public sealed class TextFieldTests : ScreenContext
{
    [Fact]
    public void Render_Plain_LabelPointsAtInputAndNothingIsDescribed()
    {
        var field = Render<TextField>(p => p.Add(f => f.Id, "surname").Add(f => f.Label, "Cognome").Add(f => f.MaxLength, 60));

        var input = field.Find("input");
        Assert.Equal("surname", field.Find("label").GetAttribute("for"));
        Assert.Equal("surname", input.Id);
        Assert.Equal("60", input.GetAttribute("maxlength"));
        Assert.Equal("off", input.GetAttribute("autocomplete"));
        Assert.Equal("true", input.GetAttribute("aria-required"));
        Assert.False(input.HasAttribute("aria-invalid"));
        Assert.False(input.HasAttribute("aria-describedby"));
    }

    [Fact]
    public void Render_WithHintAndError_DescribesBothInReadingOrder()
    {
        var field = Render<TextField>(p => p.Add(f => f.Id, "surname").Add(f => f.Label, "Cognome").Add(f => f.MaxLength, 60)
            .Add(f => f.Hint, "Come sul documento").Add(f => f.Error, "Cognome obbligatorio").Add(f => f.Warning, "Strano"));

        var input = field.Find("input");
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("surname-hint surname-message", input.GetAttribute("aria-describedby"));
        Assert.Equal("Come sul documento", field.Find("#surname-hint").TextContent);
        var message = field.Find("#surname-message");
        Assert.Contains("Errore: Cognome obbligatorio", message.TextContent, StringComparison.Ordinal);
        Assert.NotNull(message.QuerySelector("svg"));
        Assert.DoesNotContain("Strano", field.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WithWarningOnly_IsNotInvalid()
    {
        var field = Render<TextField>(p => p.Add(f => f.Id, "name").Add(f => f.Label, "Nome").Add(f => f.MaxLength, 60)
            .Add(f => f.Warning, "Non corrisponde al codice"));

        Assert.False(field.Find("input").HasAttribute("aria-invalid"));
        Assert.Equal("name-message", field.Find("input").GetAttribute("aria-describedby"));
        Assert.NotNull(field.Find(".field-warning"));
    }

    [Fact]
    public void Render_Optional_SaysSoInTheLabel()
    {
        var field = Render<TextField>(p => p.Add(f => f.Id, "phone2").Add(f => f.Label, "Telefono 2").Add(f => f.MaxLength, 20)
            .Add(f => f.Required, false));

        Assert.Contains("(facoltativo)", field.Find("label").TextContent, StringComparison.Ordinal);
        Assert.False(field.Find("input").HasAttribute("aria-required"));
    }

    [Fact]
    public void Leave_AfterTyping_SendsTheValueBeforeTheLeaving()
    {
        var told = new List<string>();
        var field = Render<TextField>(p => p.Add(f => f.Id, "name").Add(f => f.Label, "Nome").Add(f => f.MaxLength, 60)
            .Add(f => f.ValueChanged, value => told.Add(value)).Add(f => f.OnLeft, () => told.Add("left")));

        field.Find("input").Change("D'Angelò-Müller");
        field.Find("input").Blur();

        Assert.Equal(["D'Angelò-Müller", "left"], told);
    }

    [Fact]
    public void Render_ReadOnly_KeepsTheValueReadable()
    {
        var field = Render<TextField>(p => p.Add(f => f.Id, "name").Add(f => f.Label, "Nome").Add(f => f.MaxLength, 60)
            .Add(f => f.Value, "ALFREDO").Add(f => f.ReadOnly, true));

        Assert.True(field.Find("input").HasAttribute("readonly"));
        Assert.Equal("ALFREDO", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void LongText_Typed_SendsTheValueWhenLeft()
    {
        var told = "";
        var field = Render<LongTextField>(p => p.Add(f => f.Id, "reason").Add(f => f.Label, "Motivo").Add(f => f.MaxLength, 500)
            .Add(f => f.ValueChanged, value => told = value));

        field.Find("textarea").Change("Assente da una settimana");

        Assert.Equal("Assente da una settimana", told);
        Assert.Equal("500", field.Find("textarea").GetAttribute("maxlength"));
    }

    [Fact]
    public void Check_Ticked_SendsTrue()
    {
        var told = false;
        var field = Render<CheckField>(p => p.Add(f => f.Id, "sure").Add(f => f.Label, "Confermo").Add(f => f.ValueChanged, value => told = value));

        field.Find("input").Change(true);

        Assert.True(told);
        Assert.Equal("Confermo", Assert.Single(field.FindAll("label")).TextContent);
    }
}
