using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Persistence.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.Infrastructure.Drafts;

/// <inheritdoc cref="IDraftStore"/>
internal sealed class DraftStore(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, PortalClock clock, IOptions<DraftOptions> options) : IDraftStore
{
    /// <summary>Each try that fails means that another save of the same draft succeeded: so many in a row is a fault.</summary>
    private const int MostTries = 20;

    private const int PruneAtOnce = 200;

    private DateTime NotBefore => clock.UtcNow.AddDays(-options.Value.KeepDays);

    public Task<StoredDraft?> FindAsync(Actor actor, DraftKey key, CancellationToken cancellationToken)
    {
        var slot = key.Slot;
        return FirstAsync(actor, drafts => drafts.Where(d => d.Slot == slot), cancellationToken);
    }

    public Task<StoredDraft?> FindNewestAsync(Actor actor, DraftKind kind, int? caseId, CancellationToken cancellationToken) =>
        FirstAsync(actor, drafts => drafts.Where(d => d.Kind == kind && d.CaseId == caseId && d.ContactId == null && d.Mark != null), cancellationToken);

    public Task<DraftOutcome> SaveAsync(
        Actor actor, DraftKey key, string content, int? basedOn, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        for (var tries = 1; ; tries++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            if (await ObjectionAsync(context, actor, key, content, cancellationToken) is { } objection)
            {
                return objection;
            }

            var slot = key.Slot;
            var now = clock.UtcNow;
            var draft = await context.Set<SavedDraft>().SingleOrDefaultAsync(
                d => d.UserId == actor.UserId && d.InstituteId == actor.InstituteId && d.Slot == slot, cancellationToken);
            if (basedOn is { } expected && expected != (draft?.Version ?? 0))
            {
                return new DraftOutcome.Overtaken(draft is null ? null : Stored(draft));
            }

            if (draft is null)
            {
                if (await HasTooManyAsync(context, actor, cancellationToken))
                {
                    return new DraftOutcome.NoRoom();
                }

                context.Add(draft = SavedDraft.Begin(actor, key, content, now));
            }
            else
            {
                draft.Keep(content, now);
            }

            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return new DraftOutcome.Kept(draft.SavedAt, draft.Version);
            }
            catch (DbUpdateException exception) when (tries < MostTries
                && (exception is DbUpdateConcurrencyException || engine.IsDuplicate(exception)))
            {
                // Another tab was first: look at what there is now, and judge again.
            }
        }
    });

    public Task RemoveAsync(Actor actor, DraftKey key, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        var slot = key.Slot;
        for (var tries = 1; ; tries++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var found = await context.Set<SavedDraft>()
                .Where(d => d.UserId == actor.UserId && d.InstituteId == actor.InstituteId && d.Slot == slot)
                .Select(d => new { d.Id, d.Version }).SingleOrDefaultAsync(cancellationToken);
            if (found is null)
            {
                return true;
            }

            context.RemoveDraft(found.Id, found.Version);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // It was saved once more, or removed, in this very moment.
            }
        }
    });

    public Task<IReadOnlyList<DraftRow>> ListAsync(Actor actor, CancellationToken cancellationToken) => GuardAsync<IReadOnlyList<DraftRow>>(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var drafts = await context.DraftsOf(actor, NotBefore).OrderByDescending(d => d.SavedAt).ThenByDescending(d => d.Id)
            .Select(d => new StoredDraft(
                new DraftKey(d.Kind, d.CaseId, d.ContactId, d.Mark),
                d.Kind == DraftKind.Case || d.Kind == DraftKind.Contact || d.Kind == DraftKind.Supplement ? d.Content : "", // A list can be long, and names nobody.
                d.SavedAt,
                d.Version))
            .ToListAsync(cancellationToken);
        return [.. drafts.Select(draft => new DraftRow(draft.Key, draft.SavedAt, PersonIn(draft)))];
    });

    /// <summary>Removes drafts that were kept long enough, and those of closed cases.</summary>
    /// <returns>How many.</returns>
    internal async Task<int> PruneAsync(CancellationToken cancellationToken)
    {
        var notBefore = NotBefore;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var over = await context.Set<SavedDraft>()
            .Where(d => d.SavedAt <= notBefore
                || (d.Kind != DraftKind.Message && d.Kind != DraftKind.Supplement && context.Set<CovidCase>().Any(c => c.Id == d.CaseId && c.Status == CaseStatus.Closed)))
            .OrderBy(d => d.Id).Take(PruneAtOnce).Select(d => new { d.Id, d.Version }).ToListAsync(cancellationToken);
        over.ForEach(d => context.RemoveDraft(d.Id, d.Version));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0; // One of them was used or removed in this moment: the next round looks again.
        }

        return over.Count;
    }

    private static string PersonIn(StoredDraft draft) =>
        FormDraft.Read(draft)?.Mine is { } mine ? $"{mine.Surname} {mine.Name}".Trim() : "";

    private static StoredDraft Stored(SavedDraft draft) => new(draft.Key, draft.Content, draft.SavedAt, draft.Version);

    private static async Task<DraftOutcome?> ObjectionAsync(
        PortalDbContext context, Actor actor, DraftKey key, string content, CancellationToken cancellationToken)
    {
        if (!key.MayBeOf(actor))
        {
            return new DraftOutcome.Refused();
        }

        // Whose case it is comes first: how long a text may be must not tell whether a case exists.
        if (key.CaseId is { } caseId && !await MayWriteAboutAsync(context, actor, key.Kind, caseId, cancellationToken))
        {
            return new DraftOutcome.Refused();
        }

        return content.Length > key.ContentLimit ? new DraftOutcome.NoRoom() : null;
    }

    private static Task<bool> MayWriteAboutAsync(
        PortalDbContext context, Actor actor, DraftKind kind, int caseId, CancellationToken cancellationToken) =>
        kind is DraftKind.Message or DraftKind.Supplement
            ? context.ReceivedFor(actor).AnyAsync(r => r.CaseId == caseId, cancellationToken)
            : context.OpenCasesOf(actor).AnyAsync(c => c.Id == caseId, cancellationToken);

    private static async Task<bool> HasTooManyAsync(PortalDbContext context, Actor actor, CancellationToken cancellationToken) =>
        await context.Set<SavedDraft>().CountAsync(d => d.UserId == actor.UserId, cancellationToken) >= SavedDraft.MostOfOneUser;

    private Task<StoredDraft?> FirstAsync(
        Actor actor, Func<IQueryable<SavedDraft>, IQueryable<SavedDraft>> which, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await which(context.DraftsOf(actor, NotBefore)).AsNoTracking()
            .OrderByDescending(d => d.SavedAt).ThenByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken);
        return draft is null ? null : Stored(draft);
    });

    private async Task<TResult> GuardAsync<TResult>(Func<Task<TResult>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            throw new StoreUnavailableException(exception);
        }
    }
}
