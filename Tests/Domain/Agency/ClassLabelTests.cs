using CovidSchoolReporting.Domain.Agency;

namespace CovidSchoolReporting.Tests.Domain.Agency;

public sealed class ClassLabelTests
{
    [Theory]
    [InlineData("5", "B", "5 B")]
    [InlineData("Girasoli", "girasoli", "Girasoli")]
    [InlineData("girasoli ", "girasoli", "girasoli")]
    [InlineData("3", "", "3")]
    [InlineData("", "", "")]
    public void Of_ClassAndSection_SaysAGroupOnce(string className, string section, string expected) =>
        Assert.Equal(expected, ClassLabel.Of(className, section));
}
