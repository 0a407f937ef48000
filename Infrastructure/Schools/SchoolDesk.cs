using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Schools;

/// <summary>
/// What the agency's administrator does with institutes and plessi; for everybody else there is nothing to do. Schools and services that no
/// ministry lists (nidi, CFP) are added here. A plesso is closed and never deleted: its cases name it.
/// </summary>
public sealed class SchoolDesk(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, PlaceRegister places, PortalClock clock)
{
    private const int MostTries = 5;

    /// <summary>A page of the institutes; empty for who is no administrator.</summary>
    public async Task<Page<SchoolRow>> ListAsync(Actor actor, SchoolListRequest request, CancellationToken cancellationToken)
    {
        if (!IsKeeper(actor))
        {
            return new Page<SchoolRow>([], null, null);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var institutes = context.Set<Institute>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var pattern = LikePattern.Containing(request.Search);
            institutes = institutes.Where(i => EF.Functions.Like(i.Name, pattern, LikePattern.Escape) || EF.Functions.Like(i.Code, pattern, LikePattern.Escape)
                || i.Sites.Any(s => EF.Functions.Like(s.Name, pattern, LikePattern.Escape) || EF.Functions.Like(s.Code, pattern, LikePattern.Escape)));
        }

        return await Keyset.PageAsync(request.Anchor, SchoolListRequest.PageSize, row => row.Id, async anchor =>
        {
            var descending = anchor is { Backwards: true };
            var at = anchor is null ? null : context.Set<Institute>().Where(i => i.Id == anchor.Id).Select(i => i.Name);
            var found = await Keyset
                .Spots([new Walk<Institute, string>(institutes, i => i.Name)], descending, at, new ListArguments { Anchor = anchor?.Id ?? 0 }, SchoolListRequest.PageSize + 1)
                .Rows(context.Set<Institute>().AsNoTracking(), i => new { i.Id, i.Code, i.Name, Sites = i.Sites.Count(s => s.ClosedOn == null) }, descending)
                .ToListAsync(cancellationToken);
            var ids = found.Select(i => (int?)i.Id).ToList();
            var users = await context.Set<PortalUser>().Where(u => ids.Contains(u.InstituteId) && u.DisabledAt == null)
                .GroupBy(u => u.InstituteId).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key!.Value, group => group.Count, cancellationToken);
            return found.ConvertAll(i => new SchoolRow(i.Id, i.Code, i.Name, i.Sites, users.GetValueOrDefault(i.Id)));
        });
    }

    /// <summary>One institute, or null.</summary>
    public async Task<SchoolSheet?> FindAsync(Actor actor, int instituteId, CancellationToken cancellationToken)
    {
        if (!IsKeeper(actor))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var institute = await context.Set<Institute>().AsNoTracking().Include(i => i.Sites).AsSingleQuery()
            .SingleOrDefaultAsync(i => i.Id == instituteId, cancellationToken);
        return institute is null ? null : new SchoolSheet(
            institute.Id, institute.Code, institute.Name,
            [.. institute.Sites.OrderBy(s => s.ClosedOn is not null).ThenBy(s => s.Name, StringComparer.CurrentCulture)]);
    }

    /// <summary>Adds an institute with its first plesso.</summary>
    public Task<SchoolOutcome> AddAsync(Actor actor, SchoolDraft draft, CancellationToken cancellationToken) =>
        ForKeeperAsync(actor, async context =>
        {
            var code = Code(draft.InstituteCode);
            var own = code.Length == 0;
            code = own ? await OwnCodes.NextAsync(context, cancellationToken) : code;
            var site = Code(draft.SiteCode) is { Length: > 0 } given ? given : $"{code}-1";
            var (meant, findings) = await ReadAsync(context, draft, code, site, knownSite: null, cancellationToken);
            if (!own && await context.Set<Institute>().AnyAsync(i => i.Code == code, cancellationToken))
            {
                findings.Add(Taken(nameof(SiteRegistration.InstituteCode)));
            }

            if (findings.Count > 0)
            {
                return new SchoolOutcome.Invalid(findings);
            }

            var institute = context.Add(Institute.Register(code, draft.InstituteName.Trim())).Entity;
            institute.AddSite(meant with { Register = SchoolRegister.Agency });
            return await SaveAsync(context, actor, () => institute.Id, AuditAction.SchoolSaved, cancellationToken);
        });

    /// <summary>Gives an institute another name.</summary>
    /// <param name="opened">The name that the administrator has read.</param>
    public Task<SchoolOutcome> RenameAsync(Actor actor, int instituteId, string name, string opened, CancellationToken cancellationToken) =>
        ForInstituteAsync(actor, instituteId, async (context, institute) =>
        {
            if (institute.Name == name.Trim())
            {
                return new SchoolOutcome.Done(instituteId);
            }

            if (institute.Name != opened)
            {
                return new SchoolOutcome.Stale();
            }

            var findings = SiteRegistration.JudgeInstituteName(name.Trim()).ToList();
            if (findings.Count > 0)
            {
                return new SchoolOutcome.Invalid(findings);
            }

            institute.Rename(name.Trim());
            return await SaveAsync(context, actor, () => institute.Id, AuditAction.SchoolSaved, cancellationToken);
        }, cancellationToken);

    /// <summary>Adds a plesso, or puts right an open one. Its code stays.</summary>
    /// <param name="siteId">Null for a new one.</param>
    public Task<SchoolOutcome> SaveSiteAsync(
        Actor actor, int instituteId, int? siteId, SchoolDraft draft, CancellationToken cancellationToken) =>
        ForInstituteAsync(actor, instituteId, async (context, institute) =>
        {
            var site = siteId is null ? null : institute.Sites.FirstOrDefault(s => s.Id == siteId);
            if (siteId is not null && site is not { ClosedOn: null })
            {
                return new SchoolOutcome.NotFound();
            }

            var code = site?.Code ?? (Code(draft.SiteCode) is { Length: > 0 } given ? given : OwnCodes.NextSite(institute));
            var (meant, findings) = await ReadAsync(
                context, draft with { InstituteName = institute.Name }, institute.Code, code, site?.Id, cancellationToken);
            var stands = site is null ? null : SiteValues.Of(site);
            if (findings.Count == 0 && SiteValues.Of(meant) == stands)
            {
                return new SchoolOutcome.Done(instituteId);
            }

            if (stands != draft.Opened)
            {
                return new SchoolOutcome.Stale();
            }

            if (findings.Count > 0)
            {
                return new SchoolOutcome.Invalid(findings);
            }

            if (site is null)
            {
                institute.AddSite(meant with { Register = SchoolRegister.Agency });
            }
            else
            {
                site.Amend(meant);
            }

            return await SaveAsync(context, actor, () => institute.Id, AuditAction.SchoolSaved, cancellationToken);
        }, cancellationToken);

    /// <summary>Closes a plesso from today on, or opens it again. Its cases stay; schools are not offered it for new ones.</summary>
    public async Task<SchoolOutcome> CloseSiteAsync(Actor actor, int instituteId, int siteId, bool close, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            // Whatever a colleague has saved of it meanwhile stays, and it is closed all the same.
            if (await TryCloseSiteAsync(actor, instituteId, siteId, close, cancellationToken) is not SchoolOutcome.Stale and var outcome)
            {
                return outcome;
            }
        }

        return new SchoolOutcome.NothingSaved();
    }

    private static bool IsKeeper(Actor actor) => actor.Role is Role.AgencyAdministrator;

    private static string Code(string typed) => typed.Trim().ToUpperInvariant();

    private static SiteFinding Taken(string field) => new(field, SiteFault.Taken, "the code is another school's");

    private Task<SchoolOutcome> TryCloseSiteAsync(Actor actor, int instituteId, int siteId, bool close, CancellationToken cancellationToken) =>
        ForInstituteAsync(actor, instituteId, async (context, institute) =>
        {
            if (institute.Sites.FirstOrDefault(s => s.Id == siteId) is not { } site)
            {
                return new SchoolOutcome.NotFound();
            }

            if (close == site.ClosedOn is not null)
            {
                return new SchoolOutcome.Done(instituteId);
            }

            if (close)
            {
                site.Close(clock.Today);
            }
            else
            {
                site.Amend(new SiteRegistration(institute.Code, institute.Name, site.Code, site.Name, site.Type, site.MunicipalityCode));
            }

            return await SaveAsync(context, actor, () => institute.Id, AuditAction.SiteClosed, cancellationToken);
        }, cancellationToken);

    /// <summary>What the draft means, what is wrong with it, and whether another school has its code.</summary>
    private async Task<(SiteRegistration Meant, List<SiteFinding> Findings)> ReadAsync(
        PortalDbContext context, SchoolDraft draft, string instituteCode, string siteCode, int? knownSite, CancellationToken cancellationToken)
    {
        var (meant, findings) = draft.Read(instituteCode, siteCode, places);
        return await context.Set<SchoolSite>().AnyAsync(s => s.Code == siteCode && s.Id != knownSite, cancellationToken)
            ? (meant, [.. findings, Taken(nameof(SiteRegistration.SiteCode))])
            : (meant, [.. findings]);
    }

    private Task<SchoolOutcome> ForInstituteAsync(
        Actor actor, int instituteId, Func<PortalDbContext, Institute, Task<SchoolOutcome>> command, CancellationToken cancellationToken) =>
        ForKeeperAsync(actor, async context =>
            await context.Set<Institute>().Include(i => i.Sites).AsSingleQuery().SingleOrDefaultAsync(i => i.Id == instituteId, cancellationToken)
                is { } institute ? await command(context, institute) : new SchoolOutcome.NotFound());

    private async Task<SchoolOutcome> SaveAsync(
        PortalDbContext context, Actor actor, Func<int> id, AuditAction action, CancellationToken cancellationToken)
    {
        // A new institute has no id before the commit: the entry then names none, and its time tells which it was.
        context.Add(AuditEntry.By(actor, action, clock.UtcNow, id() > 0 ? AuditRecord.Institute(id()) : null, personCount: 0));
        await context.SaveChangesAsync(cancellationToken);
        return new SchoolOutcome.Done(id());
    }

    private async Task<SchoolOutcome> ForKeeperAsync(Actor actor, Func<PortalDbContext, Task<SchoolOutcome>> command)
    {
        if (!IsKeeper(actor))
        {
            return new SchoolOutcome.NotFound();
        }

        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            return await command(context);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A colleague committed after this command had read: what the administrator has seen stands no more.
            return new SchoolOutcome.Stale();
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
        {
            // Two administrators with the same code at the same moment.
            return new SchoolOutcome.Invalid([Taken(nameof(SiteRegistration.SiteCode))]);
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            return new SchoolOutcome.NothingSaved();
        }
    }
}
