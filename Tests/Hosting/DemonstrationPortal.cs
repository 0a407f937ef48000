using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Hosting;

/// <summary>One running demonstration for the tests that do not disturb each other.</summary>
public sealed class DemonstrationPortal : IAsyncLifetime
{
    public const string Referent = "referente@calvino.example";

    public PortalProcess Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await PortalProcess.StartAsync();

    public ValueTask DisposeAsync() => Portal?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Registers an operator with a password, by the command line.</summary>
    public async Task<string> AddOperatorAsync(string password)
    {
        var email = $"{Guid.NewGuid():N}@ats.example";
        var added = await Portal.CommandAsync(["users", "add", "--email", email, "--name", "Prova", "--role", "operator", "--territory", "MI"]);
        Assert.Equal(0, added.ExitCode);
        var set = await Portal.CommandAsync(["users", "set-password", email], password + "\n");
        Assert.Equal(0, set.ExitCode);
        return email;
    }
}
