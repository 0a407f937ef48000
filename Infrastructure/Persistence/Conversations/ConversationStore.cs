using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Mail;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Conversations;

/// <inheritdoc cref="IConversationStore"/>
internal sealed class ConversationStore(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, ChangeHub hub, SchoolNotices notices, PortalClock clock) : IConversationStore
{
    /// <summary>Each try that fails means that somebody else wrote in the same conversation: so many in a row is a fault, not bad luck.</summary>
    private const int MostTries = 20;

    public async Task<TResult?> ChangeAsync<TResult>(
        Actor actor, int caseId, Func<Conversation, TResult> change, CancellationToken cancellationToken)
        where TResult : class
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var context = await contexts.CreateDbContextAsync(cancellationToken);
                var report = await context.ReceivedFor(actor).SingleOrDefaultAsync(r => r.CaseId == caseId, cancellationToken);
                if (report is null)
                {
                    return null;
                }

                var stored = await context.Set<Conversation>().Include(c => c.Messages).AsSingleQuery()
                    .SingleOrDefaultAsync(c => c.CaseId == caseId, cancellationToken);
                var conversation = stored ?? Conversation.Begin(report);
                var before = conversation.Messages.Count;
                var result = change(conversation);
                foreach (var written in conversation.Messages.Skip(before))
                {
                    report.Note(written, actor);
                    if (written.AsksForAnswer)
                    {
                        await notices.PrepareAsync(context, report.InstituteId, MailKind.QuestionWaits, cancellationToken);
                    }
                }

                if (conversation.Messages.Count > before)
                {
                    context.Add(AuditEntry.By(actor, AuditAction.ThreadWritten, clock.UtcNow, AuditRecord.Case(caseId)));
                }

                if (stored is null && conversation.Messages.Count > 0)
                {
                    context.Add(conversation);
                }

                if (await context.SaveChangesAsync(cancellationToken) > 0)
                {
                    hub.Publish(new Change(caseId, report.InstituteId, report.Territory));
                }

                return result;
            }
            catch (DbUpdateException exception) when (tries < MostTries
                && (exception is DbUpdateConcurrencyException || engine.IsDuplicate(exception)))
            {
                // Somebody else wrote first: look at what there is now, and say it after that.
            }
            catch (Exception exception) when (engine.IsUnavailable(exception))
            {
                throw new StoreUnavailableException(exception);
            }
        }
    }
}
