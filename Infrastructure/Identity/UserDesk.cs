using System.Security.Cryptography;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Mail;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>
/// What the agency's administrator does with the portal's users; for everybody else there are none. The rules are those of
/// <see cref="UserDirectory"/>, which the command line asks too. Every command may be sent twice and is done once.
/// </summary>
public sealed partial class UserDesk(
    IDbContextFactory<PortalDbContext> contexts,
    DatabaseEngine engine,
    UserDirectory directory,
    UserInvitations invitations,
    SessionWatch watch,
    IAuditTrail trail,
    PortalClock clock,
    TimeProvider time)
{
    /// <summary>No letter or figure that is taken for another when it is read out on the telephone.</summary>
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly UserRegistrationValidator Validator = new();

    /// <summary>Lets a person in, who joins the record at the first sign-in with the address.</summary>
    public Task<UserOutcome> InviteAsync(Actor actor, UserRegistration registration, CancellationToken cancellationToken) =>
        ForAdministratorAsync(actor, async () =>
        {
            try
            {
                if (await directory.RegisterAsync([registration], invitations.Prepare, cancellationToken) is [var refused])
                {
                    return new UserOutcome.Invalid(refused.Findings);
                }
            }
            catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
            {
                // Two administrators with the same invitation at the same moment.
                return new UserOutcome.Invalid([UserDirectory.Taken(registration.Email)]);
            }

            var id = (await directory.FindByEmailAsync(registration.Email, cancellationToken))!.Id;
            await trail.AddAsync(AuditEntry.By(actor, AuditAction.UserInvited, clock.UtcNow, AuditRecord.User(id)));
            return new UserOutcome.Done(id);
        });

    /// <summary>Puts right who a user is and what they may do. What they may do changes at once: their open screens end.</summary>
    /// <param name="version">What the administrator has read.</param>
    /// <param name="registration">The address in it counts for nothing: a user keeps theirs.</param>
    public Task<UserOutcome> AmendAsync(
        Actor actor, int userId, int version, UserRegistration registration, CancellationToken cancellationToken) =>
        ChangeAsync(actor, userId, AuditAction.UserAmended, async (context, user) =>
        {
            List<UserFinding> findings = [.. Validator.Judge(registration with { Email = user.Email })];
            var code = registration.InstituteCode;
            var institute = string.IsNullOrEmpty(code) ? null : await context.Set<Institute>()
                .Where(i => i.Code == code).Select(i => (int?)i.Id).SingleOrDefaultAsync(cancellationToken);
            if (!string.IsNullOrEmpty(code) && institute is null)
            {
                findings.Add(UserDirectory.UnknownInstitute(code));
            }

            if (findings.Count == 0 && user.IsAlready(registration.DisplayName, registration.Role, institute, registration.Territories))
            {
                return Change.Nothing;
            }

            if (user.Version != version)
            {
                return Change.Not(new UserOutcome.Stale());
            }

            if (findings.Count > 0)
            {
                return Change.Not(new UserOutcome.Invalid(findings));
            }

            if (user.Role is Role.AgencyAdministrator && registration.Role is not Role.AgencyAdministrator
                && !await MayRemoveAsync(context, actor, user, cancellationToken))
            {
                return Change.Not(new UserOutcome.Refused());
            }

            return Change.Done(endsSessions: user.Amend(registration.DisplayName, registration.Role, institute, registration.Territories));
        }, cancellationToken);

    /// <summary>Shuts a user out at once: every session ends, and every open screen of theirs.</summary>
    public Task<UserOutcome> DisableAsync(Actor actor, int userId, CancellationToken cancellationToken) =>
        ChangeAsync(actor, userId, AuditAction.UserDisabled, async (context, user) =>
        {
            if (user.IsDisabled)
            {
                return Change.Nothing;
            }

            if (!await MayRemoveAsync(context, actor, user, cancellationToken))
            {
                return Change.Not(new UserOutcome.Refused());
            }

            user.Disable(clock.UtcNow);
            return Change.Done(endsSessions: true);
        }, cancellationToken);

    /// <summary>Lets a user in again.</summary>
    public Task<UserOutcome> EnableAsync(Actor actor, int userId, CancellationToken cancellationToken) =>
        ChangeAsync(actor, userId, AuditAction.UserEnabled, (_, user) =>
        {
            if (!user.IsDisabled)
            {
                return Task.FromResult(Change.Nothing);
            }

            user.Enable();
            return Task.FromResult(Change.Done(endsSessions: false));
        }, cancellationToken);

    /// <summary>
    /// Gives a user a new password for the portal's own provider, and ends what is open under the old one. Useless, and harmless, with
    /// another provider.
    /// </summary>
    /// <param name="session">The session that asks: who gives themselves a password must still see it, for it is shown once, on that screen.</param>
    public async Task<UserOutcome> NewPasswordAsync(Actor actor, int userId, Guid? session, CancellationToken cancellationToken)
    {
        var password = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(PasswordLetters, 5)));
        var outcome = await ChangeAsync(actor, userId, AuditAction.UserPasswordSet, async (context, user) =>
        {
            await EmbeddedAccounts.SetPasswordAsync(context, user.Email, password, cancellationToken);
            return Change.Done(endsSessions: true) with { Except = userId == actor.UserId ? session : null };
        }, cancellationToken);
        return outcome is UserOutcome.Done ? new UserOutcome.PasswordSet(password) : outcome;
    }

    private static async Task<bool> MayRemoveAsync(PortalDbContext context, Actor actor, PortalUser user, CancellationToken cancellationToken)
    {
        var author = await context.Set<PortalUser>().SingleOrDefaultAsync(u => u.Id == actor.UserId, cancellationToken);
        if (!user.YieldsTo(author))
        {
            return false;
        }

        if (user.Role is Role.AgencyAdministrator)
        {
            // Of two administrators who shut each other out at the same moment one must fail: each commit needs its author as they were.
            author!.Vouch();
        }

        return true;
    }

    private async Task<UserOutcome> ChangeAsync(
        Actor actor, int userId, AuditAction action, Func<PortalDbContext, PortalUser, Task<Change>> change, CancellationToken cancellationToken) =>
        await ForAdministratorAsync(actor, async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            if (await context.Set<PortalUser>().SingleOrDefaultAsync(u => u.Id == userId, cancellationToken) is not { } user)
            {
                return new UserOutcome.NotFound();
            }

            var made = await change(context, user);
            if (!made.IsToBeSaved)
            {
                return made.Instead ?? new UserOutcome.Done(userId);
            }

            if (made.EndsSessions)
            {
                await context.EndSessionsOfAsync(userId, made.Except, cancellationToken);
            }

            context.Add(AuditEntry.By(actor, action, clock.UtcNow, AuditRecord.User(userId)));
            try
            {
                await context.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || engine.IsDuplicate(exception))
            {
                return new UserOutcome.Stale();
            }

            if (made.EndsSessions)
            {
                watch.UserShutOut(userId, made.Except);
            }

            return new UserOutcome.Done(userId);
        });

    private async Task<UserOutcome> ForAdministratorAsync(Actor actor, Func<Task<UserOutcome>> command)
    {
        if (actor.Role is not Role.AgencyAdministrator)
        {
            return new UserOutcome.NotFound();
        }

        try
        {
            return await command();
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            return new UserOutcome.NothingSaved();
        }
    }

    /// <param name="Instead">The outcome when nothing is to be saved; null when it was so already.</param>
    private sealed record Change(bool IsToBeSaved, bool EndsSessions, UserOutcome? Instead)
    {
        public static readonly Change Nothing = new(false, false, null);

        /// <summary>The session that goes on where the others end; null for none.</summary>
        public Guid? Except { get; init; }

        public static Change Not(UserOutcome instead) => new(false, false, instead);

        public static Change Done(bool endsSessions) => new(true, endsSessions, null);
    }
}
