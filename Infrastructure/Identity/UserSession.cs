using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>One sign-in of one user in one browser. The cookie holds only the key, and the table only the key's hash.</summary>
internal sealed class UserSession
{
    public const int KeyHashLength = 32;

    private UserSession()
    {
    }

    /// <summary>Names the session inside the portal; it opens nothing.</summary>
    public Guid Id { get; private set; }

    /// <summary>SHA-256 of the key in the cookie.</summary>
    public byte[] KeyHash { get; private set; } = [];

    public int UserId { get; private set; }

    /// <summary>The authentication ticket, sealed with Data Protection.</summary>
    public byte[] Ticket { get; private set; } = [];

    public DateTime CreatedAt { get; private set; }

    public DateTime LastSeenAt { get; private set; }

    /// <summary>The end of the session however busy it is.</summary>
    public DateTime ExpiresAt { get; private set; }

    public static UserSession Open(Guid id, int userId, byte[] keyHash, byte[] ticket, DateTime now, TimeSpan absolute) => new()
    {
        Id = id,
        UserId = userId,
        KeyHash = keyHash,
        Ticket = ticket,
        CreatedAt = now,
        LastSeenAt = now,
        ExpiresAt = now + absolute,
    };

    public void Touch(DateTime now) => LastSeenAt = now;
}

internal static class SessionsOfAUser
{
    /// <summary>Marks every session of the user for removal with the commit to come; the open screens are told after it.</summary>
    /// <param name="except">The session that goes on; null for none.</param>
    public static async Task EndSessionsOfAsync(this PortalDbContext context, int userId, Guid? except, CancellationToken cancellationToken) =>
        context.RemoveRange(await context.Set<UserSession>().Where(s => s.UserId == userId && s.Id != except).ToListAsync(cancellationToken));
}

internal sealed class UserSessionMapping : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("UserSessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.KeyHash).HasMaxLength(UserSession.KeyHashLength);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => s.KeyHash).IsUnique().HasDatabaseName("IX_UserSessions_KeyHash");
        builder.HasIndex(s => s.ExpiresAt).HasDatabaseName("IX_UserSessions_ExpiresAt");
    }
}
