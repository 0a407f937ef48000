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

    [Theory]
    [InlineData("5 B", "5 B")]
    [InlineData("5 AFM", "5 AFM")]
    [InlineData("GIRASOLI GIRASOLI", "Girasoli")]
    [InlineData("PRATO VERDE PRATO VERDE", "Prato Verde")]
    [InlineData("A A", "A")]
    [InlineData("", "")]
    public void OfKey_Group_IsSaidOnceInSmallLetters(string key, string expected) => Assert.Equal(expected, ClassLabel.OfKey(key));
}
