using Bunit;
using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Tests.Components.Fields;

public sealed class ChoiceFieldTests : ScreenContext
{
    private static readonly SchoolType?[] Types = [SchoolType.Nursery, SchoolType.Primary];

    [Fact]
    public void Render_NothingChosen_ShowsThePlaceholderAndNotTheFirstChoice()
    {
        var field = RenderChoice(null, _ => { });

        Assert.Equal("-1", field.Find("select").GetAttribute("value"));
        Assert.Equal(["Scegliere…", "Nursery", "Primary"], field.FindAll("option").Select(option => option.TextContent));
    }

    [Fact]
    public void Choose_AndGoBack_SendsTheChoiceThenNothing()
    {
        var told = new List<SchoolType?>();
        var field = RenderChoice(null, told.Add);

        field.Find("select").Change("1");
        field.Find("select").Change("-1");

        Assert.Equal([SchoolType.Primary, null], told);
    }

    [Fact]
    public void Render_ReadOnly_ShowsTheChoiceAsText()
    {
        var field = RenderChoice(SchoolType.Primary, _ => { }, readOnly: true);

        Assert.Empty(field.FindAll("select"));
        Assert.Equal("Primary", field.Find("input").GetAttribute("value"));
    }

    private IRenderedComponent<ChoiceField<SchoolType?>> RenderChoice(SchoolType? value, Action<SchoolType?> told, bool readOnly = false) =>
        Render<ChoiceField<SchoolType?>>(p => p.Add(f => f.Id, "type").Add(f => f.Label, "Tipo scuola").Add(f => f.Options, Types)
            .Add(f => f.TextOf, type => type!.Value.ToString()).Add(f => f.Value, value).Add(f => f.ValueChanged, told).Add(f => f.ReadOnly, readOnly));
}
