using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Identity;

public sealed partial class UserDesk
{
    private const int MostInstitutes = 12;
    /// <summary>A page of the users; empty for who is no administrator.</summary>
    public async Task<Page<UserRow>> ListAsync(Actor actor, UserListRequest request, CancellationToken cancellationToken)
    {
        if (actor.Role is not Role.AgencyAdministrator)
        {
            return new Page<UserRow>([], null, null);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Keyset.PageAsync(
            request.Anchor, UserListRequest.PageSize, row => row.Id, anchor => ReadAsync(context, request, anchor, cancellationToken));
    }

    /// <summary>One user, or null.</summary>
    public async Task<UserSheet?> FindAsync(Actor actor, int userId, CancellationToken cancellationToken)
    {
        if (actor.Role is not Role.AgencyAdministrator)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<PortalUser>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancellationToken) is not { } user)
        {
            return null;
        }

        var owner = await context.Set<Institute>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == user.InstituteId, cancellationToken);
        var sessions = await context.Set<UserSession>().CountAsync(s => s.UserId == userId && s.ExpiresAt > time.GetUtcNow().UtcDateTime, cancellationToken);
        return new UserSheet(Row(user, owner?.Code, owner?.Name), user.Version, sessions, user.DisabledAt, userId == actor.UserId);
    }

    /// <summary>The institutes whose code or name has what was typed in it: the first ones, as code and name.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> InstitutesAsync(Actor actor, string typed, CancellationToken cancellationToken)
    {
        var part = typed.Trim();
        if (actor.Role is not Role.AgencyAdministrator || part.Length == 0)
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pattern = LikePattern.Containing(part);
        var found = await context.Set<Institute>().AsNoTracking()
            .Where(i => EF.Functions.Like(i.Code, pattern, LikePattern.Escape) || EF.Functions.Like(i.Name, pattern, LikePattern.Escape))
            .OrderBy(i => i.Name).ThenBy(i => i.Id).Take(MostInstitutes).Select(i => new { i.Code, i.Name }).ToListAsync(cancellationToken);
        return [.. found.Select(i => (i.Code, i.Name))];
    }

    private static async Task<List<UserRow>> ReadAsync(
        PortalDbContext context, UserListRequest request, PageAnchor? anchor, CancellationToken cancellationToken)
    {
        var users = context.Set<PortalUser>().AsNoTracking();
        if (request.Role is { } role)
        {
            users = users.Where(u => u.Role == role);
        }

        if (request.InstituteId is { } institute)
        {
            users = users.Where(u => u.InstituteId == institute);
        }

        users = request.State switch
        {
            UserState.Active => users.Where(u => u.DisabledAt == null && u.Subject != null),
            UserState.Invited => users.Where(u => u.DisabledAt == null && u.Subject == null),
            UserState.Disabled => users.Where(u => u.DisabledAt != null),
            _ => users,
        };
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var pattern = LikePattern.Containing(request.Search);
            users = users.Where(u => EF.Functions.Like(u.DisplayName, pattern, LikePattern.Escape) || EF.Functions.Like(u.Email, pattern, LikePattern.Escape)
                || context.Set<Institute>().Any(i => i.Id == u.InstituteId
                    && (EF.Functions.Like(i.Name, pattern, LikePattern.Escape) || EF.Functions.Like(i.Code, pattern, LikePattern.Escape))));
        }

        var descending = anchor is { Backwards: true };
        var at = anchor is null ? null : context.Set<PortalUser>().Where(u => u.Id == anchor.Id).Select(u => u.Email);
        var found = await Keyset
            .Spots([new Walk<PortalUser, string>(users, u => u.Email)], descending, at, new ListArguments { Anchor = anchor?.Id ?? 0 }, UserListRequest.PageSize + 1)
            .Rows(context.Set<PortalUser>().AsNoTracking(), u => u, descending)
            .ToListAsync(cancellationToken);
        var institutes = found.Select(u => u.InstituteId).Distinct().ToList();
        var owners = await context.Set<Institute>().Where(i => institutes.Contains(i.Id))
            .ToDictionaryAsync(i => i.Id, i => (i.Code, i.Name), cancellationToken);
        return [.. found.Select(user => user.InstituteId is { } id ? Row(user, owners[id].Code, owners[id].Name) : Row(user, null, null))];
    }

    private static UserRow Row(PortalUser user, string? code, string? name) => new(
        user.Id, user.Email, user.DisplayName, user.Role, code, name, user.Territories,
        user.IsDisabled ? UserState.Disabled : user.IsJoined ? UserState.Active : UserState.Invited);
}
