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

    /// <summary>Notes that an integrazione was sent or judged.</summary>
    public void Note(Supplement supplement, Actor by)
    {
        var (kind, at) = supplement.State switch
        {
            SupplementState.Accepted => (ReportEventKind.SupplementAccepted, supplement.JudgedAt!.Value),
            SupplementState.Refused => (ReportEventKind.SupplementRefused, supplement.JudgedAt!.Value),
            _ => (ReportEventKind.SupplementReceived, supplement.SentAt),
        };
        _events.Add(ReportEvent.Of(kind, at, by.IsSchool ? null : by, supplement.Number.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Letters went out; the state stays as it is until an operator says that the measures are issued.</summary>
    public void NoteLetters(Actor by, int count, DateTime now)
    {
        EnsureOperator(by);
        Add(ReportEventKind.LettersIssued, now, by, count.ToString(CultureInfo.InvariantCulture));
    }
}
