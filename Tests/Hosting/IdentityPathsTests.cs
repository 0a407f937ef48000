using CovidSchoolReporting.App.Identity;

namespace CovidSchoolReporting.Tests.Hosting;

public sealed class IdentityPathsTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/casi/7?ordine=cognome", true)]
    [InlineData("//example.org", false)]
    [InlineData("/\\example.org", false)]
    [InlineData("https://example.org", false)]
    [InlineData("casi", false)]
    [InlineData("/casi\r\nSet-Cookie: x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsLocal_ForAReturnPath_AcceptsOnlyThisSite(string? path, bool expected) =>
        Assert.Equal(expected, IdentityPaths.IsLocal(path));
}
