using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <param name="Subject">The account's lasting name in the provider's tokens.</param>
public sealed record ProvenAccount(string Subject, string Email);

/// <summary>The accounts of the embedded identity provider.</summary>
public sealed class EmbeddedAccounts(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, TimeProvider time)
{
    public const int PasswordMinLength = 12;
    public const int PasswordMaxLength = 128;

    private const int AttemptsToWrite = 20;
    private const int PruneAtOnce = 500;
    private static readonly PasswordHasher<EmbeddedAccount> Hasher = new();
    private static readonly EmbeddedAccount Nobody = EmbeddedAccount.Open("nobody@invalid");
    private static readonly string NobodysHash = Hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Checks a password. Unknown address and wrong password give the same answer after the same work: one hash and one commit
    /// that counts the failure, until the address is locked and only the hash is left. Whoever asks learns nothing of who has an
    /// account, nor from how long it takes.
    /// </summary>
    public async Task<ProvenAccount?> ProveAsync(string email, string password, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryProveAsync(email, password, cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < AttemptsToWrite
                && (exception is DbUpdateConcurrencyException || engine.IsDuplicate(exception)))
            {
                // Guesses at the same moment: each must be counted, so this one judges again on what the other wrote.
            }
        }
    }

    /// <summary>The account with that address, without a password: for the demonstration's buttons and for accounts already proven.</summary>
    public async Task<ProvenAccount?> FindAsync(string email, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Proven(await FindAsync(context, email, cancellationToken));
    }

    /// <summary>The account with that subject, or null.</summary>
    public async Task<ProvenAccount?> FindBySubjectAsync(string subject, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Guid.TryParse(subject, out var id) ? Proven(await context.FindAsync<EmbeddedAccount>([id], cancellationToken)) : null;
    }

    /// <summary>Opens an account that no password opens, unless there is one.</summary>
    public async Task EnsureAsync(string email, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(context, email, cancellationToken) is null)
        {
            context.Add(EmbeddedAccount.Open(email));
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Sets the password, lifts a lock and ends what is open under the old one; opens the account when there is none.</summary>
    /// <exception cref="ArgumentException">The password is shorter or longer than the limits of this class.</exception>
    public async Task SetPasswordAsync(string email, string password, CancellationToken cancellationToken = default)
    {
        if (password.Length is < PasswordMinLength or > PasswordMaxLength)
        {
            throw new ArgumentException($"A password has {PasswordMinLength} to {PasswordMaxLength} characters.", nameof(password));
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await SetPasswordAsync(context, email, password, cancellationToken);
        var normalized = PortalUser.NormalizeEmail(email);
        if (await context.Set<PortalUser>().Where(u => u.Email == normalized).Select(u => (int?)u.Id).SingleOrDefaultAsync(cancellationToken) is { } userId)
        {
            await context.EndSessionsOfAsync(userId, except: null, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Forgets the failures at addresses that nobody has, so that guessing does not fill the database.</summary>
    /// <returns>How many addresses were forgotten.</returns>
    public async Task<int> PruneAsync(CancellationToken cancellationToken = default)
    {
        var now = Now;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var nobodys = await context.Set<EmbeddedAccount>()
            .Where(a => a.PasswordHash == null && (a.LockedUntil == null || a.LockedUntil <= now))
            .Where(a => !context.Set<PortalUser>().Any(u => u.Email == a.Email))
            .OrderBy(a => a.Email).Take(PruneAtOnce).ToListAsync(cancellationToken);
        context.RemoveRange(nobodys);
        await context.SaveChangesAsync(cancellationToken);
        return nobodys.Count;
    }

    /// <summary>The same with the commit to come, for whoever changes more than the password.</summary>
    internal static async Task SetPasswordAsync(PortalDbContext context, string email, string password, CancellationToken cancellationToken)
    {
        var account = await FindAsync(context, email, cancellationToken) ?? context.Add(EmbeddedAccount.Open(email)).Entity;
        account.SetPassword(Hasher.HashPassword(account, password));
    }

    private async Task<ProvenAccount?> TryProveAsync(string email, string password, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await FindAsync(context, email, cancellationToken);
        var verdict = Hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? NobodysHash, password);
        if (account?.IsLocked(Now) is true)
        {
            return null;
        }

        if (account?.PasswordHash is null || verdict is PasswordVerificationResult.Failed)
        {
            // Failures at an unknown address are counted too, on an account that no password opens.
            account ??= context.Add(EmbeddedAccount.Open(email)).Entity;
            account.Fail(Now);
            await context.SaveChangesAsync(cancellationToken);
            return null;
        }

        var rehash = verdict is PasswordVerificationResult.SuccessRehashNeeded;
        if (rehash || account.Failures > 0)
        {
            account.Succeed(rehash ? Hasher.HashPassword(account, password) : null);
            await SaveIfPossibleAsync(context, cancellationToken);
        }

        return Proven(account);
    }

    private async Task SaveIfPossibleAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            // The password was right: forgetting old failures can wait until the disk has room.
        }
    }

    private static async Task<EmbeddedAccount?> FindAsync(PortalDbContext context, string email, CancellationToken cancellationToken)
    {
        var normalized = PortalUser.NormalizeEmail(email);
        return await context.Set<EmbeddedAccount>().SingleOrDefaultAsync(a => a.Email == normalized, cancellationToken);
    }

    private static ProvenAccount? Proven(EmbeddedAccount? account) =>
        account is null ? null : new ProvenAccount(account.Id.ToString(), account.Email);
}
