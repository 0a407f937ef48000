using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Hosting;

public sealed class CommandLineTests(DemonstrationPortal demonstration) : IClassFixture<DemonstrationPortal>
{
    private PortalProcess Portal => demonstration.Portal;

    [Fact]
    public async Task Institutes_AddedByCommand_CanHaveAReferent()
    {
        var added = await Portal.CommandAsync(
            ["institutes", "add", "--code", "MIIC0001", "--name", "Istituto Nuovo", "--site-code", "MIEE0001", "--site-name", "Primaria Nuova", "--type", "primary", "--municipality", "Rho"]);
        var referent = await Portal.CommandAsync(
            ["users", "add", "--email", "nuovo@scuola.example", "--name", "Prova", "--role", "referent", "--institute", "MIIC0001"]);
        var list = await Portal.CommandAsync(["institutes", "list"]);

        Assert.Equal((0, "MIIC0001 MIEE0001 saved."), (added.ExitCode, added.Output));
        Assert.Equal(0, referent.ExitCode);
        Assert.Contains("No invitation is sent by e-mail", referent.Output, StringComparison.Ordinal);
        Assert.Contains("  MIEE0001\tPrimaria Nuova\tprimary\tRho (MI)", list.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("institutes add --code X", 1)]
    [InlineData("institutes remove X", 2)]
    [InlineData("institutes list --all x", 2)]
    [InlineData("deliveries retry tutti", 2)]
    [InlineData("deliveries retry 4711", 1)]
    [InlineData("deliveries retry all", 0)]
    [InlineData("deliveries list", 0)]
    public async Task Command_Given_EndsWithItsExitCode(string words, int exitCode) =>
        Assert.Equal(exitCode, (await Portal.CommandAsync(words.Split(' '))).ExitCode);
}
