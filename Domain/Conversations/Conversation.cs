using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;

namespace CovidSchoolReporting.Domain.Conversations;

/// <summary>
/// What the agency and the school write to each other about one received case. It stands beside the case, which stays as it was
/// sent. Each side has read up to some message, whoever of its users it was.
/// </summary>
public sealed class Conversation
{
    private readonly List<Message> _messages = [];

    private Conversation()
    {
    }

    public int Id { get; private set; }

    public int CaseId { get; private init; }

    /// <summary>The institute that sent the case.</summary>
    public int InstituteId { get; private init; }

    public Territory Territory { get; private init; }

    public ConversationState State { get; private set; }

    /// <summary>Number of the last message of each side; 0 before its first.</summary>
    public int LastOfAgency { get; private set; }

    public int LastOfSchool { get; private set; }

    /// <summary>Number up to which each side has read the other's messages; 0 for nothing.</summary>
    public int ReadByAgency { get; private set; }

    public int ReadBySchool { get; private set; }

    /// <summary>UTC of the last message.</summary>
    public DateTime LastAt { get; private set; }

    /// <summary>Concurrency token: of two messages that are sent at once, the second is numbered after the first.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Message> Messages => _messages;

    public static Conversation Begin(ReceivedReport report) => new()
    {
        CaseId = report.CaseId,
        InstituteId = report.InstituteId,
        Territory = report.Territory,
    };

    /// <summary>Says something. The same message said again changes nothing.</summary>
    /// <param name="draft">In which the rules found nothing wrong.</param>
    public Message Say(Actor by, MessageDraft draft, DateTime now)
    {
        var side = SideOf(by);
        if (_messages.FirstOrDefault(m => m.RequestKey == draft.RequestKey) is { } said)
        {
            return said;
        }

        if (draft.Check().Count > 0)
        {
            throw new InvalidOperationException("The message breaks a rule: check it before it is said.");
        }

        var message = Message.Write(_messages.Count + 1, by, side, draft, now);
        _messages.Add(message);
        (LastOfAgency, LastOfSchool) = side is ConversationSide.Agency ? (message.Number, LastOfSchool) : (LastOfAgency, message.Number);
        if (message.AsksForAnswer)
        {
            State = ConversationState.Asked;
        }
        else if (side is ConversationSide.School && State is ConversationState.Asked)
        {
            State = ConversationState.Answered;
        }

        LastAt = now;
        Version++;
        return message;
    }

    /// <summary>Somebody of a side has read the other's messages.</summary>
    /// <param name="upTo">Number of the last message on the screen.</param>
    /// <returns>False when that side had read as much before.</returns>
    public bool MarkRead(Actor by, int upTo)
    {
        var (last, read) = SideOf(by) is ConversationSide.School ? (LastOfAgency, ReadBySchool) : (LastOfSchool, ReadByAgency);
        var reached = Math.Min(upTo, last);
        if (reached <= read)
        {
            return false;
        }

        (ReadByAgency, ReadBySchool) = by.IsSchool ? (ReadByAgency, reached) : (reached, ReadBySchool);
        Version++;
        return true;
    }

    private ConversationSide SideOf(Actor actor) => actor.SideOf() switch
    {
        ConversationSide.School when actor.InstituteId == InstituteId => ConversationSide.School,
        ConversationSide.Agency when actor.Territories.Contains(Territory) => ConversationSide.Agency,
        _ => throw new InvalidOperationException("Only the school of the case and the operators of its territory take part."),
    };
}
