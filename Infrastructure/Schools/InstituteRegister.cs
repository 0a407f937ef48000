using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Schools;

/// <param name="Position">Zero-based place in the list that was given.</param>
/// <param name="Reasons">English, for the people who run the portal.</param>
public sealed record RefusedSite(int Position, IReadOnlyList<string> Reasons);

/// <summary>The institutes that report through the portal.</summary>
public sealed class InstituteRegister(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>Each lost try means that an administrator saved a school meanwhile: so many in a row is a fault, not bad luck.</summary>
    private const int MostTries = 10;

    /// <summary>Adds the institute with its plessi, unless one with the same code is there already.</summary>
    public async Task EnsureAsync(Institute institute, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<Institute>().AnyAsync(i => i.Code == institute.Code, cancellationToken))
        {
            context.Add(institute);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Adds every institute and plesso that is new and puts right what is known of the others: all of them, or none when one is
    /// refused. Saying the same again changes nothing; what is not listed stays as it is.
    /// </summary>
    /// <returns>What was wrong, by the position in the list; empty when all were saved.</returns>
    public Task<IReadOnlyList<RefusedSite>> SaveAsync(IReadOnlyList<SiteRegistration> sites, CancellationToken cancellationToken = default) =>
        AgainAsync(() => TrySaveAsync(sites, cancellationToken));

    /// <summary>Closes what a register listed once and lists no more.</summary>
    /// <param name="listed">Codes of all plessi that the register lists now, however well it does.</param>
    /// <returns>How many were closed.</returns>
    public Task<int> CloseMissingAsync(
        SchoolRegister register, IReadOnlySet<string> listed, DateOnly today, CancellationToken cancellationToken = default) =>
        AgainAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var open = await context.Set<SchoolSite>().Where(s => s.Register == register && s.ClosedOn == null).ToListAsync(cancellationToken);
            var missing = open.FindAll(site => !listed.Contains(site.Code));
            missing.ForEach(site => site.Close(today));
            await context.SaveChangesAsync(cancellationToken);
            return missing.Count;
        });

    /// <summary>Every institute with its plessi, by code.</summary>
    public async Task<IReadOnlyList<Institute>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Institute>().AsNoTracking().Include(i => i.Sites.OrderBy(s => s.Code)).AsSingleQuery()
            .OrderBy(i => i.Code).ToListAsync(cancellationToken);
    }

    private static async Task<TResult> AgainAsync<TResult>(Func<Task<TResult>> change)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await change();
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // The register is compared anew with what the administrator has just saved.
            }
        }
    }

    private async Task<IReadOnlyList<RefusedSite>> TrySaveAsync(IReadOnlyList<SiteRegistration> sites, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var institutes = await context.Set<Institute>().Include(i => i.Sites).AsSingleQuery()
            .ToDictionaryAsync(i => i.Code, StringComparer.OrdinalIgnoreCase, cancellationToken);
        var owners = institutes.Values.SelectMany(i => i.Sites, (i, s) => (Institute: i.Code, Site: s.Code))
            .ToDictionary(pair => pair.Site, pair => pair.Institute, StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> listed = new(StringComparer.OrdinalIgnoreCase);
        List<RefusedSite> refused = [];
        foreach (var (position, site) in sites.Index())
        {
            List<string> reasons = [.. site.Faults()];
            if (!listed.Add(site.SiteCode))
            {
                reasons.Add($"the plesso '{site.SiteCode}' is listed twice");
            }

            if (owners.TryGetValue(site.SiteCode, out var owner) && !owner.Equals(site.InstituteCode, StringComparison.OrdinalIgnoreCase))
            {
                reasons.Add($"the plesso '{site.SiteCode}' belongs to the institute '{owner}'");
            }

            if (!names.TryAdd(site.InstituteCode, site.InstituteName) && names[site.InstituteCode] != site.InstituteName)
            {
                reasons.Add($"the institute '{site.InstituteCode}' has another name in a line before");
            }

            if (reasons.Count > 0)
            {
                refused.Add(new RefusedSite(position, reasons));
                continue;
            }

            Apply(site);
        }

        if (refused.Count == 0)
        {
            await context.SaveChangesAsync(cancellationToken);
        }

        return refused;

        void Apply(SiteRegistration site)
        {
            if (!institutes.TryGetValue(site.InstituteCode, out var institute))
            {
                institute = context.Add(Institute.Register(site.InstituteCode, site.InstituteName)).Entity;
                institutes.Add(institute.Code, institute);
            }

            institute.Rename(site.InstituteName);
            if (institute.Sites.FirstOrDefault(s => s.Code.Equals(site.SiteCode, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                known.Amend(site);
            }
            else
            {
                institute.AddSite(site);
            }
        }
    }
}
