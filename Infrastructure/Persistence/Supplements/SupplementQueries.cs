using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Persistence.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Supplements;

/// <inheritdoc cref="ISupplementQueries"/>
internal sealed class SupplementQueries(IDbContextFactory<PortalDbContext> contexts, IAuditTrail trail) : ISupplementQueries
{
    public async Task<IReadOnlyList<SupplementRow>?> ListAsync(Actor actor, int caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.ReceivedFor(actor).AnyAsync(r => r.CaseId == caseId, cancellationToken))
        {
            return null;
        }

        var stored = await OfCase(context, caseId).ToListAsync(cancellationToken);
        if (stored.Count > 0)
        {
            await trail.ReadAsync(actor, AuditAction.SupplementsRead, AuditRecord.Case(caseId), stored.Count);
        }

        var corrected = stored.Select(s => s.ContactId).OfType<int>().Distinct().ToList();
        var names = corrected.Count == 0 ? [] : await context.Set<Contact>().AsNoTracking().Where(c => corrected.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => $"{c.Surname} {c.Name}", cancellationToken);
        return [.. stored.Select(s => Row(s, s.ContactId is { } id ? names.GetValueOrDefault(id) : null))];
    }

    public async Task<AcceptedSupplements> AcceptedAsync(Actor actor, int caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.ReceivedFor(actor).AnyAsync(r => r.CaseId == caseId, cancellationToken))
        {
            return AcceptedSupplements.None;
        }

        return AcceptedSupplements.Of(
            await OfCase(context, caseId).Where(s => s.State == SupplementState.Accepted).ToListAsync(cancellationToken));
    }

    private static IQueryable<Supplement> OfCase(PortalDbContext context, int caseId) =>
        context.Set<Supplement>().AsNoTracking().Where(s => s.CaseId == caseId).OrderBy(s => s.Number);

    private static SupplementRow Row(Supplement stored, string? correctedContact) => new(
        stored.Number,
        stored.Kind,
        stored.State,
        stored.Contact,
        stored.ContactId,
        correctedContact,
        stored.Field,
        stored.OldValue,
        stored.NewValue,
        stored.Note,
        stored.SentByName,
        stored.SentAt,
        stored.JudgedByName,
        stored.JudgedAt,
        stored.RefusalReason);
}
