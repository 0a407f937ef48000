using System.Security.Cryptography;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.IdentityModel.Tokens;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>
/// The keys with which the embedded provider signs and seals its tokens. They live in the database, so that a sign-in
/// survives a restart and every node of the portal accepts what another one issued.
/// </summary>
public sealed class EmbeddedProviderKeys(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, IDataProtectionProvider protection)
{
    private const int RsaBits = 2048;
    private const int SymmetricBytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("CovidSchoolReporting.EmbeddedProviderKeys.v1");
    private (RsaSecurityKey Signing, SymmetricSecurityKey Encryption)? _keys;

    /// <exception cref="InvalidOperationException"><see cref="PrepareAsync"/> was not awaited first.</exception>
    public RsaSecurityKey Signing => Keys.Signing;

    /// <exception cref="InvalidOperationException"><see cref="PrepareAsync"/> was not awaited first.</exception>
    public SymmetricSecurityKey Encryption => Keys.Encryption;

    private (RsaSecurityKey Signing, SymmetricSecurityKey Encryption) Keys =>
        _keys ?? throw new InvalidOperationException("The keys of the embedded provider were not prepared.");

    /// <summary>Reads the keys, or makes them at the first start.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(await ReadOrMakeAsync("signing", NewRsaKey, cancellationToken), out _);
        var symmetric = await ReadOrMakeAsync("encryption", () => RandomNumberGenerator.GetBytes(SymmetricBytes), cancellationToken);
        _keys = (new RsaSecurityKey(rsa), new SymmetricSecurityKey(symmetric));
    }

    private static byte[] NewRsaKey()
    {
        using var rsa = RSA.Create(RsaBits);
        return rsa.ExportPkcs8PrivateKey();
    }

    private async Task<byte[]> ReadOrMakeAsync(string purpose, Func<byte[]> make, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.FindAsync<EmbeddedProviderKey>([purpose], cancellationToken);
        if (stored is not null)
        {
            return _protector.Unprotect(stored.Sealed);
        }

        var bytes = make();
        context.Add(new EmbeddedProviderKey { Purpose = purpose, Sealed = _protector.Protect(bytes) });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return bytes;
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
        {
            // Another process that starts at this moment made it first: its key counts.
            return await ReadOrMakeAsync(purpose, make, cancellationToken);
        }
    }
}

internal sealed class EmbeddedProviderKey
{
    public required string Purpose { get; init; }

    /// <summary>Sealed with Data Protection.</summary>
    public required byte[] Sealed { get; init; }
}

internal sealed class EmbeddedProviderKeyMapping : IEntityTypeConfiguration<EmbeddedProviderKey>
{
    private const int PurposeMaxLength = 20;

    public void Configure(EntityTypeBuilder<EmbeddedProviderKey> builder)
    {
        builder.ToTable("EmbeddedProviderKeys");
        builder.HasKey(k => k.Purpose);
        builder.Property(k => k.Purpose).HasMaxLength(PurposeMaxLength);
        builder.Property(k => k.Sealed);
    }
}
