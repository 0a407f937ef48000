namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>
/// One browser and one portal for all tests that need eyes and hands. They run one after the other and beside no others:
/// some of them measure seconds.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class InTheBrowser : ICollectionFixture<BrowserFixture>
{
    public const string Name = "In the browser";
}
