using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using CovidSchoolReporting.Infrastructure.Persistence.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Mail;

/// <summary>The notices that wait, and what became of them. Every change is one commit.</summary>
internal sealed class MailOutbox(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, PortalClock clock)
{
    /// <summary>The notices whose time has come, and when the next retry is due.</summary>
    /// <param name="now">UTC of the machine's clock.</param>
    public async Task<MailAgenda> ReadAgendaAsync(DateTime now, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await context.Set<OutgoingMail>().AsNoTracking().Where(m => m.State == MailState.Waiting)
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id)
            .Select(m => new { m.Id, m.NextAttemptAt }).Take(most).ToListAsync(cancellationToken);
        return new MailAgenda(
            [.. waiting.Where(m => m.NextAttemptAt is null || m.NextAttemptAt <= now).Select(m => m.Id)],
            waiting.FirstOrDefault(m => m.NextAttemptAt > now)?.NextAttemptAt);
    }

    /// <summary>What to send; null when it waits no more. A user who may not sign in any more is told nothing.</summary>
    public async Task<Letter?> ReadAsync(int mailId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var mail = await context.Set<OutgoingMail>().AsNoTracking()
            .SingleOrDefaultAsync(m => m.Id == mailId && m.State == MailState.Waiting, cancellationToken);
        if (mail is null)
        {
            return null;
        }

        var user = await context.Set<PortalUser>().AsNoTracking().SingleAsync(u => u.Id == mail.UserId, cancellationToken);
        var counts = mail.Kind is MailKind.Digest ? await CountAsync(context, user.ToActor(), cancellationToken) : null;
        return new Letter(mail.Key, mail.Kind, user.IsDisabled ? null : user.Email, mail.Attempts, counts);
    }

    /// <summary>Prepares the day's digest for every operator for whom something waits. A day that was prepared is left alone.</summary>
    /// <returns>How many.</returns>
    public async Task<int> PrepareDigestsAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var mails = context.Set<OutgoingMail>();
        var operators = await context.Set<PortalUser>().AsNoTracking()
            .Where(u => u.Role == Role.AgencyOperator && u.DisabledAt == null
                && !mails.Any(m => m.UserId == u.Id && (m.Day == day || (m.Kind == MailKind.Digest && m.State == MailState.Waiting))))
            .ToListAsync(cancellationToken);
        foreach (var user in operators)
        {
            if (!(await CountAsync(context, user.ToActor(), cancellationToken)).IsNothing)
            {
                mails.Add(OutgoingMail.Prepare(user.Id, MailKind.Digest, clock.UtcNow, day));
            }
        }

        try
        {
            return await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
        {
            return 0; // Another process prepared them in this very moment.
        }
    }

    public Task StoreSentAsync(int mailId, CancellationToken cancellationToken) =>
        ChangeAsync(mailId, mail => mail.MarkSent(), cancellationToken);

    /// <param name="retryAt">UTC of the machine's clock; null gives up.</param>
    public Task StoreFailureAsync(int mailId, string failure, DateTime? retryAt, CancellationToken cancellationToken) =>
        ChangeAsync(mailId, mail => mail.Fail(failure, retryAt), cancellationToken);

    private static async Task<DigestCounts> CountAsync(PortalDbContext context, Actor actor, CancellationToken cancellationToken) => new(
        await context.Set<ReceivedReport>().VisibleTo(actor).CountAsync(r => r.State == AgencyState.Received, cancellationToken),
        await context.ConversationsOf(actor).CountAsync(c => c.LastOfSchool > c.ReadByAgency, cancellationToken),
        await context.Set<Supplement>().CountAsync(
            s => s.State == SupplementState.Sent && context.Set<ReceivedReport>().VisibleTo(actor).Any(r => r.CaseId == s.CaseId), cancellationToken));

    private async Task ChangeAsync(int mailId, Action<OutgoingMail> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var mail = await context.Set<OutgoingMail>()
            .SingleOrDefaultAsync(m => m.Id == mailId && m.State == MailState.Waiting, cancellationToken);
        if (mail is null)
        {
            return;
        }

        change(mail);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another process has noted what became of it.
        }
    }
}

/// <param name="Due">Ids of the notices whose time has come.</param>
/// <param name="NextRetryAt">UTC of the machine's clock; null when no retry waits.</param>
internal sealed record MailAgenda(IReadOnlyList<int> Due, DateTime? NextRetryAt);

/// <param name="To">Null when the user may not sign in any more.</param>
/// <param name="Attempts">Tries that have failed so far.</param>
internal sealed record Letter(Guid Key, MailKind Kind, string? To, int Attempts, DigestCounts? Digest);
