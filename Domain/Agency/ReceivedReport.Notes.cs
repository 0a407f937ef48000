using System.Globalization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Delivery;
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

    /// <summary>
    /// Notes that an integrazione was sent or judged. From its acceptance on it counts: a contact that it adds is to be decided, so that a
    /// concluded report goes back to «provvedimento emesso».
    /// </summary>
    public void Note(Supplement supplement, Actor by)
    {
        var number = supplement.Number.ToString(CultureInfo.InvariantCulture);
        if (supplement.State is SupplementState.Sent)
        {
            WaitingSupplements++;
            Version++;
            _events.Add(ReportEvent.Of(ReportEventKind.SupplementReceived, supplement.SentAt, subject: number));
            return;
        }

        EnsureOperator(by);
        var now = supplement.JudgedAt!.Value;
        WaitingSupplements--;
        if (supplement.State is SupplementState.Refused)
        {
            Add(ReportEventKind.SupplementRefused, now, by, number);
            return;
        }

        Add(ReportEventKind.SupplementAccepted, now, by, number);
        if (supplement.Contact is not null)
        {
            AddedCount++;
            Reopen(by, now);
        }
    }

    /// <summary>What the report is found and filtered by follows the integrazioni that were accepted.</summary>
    /// <param name="counts">What was sent, with all of them.</param>
    public void Follow(CaseReport counts)
    {
        (ClassName, Section) = (counts.Person.ClassName, counts.Person.Section);
        ClassKey = Agency.ClassKey.Of(ClassName, Section);
        (LastDayAttended, PositiveSwabDate, SymptomOnset) = (counts.LastDayAttended, counts.PositiveSwabDate, counts.SymptomOnset);
        (Surname, Name, BirthDate) = (counts.Person.Surname, counts.Person.Name, counts.Person.BirthDate);
        (SurnameKey, NameKey) = (PersonSearch.Key(Surname, Name), PersonSearch.Key(Name, Surname));
        FiscalCodeKey = counts.Person.FiscalCode is { } code ? PersonSearch.FiscalCodeKey(code) : null;
        Missing = counts.Missing();
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

    private void Reopen(Actor by, DateTime now)
    {
        if (State != AgencyState.Concluded)
        {
            return;
        }

        (State, ConcludedBy, ConcludedByName, ConcludedAt) = (AgencyState.MeasuresIssued, null, null, null);
        Add(ReportEventKind.Reopened, now, by);
    }
}
