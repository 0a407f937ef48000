using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>
/// What a school does with its roster. Every command may be sent twice and is done once, checks the rules again whatever the screen
/// has checked before, and leaves an entry in the audit.
/// </summary>
public sealed class RosterKeeping(
    IRosterStore store, ICaseStore schools, RosterDraftValidator rules, RosterReader reader, PortalClock clock)
{
    /// <summary>
    /// Loads a list: all of its rows, or none. The classes that are in the list are replaced, the others stay. A list may be saved in
    /// several steps under one key: then only the first replaces.
    /// </summary>
    /// <param name="loadKey">Made when the list was read.</param>
    /// <param name="seen">See <see cref="RosterLoad"/>.</param>
    /// <param name="chosenSiteId">The plesso of the rows that name none; null when there is none.</param>
    /// <param name="screen">See <see cref="AuditEntry.Screen"/>.</param>
    public Task<RosterOutcome> LoadAsync(
        Actor actor, Guid loadKey, IReadOnlyDictionary<RosterPlace, Guid> seen, int? chosenSiteId, IReadOnlyList<RosterDraft> drafts,
        string screen, CancellationToken cancellationToken) =>
        ForSchoolAsync(actor, async () =>
        {
            var setting = await SettingAsync(actor, chosenSiteId, cancellationToken);
            var listed = new ListedPeople();
            var inList = setting with { EarlierRow = listed.FirstRowOf };
            Dictionary<Guid, IReadOnlyList<Finding>> refused = [];
            List<(RosterPlace Place, RosterRow Row)> rows = [];
            foreach (var (number, draft) in drafts.Index())
            {
                var findings = rules.Check(draft, inList);
                if (findings.Any(finding => finding.IsError || !draft.Confirms(finding)))
                {
                    refused[draft.RequestKey] = findings;
                    continue;
                }

                var place = new RosterPlace(setting.SiteOf(draft)!.Id, draft.ClassName, draft.Section);
                rows.Add((place, new RosterRow(draft.RequestKey, reader.Read(draft, findings))));
                if (rules.IdentityOf(draft) is { } identity)
                {
                    listed.Add(identity, number + 1);
                }
            }

            if (refused.Count > 0)
            {
                return new RosterOutcome.Refused(refused);
            }

            var now = clock.UtcNow;
            var isLoaded = await store.LoadAsync(
                actor,
                new RosterLoad(loadKey, seen, now),
                rows.GroupBy(row => row.Place, row => row.Row).ToDictionary(group => group.Key, IReadOnlyList<RosterRow> (group) => [.. group]),
                change => Entries(actor, screen, change, now),
                cancellationToken);
            return isLoaded ? new RosterOutcome.Loaded(drafts.Count) : new RosterOutcome.Overtaken();
        });

    /// <summary>What the rules of the actor's roster must know.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read.</exception>
    public async Task<RosterSetting> SettingAsync(Actor actor, int? chosenSiteId, CancellationToken cancellationToken)
    {
        var sites = (await schools.SettingAsync(actor, cancellationToken)).Sites;
        return new RosterSetting(sites, sites.FirstOrDefault(site => site.Id == chosenSiteId));
    }

    /// <summary>Removes a class with its people.</summary>
    /// <inheritdoc cref="LoadAsync" path="/param[@name='screen']"/>
    public Task<RosterOutcome> RemoveClassAsync(Actor actor, int classId, string screen, CancellationToken cancellationToken) =>
        ForSchoolAsync(actor, async () => await store.RemoveAsync(
            actor,
            classId,
            removed => AuditEntry.By(
                actor, AuditAction.RosterClassRemoved, screen, removed, clock.UtcNow, new AuditRecord(AuditKind.RosterClass, classId)),
            cancellationToken) is { } count ? new RosterOutcome.Removed(count) : new RosterOutcome.NotFound());

    /// <summary>Removes the whole roster of the actor's institute, at once.</summary>
    /// <inheritdoc cref="LoadAsync" path="/param[@name='screen']"/>
    public Task<RosterOutcome> RemoveAllAsync(Actor actor, string screen, CancellationToken cancellationToken) =>
        ForSchoolAsync(actor, async () => new RosterOutcome.Removed(await store.RemoveAsync(
            actor,
            classId: null,
            removed => AuditEntry.By(actor, AuditAction.RosterRemoved, screen, removed, clock.UtcNow),
            cancellationToken) ?? 0));

    /// <summary>Removes what belongs to school years that are over, in every institute.</summary>
    /// <returns>How many people were removed.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<int> ExpireAsync(SchoolYear schoolYear, CancellationToken cancellationToken)
    {
        var firstDay = schoolYear.LastEndBefore(clock.Today).AddDays(1);
        return store.RemoveOldAsync(
            PortalClock.AtTimeInRome(firstDay, TimeOnly.MinValue),
            (institute, removed) => AuditEntry.ByThePortal(institute, AuditAction.RosterExpired, removed, clock.UtcNow),
            cancellationToken);
    }

    /// <summary>Who was replaced is gone as much as who was removed, and is counted too.</summary>
    private static IEnumerable<AuditEntry> Entries(Actor actor, string screen, RosterChange change, DateTime now)
    {
        if (change.Removed > 0)
        {
            yield return AuditEntry.By(actor, AuditAction.RosterReplaced, screen, change.Removed, now);
        }

        if (change.Added > 0)
        {
            yield return AuditEntry.By(actor, AuditAction.RosterLoaded, screen, change.Added, now);
        }
    }

    private static async Task<RosterOutcome> ForSchoolAsync(Actor actor, Func<Task<RosterOutcome>> command)
    {
        if (!actor.IsSchool)
        {
            return new RosterOutcome.NotFound();
        }

        try
        {
            return await command();
        }
        catch (StoreUnavailableException)
        {
            return new RosterOutcome.NothingSaved();
        }
    }
}
