namespace CovidSchoolReporting.Tests.Support;

/// <summary>One portal for a class of tests: each test brings a school of its own.</summary>
public sealed class StartedPortal : IAsyncLifetime
{
    public TestPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
