using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Conversations;

/// <summary>
/// What both sides read of conversations: a school those about its own cases, an operator those of their territories; for everybody
/// else there are none. A case that the agency has not received yet has none either.
/// </summary>
public interface IConversationQueries
{
    /// <summary>The conversation about a received case, empty before the first message; null when there is no such case.</summary>
    Task<ConversationSheet?> FindAsync(Actor actor, int caseId, CancellationToken cancellationToken);

    /// <summary>How it stands, without the messages; null when there is no such received case.</summary>
    Task<ConversationNews?> NewsOfAsync(Actor actor, int caseId, CancellationToken cancellationToken);

    /// <summary>
    /// The conversations that want the actor's attention: for a school those with a question that waits or with unread messages, for an
    /// operator those with unread messages. At most <see cref="ConversationNews.MostInAList"/>, the oldest first.
    /// </summary>
    Task<IReadOnlyList<ConversationNews>> NewsAsync(Actor actor, CancellationToken cancellationToken);
}

/// <summary>How a conversation stands for the side that asks.</summary>
/// <param name="MessageCount">All messages, of both sides.</param>
/// <param name="HasUnread">The other side has written something that this side has not read.</param>
public sealed record ConversationNews(int CaseId, ConversationState State, int MessageCount, bool HasUnread)
{
    public const int MostInAList = 500;

    /// <summary>The agency's report of the case, by which an operator opens it; null for a school, and where one case was asked for.</summary>
    public int? ReportId { get; init; }

    public bool IsAsked => State is ConversationState.Asked;
}

/// <summary>A conversation as both sides see it.</summary>
/// <param name="Messages">In the order in which they were written.</param>
/// <param name="SchoolCanRead">False when nobody of the institute may sign in: then a question is asked by telephone.</param>
/// <param name="ReferentName">As the school sent it with the case.</param>
/// <param name="ReferentPhone">As stored: see <see cref="People.PhoneNumber"/>.</param>
public sealed record ConversationSheet(
    int CaseId,
    ConversationState State,
    IReadOnlyList<MessageRow> Messages,
    bool SchoolCanRead,
    string ReferentName,
    string ReferentPhone);

/// <summary>A message on the screen.</summary>
/// <param name="SentAt">UTC.</param>
/// <param name="IsRead">The other side has read it.</param>
public sealed record MessageRow(
    int Number, ConversationSide Side, string AuthorName, string Text, bool AsksForAnswer, DateTime SentAt, bool IsRead);
