using System.Globalization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Rosters;

/// <inheritdoc cref="IRosterQueries"/>
internal sealed class RosterQueries(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, RosterReader reader, IAuditTrail trail) : IRosterQueries
{
    private const int MostEvents = 10;

    private static readonly AuditAction[] Shown =
        [AuditAction.RosterLoaded, AuditAction.RosterReplaced, AuditAction.RosterClassRemoved, AuditAction.RosterRemoved, AuditAction.RosterExpired];

    /// <summary>«2» before «10», as people count classes.</summary>
    private static readonly StringComparer NaturalOrder =
        StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    public async Task<bool> ExistsAsync(Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            return await context.Set<RosterClass>().OwnedBy(actor).AnyAsync(cancellationToken);
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<RosterClassRow>> ClassesAsync(Actor actor, CancellationToken cancellationToken)
    {
        var found = await ClassesOfAsync(actor, cancellationToken);
        return
        [
            .. found.Select(RowOf)
                .OrderBy(row => row.SiteName, StringComparer.CurrentCulture)
                .ThenBy(row => row.Name.Length == 0) // staff without a class come after the classes
                .ThenBy(row => row.Place.ClassName, NaturalOrder)
                .ThenBy(row => row.Place.Section, NaturalOrder),
        ];
    }

    public async Task<RosterClassSheet?> FindAsync(Actor actor, int classId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await WithSites(context, actor).SingleOrDefaultAsync(found => found.Class.Id == classId, cancellationToken) is not { } sheet)
        {
            return null;
        }

        var people = await context.Set<RosterPerson>().AsNoTracking().Where(p => p.RosterClassId == classId)
            .OrderBy(p => p.SurnameKey).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        await trail.ReadAsync(actor, AuditAction.RosterRead, new AuditRecord(AuditKind.RosterClass, classId), people.Count);
        return new RosterClassSheet(RowOf(sheet), [.. people.Select(p => reader.Entry(p, sheet.Class.Place, sheet.SiteName))]);
    }

    public async Task<IReadOnlyList<RosterMatch>> SearchAsync(
        Actor actor, string typed, int? siteId, CancellationToken cancellationToken)
    {
        var (from, before) = PersonSearch.Range(typed);
        if (actor is not { IsSchool: true, InstituteId: { } institute } || from.Length < IRosterQueries.FewestLetters)
        {
            return [];
        }

        try
        {
            return await MatchesAsync(actor, institute, siteId, new ListArguments { From = from, Before = before }, cancellationToken);
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            return [];
        }
    }

    public async Task<IReadOnlyList<RosterEvent>> EventsAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor is not { Role: Role.HeadTeacher, InstituteId: { } institute })
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<AuditEntry>().AsNoTracking()
            .Where(e => e.InstituteId == institute && Shown.Contains(e.Action))
            .OrderByDescending(e => e.Id).Take(MostEvents)
            .GroupJoin(context.Set<PortalUser>(), e => e.UserId, u => u.Id, (e, users) => new { Entry = e, Users = users })
            .SelectMany(e => e.Users.DefaultIfEmpty(), (e, user) => new { e.Entry, user!.DisplayName })
            .OrderByDescending(e => e.Entry.Id)
            .Select(e => new RosterEvent(e.Entry.At, e.Entry.Action, e.DisplayName, e.Entry.PersonCount))
            .ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<RosterMatch>> MatchesAsync(
        Actor actor, int institute, int? siteId, ListArguments arguments, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var owned = context.Set<RosterPerson>().AsNoTracking().Where(p => p.InstituteId == institute);
        var near = siteId is { } site ? owned.Where(p => p.SchoolSiteId == site) : owned;
        var found = await new NameSearch<RosterPerson>(p => p.SurnameKey, p => p.SurnameKey, arguments).BySurname(near)
            .OrderBy(p => p.SurnameKey).ThenBy(p => p.Id).Take(IRosterQueries.MostMatches)
            .Join(
                context.Set<RosterClass>().Join(
                    context.Set<SchoolSite>(), c => c.SchoolSiteId, s => s.Id, (c, s) => new ClassOfSite { Class = c, SiteName = s.Name }),
                p => p.RosterClassId, c => c.Class.Id, (p, c) => new { Person = p, c.Class, c.SiteName })
            .OrderBy(match => match.Person.SurnameKey).ThenBy(match => match.Person.Id)
            .ToListAsync(cancellationToken);
        foreach (var ofClass in found.CountBy(match => match.Class.Id))
        {
            await trail.ReadAsync(actor, AuditAction.RosterRead, new AuditRecord(AuditKind.RosterClass, ofClass.Key), ofClass.Value);
        }

        return
        [
            .. found.Select(match => new RosterMatch(
                reader.Entry(match.Person, match.Class.Place, match.SiteName),
                RowOf(new ClassOfSite { Class = match.Class, SiteName = match.SiteName }).Name,
                match.Person.BirthDate)),
        ];
    }

    private async Task<List<ClassOfSite>> ClassesOfAsync(Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            return await WithSites(context, actor).ToListAsync(cancellationToken);
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            throw new StoreUnavailableException(exception);
        }
    }

    private static IQueryable<ClassOfSite> WithSites(PortalDbContext context, Actor actor) =>
        context.Set<RosterClass>().AsNoTracking().OwnedBy(actor).Join(
            context.Set<SchoolSite>(), c => c.SchoolSiteId, s => s.Id, (c, s) => new ClassOfSite { Class = c, SiteName = s.Name });

    private static RosterClassRow RowOf(ClassOfSite found) => new(
        found.Class.Id, found.Class.Place, found.SiteName, found.Class.PersonCount, PortalClock.DayOf(found.Class.LoadedAt))
    {
        LoadKey = found.Class.LoadKey,
    };

    private sealed class ClassOfSite
    {
        public required RosterClass Class { get; init; }

        public required string SiteName { get; init; }
    }
}
