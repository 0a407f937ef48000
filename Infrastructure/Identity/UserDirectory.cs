using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>The portal's own records of its users: who they are, what they may do, and which account of the provider is theirs.</summary>
public sealed class UserDirectory(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, SessionWatch watch, PortalClock clock)
{
    private static readonly UserRegistrationValidator Validator = new();

    /// <summary>
    /// Finds the record of an account that the identity provider has just authenticated; at the first sign-in joins the two
    /// by the e-mail address, which counts only when the provider verified it.
    /// </summary>
    public async Task<AdmissionOutcome> AdmitAsync(ProviderAccount account, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var user = await context.Set<PortalUser>().SingleOrDefaultAsync(
            u => u.Issuer == account.Issuer && u.Subject == account.Subject, cancellationToken);
        if (user is not null)
        {
            return user.IsDisabled ? new AdmissionOutcome.Disabled() : new AdmissionOutcome.Admitted(user);
        }

        if (string.IsNullOrWhiteSpace(account.Email))
        {
            return new AdmissionOutcome.NotRegistered();
        }

        if (!account.EmailVerified)
        {
            return new AdmissionOutcome.EmailNotVerified();
        }

        var email = PortalUser.NormalizeEmail(account.Email);
        user = await context.Set<PortalUser>().SingleOrDefaultAsync(u => u.Email == email, cancellationToken);
        if (user is null || (user.IsJoined && !user.IsJoinedTo(account.Issuer, account.Subject)))
        {
            // A record that is joined to another account stays with it: an address can change hands, a subject cannot.
            return new AdmissionOutcome.NotRegistered();
        }

        // Another first sign-in of the same account may have joined the record since the first look.
        return user.IsDisabled ? new AdmissionOutcome.Disabled()
            : user.IsJoined ? new AdmissionOutcome.Admitted(user)
            : await JoinAsync(context, user, account, cancellationToken);
    }

    /// <summary>Registers all of them, or none when one is refused.</summary>
    /// <returns>What was wrong, by the position in the list; empty when all were registered.</returns>
    public Task<IReadOnlyList<RefusedRegistration>> RegisterAsync(
        IReadOnlyList<UserRegistration> registrations, CancellationToken cancellationToken = default) =>
        RegisterAsync(registrations, (_, _) => { }, cancellationToken);

    /// <param name="alongside">Adds to the commit what belongs to each user; the user has no id yet.</param>
    internal async Task<IReadOnlyList<RefusedRegistration>> RegisterAsync(
        IReadOnlyList<UserRegistration> registrations, Action<PortalDbContext, PortalUser> alongside, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var institutes = await context.Set<Institute>().ToDictionaryAsync(
            i => i.Code, i => i.Id, StringComparer.OrdinalIgnoreCase, cancellationToken);
        var emails = registrations.Select(r => PortalUser.NormalizeEmail(r.Email)).ToList();
        var taken = (await context.Set<PortalUser>().Where(u => emails.Contains(u.Email)).Select(u => u.Email)
            .ToListAsync(cancellationToken)).ToHashSet();

        List<RefusedRegistration> refused = [];
        foreach (var (position, registration) in registrations.Index())
        {
            List<UserFinding> findings = [.. Validator.Judge(registration)];
            if (!string.IsNullOrWhiteSpace(registration.InstituteCode) && !institutes.ContainsKey(registration.InstituteCode))
            {
                findings.Add(UnknownInstitute(registration.InstituteCode));
            }

            if (!taken.Add(emails[position]))
            {
                findings.Add(Taken(emails[position]));
            }

            if (findings.Count > 0)
            {
                refused.Add(new RefusedRegistration(position, findings));
                continue;
            }

            var user = registration.IsSchool
                ? PortalUser.RegisterSchool(registration.Email, registration.DisplayName, registration.Role, institutes[registration.InstituteCode!])
                : PortalUser.RegisterAgency(registration.Email, registration.DisplayName, registration.Role, registration.Territories);
            context.Add(user);
            alongside(context, user);
        }

        if (refused.Count == 0)
        {
            await context.SaveChangesAsync(cancellationToken);
        }

        return refused;
    }

    internal static UserFinding UnknownInstitute(string code) =>
        new(nameof(UserRegistration.InstituteCode), UserFault.InstituteUnknown, $"no institute has the code '{code}'");

    internal static UserFinding Taken(string email) =>
        new(nameof(UserRegistration.Email), UserFault.EmailTaken, $"'{email}' is registered already");

    public async Task<IReadOnlyList<ListedUser>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from user in context.Set<PortalUser>().AsNoTracking()
            join institute in context.Set<Institute>() on user.InstituteId equals (int?)institute.Id into owners
            from owner in owners.DefaultIfEmpty()
            orderby user.Email
            select new { User = user, Code = owner == null ? null : owner.Code, Name = owner == null ? null : owner.Name })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new ListedUser(
            r.User.Email, r.User.DisplayName, r.User.Role, r.Code, r.Name, r.User.Territories, r.User.IsJoined, r.User.IsDisabled))];
    }

    /// <summary>The record with that address, or null.</summary>
    public async Task<PortalUser?> FindByEmailAsync(string email, CancellationToken cancellationToken = default)
    {
        var normalized = PortalUser.NormalizeEmail(email);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<PortalUser>().AsNoTracking().SingleOrDefaultAsync(u => u.Email == normalized, cancellationToken);
    }

    /// <summary>Shuts a user out and ends every session of theirs.</summary>
    public Task<UserChange> DisableAsync(string email, CancellationToken cancellationToken = default) =>
        ChangeAsync(email, user => !user.IsDisabled, user => user.Disable(clock.UtcNow), true, cancellationToken);

    public Task<UserChange> EnableAsync(string email, CancellationToken cancellationToken = default) =>
        ChangeAsync(email, user => user.IsDisabled, user => user.Enable(), false, cancellationToken);

    /// <summary>Takes the record off its provider account and ends every session; the next sign-in joins it anew.</summary>
    public Task<UserChange> ReleaseAsync(string email, CancellationToken cancellationToken = default) =>
        ChangeAsync(email, user => user.IsJoined, user => user.Release(), true, cancellationToken);

    private async Task<AdmissionOutcome> JoinAsync(
        PortalDbContext context, PortalUser user, ProviderAccount account, CancellationToken cancellationToken)
    {
        user.Join(account.Issuer, account.Subject, clock.UtcNow);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return new AdmissionOutcome.Admitted(user);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || engine.IsDuplicate(exception))
        {
            // Two first sign-ins at the same moment: the other one has joined the record. This one looks again.
            return await AdmitAsync(account, cancellationToken);
        }
    }

    private async Task<UserChange> ChangeAsync(
        string email, Func<PortalUser, bool> applies, Action<PortalUser> change, bool endSessions, CancellationToken cancellationToken)
    {
        var normalized = PortalUser.NormalizeEmail(email);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var user = await context.Set<PortalUser>().SingleOrDefaultAsync(u => u.Email == normalized, cancellationToken);
        if (user is null)
        {
            return UserChange.NotFound;
        }

        if (!applies(user))
        {
            return UserChange.NothingToDo;
        }

        change(user);
        if (endSessions)
        {
            await context.EndSessionsOfAsync(user.Id, except: null, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        if (endSessions)
        {
            watch.UserShutOut(user.Id);
        }

        return UserChange.Done;
    }
}
