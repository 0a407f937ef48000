using System.Net;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData("Production", "Identity:IdleMinutes", "30", "Identity:Authority is empty")]
    [InlineData("Development", "Identity:IdleMinutes", "0", "Identity:IdleMinutes must be from 1 to 480")]
    [InlineData("Development", "Identity:IdleMinutes", "molti", "Identity:IdleMinutes")]
    [InlineData("Development", "Identity:Authority", "http://identita.example.it", "Identity:Authority is 'http://identita.example.it'")]
    [InlineData("Development", "Identity:Authority", "https://identita.example.it", "Identity:ClientId is empty")]
    [InlineData("Development", "Portal:PublicAddress", "portale", "Portal:PublicAddress is 'portale'")]
    [InlineData("Development", "Portal:StartDay", "ieri", "Portal:StartDay")]
    [InlineData("Development", "Database:Path", "", "Database:Path is empty")]
    [InlineData("Development", "Matches:WithinDays", "0", "Matches:WithinDays must be from 1 to 365")]
    public async Task Start_WrongValue_StopsWithASentenceThatNamesIt(string environment, string key, string value, string sentence)
    {
        var ended = await PortalProcess.StartAndFailAsync(
            new PortalSettings { Environment = environment, Configuration = new Dictionary<string, string> { [key] = value } });

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(sentence, ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corrupt", "is not a SQLite database or is damaged")]
    [InlineData("folder", "its folder cannot be used")]
    [InlineData("directory", "cannot be opened")]
    public async Task Start_DatabaseThatCannotBeUsed_StopsWithASentenceThatNamesIt(string what, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("portal-start-");
        var file = Path.Combine(folder.FullName, "here.db");
        if (what == "directory")
        {
            Directory.CreateDirectory(file);
        }
        else
        {
            await File.WriteAllTextAsync(file, new string('x', 8192));
        }

        var ended = await PortalProcess.StartAndFailAsync(new PortalSettings
        {
            Configuration = new Dictionary<string, string> { ["Database:Path"] = what == "folder" ? Path.Combine(file, "portal.db") : file },
        });
        folder.Delete(recursive: true);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("Database:Path is '", ended.Output, StringComparison.Ordinal);
        Assert.Contains(sentence, ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ProductionWithTheEmbeddedProvider_HasNoDemonstration()
    {
        await using var portal = await PortalProcess.StartAsync(new PortalSettings
        {
            Environment = "Production",
            Configuration = new Dictionary<string, string> { ["Identity:EmbeddedProvider:Enabled"] = "true" },
        });
        using var client = portal.NewClient();

        var page = await client.OpenAsync("/");
        var attempt = await client.SubmitAsync(page, "/accesso", ("dimostrazione", DemonstrationPortal.Referent));
        var users = await portal.CommandAsync(["users", "list"]);

        Assert.Equal("Accesso al portale", page.Heading);
        Assert.Empty(page.Document.QuerySelectorAll("button.account, .demonstration"));
        Assert.Equal(HttpStatusCode.BadRequest, attempt.Status);
        Assert.Equal((0, ""), (users.ExitCode, users.Output));
        Assert.Contains(portal.Lines, line => line.Contains("DataProtection:CertificatePath is not set", StringComparison.Ordinal));
        Assert.All(portal.Lines, line => Assert.StartsWith("{", line, StringComparison.Ordinal));
    }
}
