using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Tests.Hosting;

public sealed class KeyProtectionTests : IDisposable
{
    private const string Password = "apriti";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-keys-");

    [Fact]
    public async Task Start_WithACertificate_SealsTheKeysAndOpensThemAfterARestart()
    {
        await using var portal = await PortalProcess.StartAsync(With(NewCertificate(), Password));
        using var client = portal.NewClient();
        await client.SignInAsAsync(DemonstrationPortal.Referent);

        await portal.KillAsync();
        var keys = await ReadKeysAsync(portal.DatabasePath);
        await portal.StartAsync();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal));
        Assert.Equal("/", (await client.OpenAsync("/")).Address.AbsolutePath);
    }

    [Theory]
    [InlineData(true, "CertificatePassword does not open it")]
    [InlineData(false, "the file cannot be read")]
    public async Task Start_CertificateThatCannotBeUsed_StopsWithASentence(bool exists, string sentence)
    {
        var path = exists ? NewCertificate() : Path.Combine(_folder.FullName, "nessuno.pfx");

        var ended = await PortalProcess.StartAndFailAsync(With(path, "sbagliata"));

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains($"DataProtection:CertificatePath is '{path}'", ended.Output, StringComparison.Ordinal);
        Assert.Contains(sentence, ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static PortalSettings With(string path, string password) => new()
    {
        Configuration = new Dictionary<string, string>
        {
            ["DataProtection:CertificatePath"] = path,
            ["DataProtection:CertificatePassword"] = password,
        },
    };

    private static async Task<List<string>> ReadKeysAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Xml FROM DataProtectionKeys";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> keys = [];
        while (await reader.ReadAsync())
        {
            keys.Add(reader.GetString(0));
        }

        return keys;
    }

    private string NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=portale", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var path = Path.Combine(_folder.FullName, "chiavi.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, Password));
        return path;
    }
}
