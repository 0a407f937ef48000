using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Hosting;

/// <summary>Section <c>DataProtection</c> of the configuration: what seals the keys that lie in the database.</summary>
public sealed class KeyProtectionOptions
{
    public const string Section = "DataProtection";

    /// <summary>A PKCS #12 file with certificate and private key; empty leaves the keys unsealed.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }
}

internal static class KeyProtection
{
    /// <summary>Seals the keys with the configured certificate, if there is one.</summary>
    /// <exception cref="OptionsValidationException">The certificate cannot be used.</exception>
    public static void AddKeyProtection(this WebApplicationBuilder builder)
    {
        var options = Read(builder.Configuration);
        if (!string.IsNullOrEmpty(options.CertificatePath))
        {
            builder.Services.AddDataProtection().ProtectKeysWithCertificate(
                Load(Path.GetFullPath(options.CertificatePath, builder.Environment.ContentRootPath), options.CertificatePassword));
        }
    }

    /// <summary>In Production says plainly what lies open when no certificate is configured.</summary>
    public static void WarnOfUnsealedKeys(this WebApplication app)
    {
        if (app.Environment.IsProduction() && string.IsNullOrEmpty(Read(app.Configuration).CertificatePath))
        {
            app.Logger.LogWarning(
                "DataProtection:CertificatePath is not set: the keys behind sessions, cookies and forms lie unsealed in the database. "
                + "Whoever can read the file or a copy of it can sign in as anybody.");
        }
    }

    private static KeyProtectionOptions Read(IConfiguration configuration) =>
        configuration.GetSection(KeyProtectionOptions.Section).Get<KeyProtectionOptions>() ?? new KeyProtectionOptions();

    private static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12(File.ReadAllBytes(path), password);
            return certificate.HasPrivateKey ? certificate : throw Refuse(path, "it holds no private key");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refuse(path, "the file cannot be read");
        }
        catch (CryptographicException)
        {
            throw Refuse(path, "it is not a PKCS #12 file, or DataProtection:CertificatePassword does not open it");
        }
    }

    private static OptionsValidationException Refuse(string path, string reason) => new(
        KeyProtectionOptions.Section, typeof(KeyProtectionOptions), [$"DataProtection:CertificatePath is '{path}': {reason}."]);
}
