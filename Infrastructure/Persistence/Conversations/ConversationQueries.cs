using System.Linq.Expressions;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Conversations;

/// <inheritdoc cref="IConversationQueries"/>
internal sealed class ConversationQueries(IDbContextFactory<PortalDbContext> contexts, IAuditTrail trail) : IConversationQueries
{
    private static readonly Expression<Func<Conversation, ConversationNews>> AsSchool = c =>
        new ConversationNews(c.CaseId, c.State, c.Messages.Count, c.LastOfAgency > c.ReadBySchool);

    private static readonly Expression<Func<Conversation, ConversationNews>> AsAgency = c =>
        new ConversationNews(c.CaseId, c.State, c.Messages.Count, c.LastOfSchool > c.ReadByAgency);

    public async Task<ConversationSheet?> FindAsync(Actor actor, int caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.ReceivedFor(actor).AnyAsync(r => r.CaseId == caseId, cancellationToken))
        {
            return null;
        }

        var about = await context.Set<CovidCase>().AsNoTracking().Where(c => c.Id == caseId)
            .Select(c => new { c.InstituteId, c.ReferentName, c.ReferentPhone }).SingleAsync(cancellationToken);
        var canRead = await context.Set<PortalUser>()
            .AnyAsync(u => u.InstituteId == about.InstituteId && u.DisabledAt == null, cancellationToken);
        var conversation = await context.ConversationsOf(actor).Include(c => c.Messages.OrderBy(m => m.Number)).AsSingleQuery()
            .SingleOrDefaultAsync(c => c.CaseId == caseId, cancellationToken);
        await trail.ReadAsync(actor, AuditAction.ThreadRead, AuditRecord.Case(caseId));
        return new ConversationSheet(
            caseId,
            conversation?.State ?? ConversationState.Quiet,
            conversation is null ? [] : [.. conversation.Messages.Select(m => Row(conversation, m))],
            canRead,
            about.ReferentName,
            about.ReferentPhone);
    }

    public async Task<ConversationNews?> NewsOfAsync(Actor actor, int caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.ReceivedFor(actor).AnyAsync(r => r.CaseId == caseId, cancellationToken))
        {
            return null;
        }

        return await context.ConversationsOf(actor).Where(c => c.CaseId == caseId)
            .Select(actor.IsSchool ? AsSchool : AsAgency).SingleOrDefaultAsync(cancellationToken)
            ?? new ConversationNews(caseId, ConversationState.Quiet, 0, HasUnread: false);
    }

    public async Task<IReadOnlyList<ConversationNews>> NewsAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.SideOf() is not { } side)
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = context.ConversationsOf(actor);
        var wanted = side is ConversationSide.School
            ? seen.Where(c => c.State == ConversationState.Asked || c.LastOfAgency > c.ReadBySchool)
            : seen.Where(c => c.LastOfSchool > c.ReadByAgency);
        return await wanted.OrderBy(c => c.LastAt).ThenBy(c => c.Id).Take(ConversationNews.MostInAList)
            .Select(side is ConversationSide.School ? AsSchool : AsAgencyOf(context)).ToListAsync(cancellationToken);
    }

    private static Expression<Func<Conversation, ConversationNews>> AsAgencyOf(PortalDbContext context) => c =>
        new ConversationNews(c.CaseId, c.State, c.Messages.Count, c.LastOfSchool > c.ReadByAgency)
        {
            ReportId = context.Set<ReceivedReport>().Where(r => r.CaseId == c.CaseId).Max(r => (int?)r.Id),
        };

    private static MessageRow Row(Conversation conversation, Message message) => new(
        message.Number,
        message.Side,
        message.AuthorName,
        message.Text,
        message.AsksForAnswer,
        message.SentAt,
        message.Number <= (message.Side is ConversationSide.Agency ? conversation.ReadBySchool : conversation.ReadByAgency));
}
