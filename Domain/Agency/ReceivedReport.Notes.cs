using System.Globalization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Supplements;

namespace CovidSchoolReporting.Domain.Agency;

/// <summary>What is noted in a report's history without changing where the report stands.</summary>
public sealed partial class ReceivedReport
{
    /// <summary>Notes that something was written about the report, which itself stays as it is.</summary>
    public void Note(Message written, Actor by)
    {
        var kind = written.Side is ConversationSide.School ? ReportEventKind.MessageReceived
            : written.AsksForAnswer ? ReportEventKind.QuestionAsked
            : ReportEventKind.MessageSent;
        _events.Add(ReportEvent.Of(kind, written.SentAt, by.IsSchool ? null : by));
    }

    /// <summary>Notes that an integrazione was sent or judged. From its acceptance on it counts: a contact that it adds is to be decided.</summary>
    public void Note(Supplement supplement, Actor by)
    {
        var (kind, at) = supplement.State switch
        {
            SupplementState.Accepted => (ReportEventKind.SupplementAccepted, supplement.JudgedAt!.Value),
            SupplementState.Refused => (ReportEventKind.SupplementRefused, supplement.JudgedAt!.Value),
            _ => (ReportEventKind.SupplementReceived, supplement.SentAt),
        };
        if (supplement.State is SupplementState.Accepted)
        {
            AddedCount += supplement.Contact is null ? 0 : 1;
            UpdatedAt = at;
            Version++;
        }

        _events.Add(ReportEvent.Of(kind, at, by.IsSchool ? null : by, supplement.Number.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Contacts were decided.</summary>
    /// <param name="contacts">How many.</param>
    /// <param name="first">How many of them for the first time.</param>
    public void NoteDecisions(int contacts, int first, Actor by, DateTime now)
    {
        EnsureOperator(by);
        DecidedCount += first;
        Add(ReportEventKind.ContactsDecided, now, by, contacts.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Somebody said whether it is about the same person as another report.</summary>
    /// <param name="kind">One of the three that speak of a match.</param>
    public void NoteMatch(ReportEventKind kind, string otherProtocolNumber, Actor by, DateTime now)
    {
        EnsureOperator(by);
        Add(kind, now, by, otherProtocolNumber);
    }

    /// <summary>Letters went out; the state stays as it is until an operator says that the measures are issued.</summary>
    public void NoteLetters(Actor by, int count, DateTime now)
    {
        EnsureOperator(by);
        Add(ReportEventKind.LettersIssued, now, by, count.ToString(CultureInfo.InvariantCulture));
    }
}
