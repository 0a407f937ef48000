using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>An account of the embedded identity provider: an address, a password, and how often it was missed.</summary>
internal sealed class EmbeddedAccount
{
    public const int FailuresBeforeLock = 5;
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    private EmbeddedAccount()
    {
    }

    /// <summary>The subject in the provider's tokens: never the address, which can change hands.</summary>
    public Guid Id { get; private set; }

    public string Email { get; private set; } = "";

    /// <summary>Null when no password opens the account.</summary>
    public string? PasswordHash { get; private set; }

    public int Failures { get; private set; }

    /// <summary>UTC; null when the account is not locked.</summary>
    public DateTime? LockedUntil { get; private set; }

    public int Version { get; private set; }

    public static EmbeddedAccount Open(string email) => new() { Id = Guid.NewGuid(), Email = PortalUser.NormalizeEmail(email) };

    public bool IsLocked(DateTime now) => LockedUntil > now;

    public void SetPassword(string hash)
    {
        (PasswordHash, Failures, LockedUntil) = (hash, 0, null);
        Version++;
    }

    public void Fail(DateTime now)
    {
        if (IsLocked(now))
        {
            return; // Attempts during the lock do not prolong it, or a stranger could keep the owner out for ever.
        }

        Failures = LockedUntil is null ? Failures + 1 : 1;
        LockedUntil = Failures >= FailuresBeforeLock ? now + LockTime : null;
        Version++;
    }

    public void Succeed(string? betterHash)
    {
        (Failures, LockedUntil, PasswordHash) = (0, null, betterHash ?? PasswordHash);
        Version++;
    }
}

internal sealed class EmbeddedAccountMapping : IEntityTypeConfiguration<EmbeddedAccount>
{
    private const int PasswordHashMaxLength = 200;

    public void Configure(EntityTypeBuilder<EmbeddedAccount> builder)
    {
        builder.ToTable("EmbeddedAccounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(a => a.PasswordHash).HasMaxLength(PasswordHashMaxLength);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.Email).IsUnique().HasDatabaseName("IX_EmbeddedAccounts_Email");
    }
}
