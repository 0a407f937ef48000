namespace CovidSchoolReporting.Domain.Conversations;

/// <summary>One message of a conversation. It is written once and never changes.</summary>
public sealed class Message
{
    /// <summary>In characters (UTF-16), line breaks included.</summary>
    public const int TextMaxLength = 2_000;

    private Message()
    {
    }

    public int Id { get; private set; }

    public int ConversationId { get; private init; }

    /// <summary>1, 2, … in its conversation.</summary>
    public int Number { get; private init; }

    /// <summary>Made by the screen before it sends: the same message sent twice is stored once.</summary>
    public Guid RequestKey { get; private init; }

    public ConversationSide Side { get; private init; }

    public int AuthorId { get; private init; }

    /// <summary>The author's name as it was then, shown to both sides.</summary>
    public string AuthorName { get; private init; } = "";

    /// <summary>Plain text; lines end with a line feed.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The agency waits for an answer to it; always false for what a school writes.</summary>
    public bool AsksForAnswer { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime SentAt { get; private init; }

    internal static Message Write(
        int number, Access.Actor author, ConversationSide side, MessageDraft draft, DateTime now) => new()
        {
            Number = number,
            RequestKey = draft.RequestKey,
            Side = side,
            AuthorId = author.UserId,
            AuthorName = author.DisplayName,
            Text = draft.TidyText,
            AsksForAnswer = side is ConversationSide.Agency && draft.AsksForAnswer,
            SentAt = now,
        };
}
