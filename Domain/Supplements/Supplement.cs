using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;

namespace CovidSchoolReporting.Domain.Supplements;

/// <summary>
/// Integrazione: what a school adds to a case after it was closed. It stands beside the case, numbered, and never alters what was sent;
/// it counts once the agency has accepted it, and is never taken back.
/// </summary>
public sealed class Supplement
{
    public const int FieldMaxLength = 40;

    /// <summary>The longest text of any field that can be corrected.</summary>
    public const int ValueMaxLength = FieldLimits.SchoolName * 2;

    private Supplement()
    {
    }

    public int Id { get; private set; }

    public int CaseId { get; private init; }

    public int InstituteId { get; private init; }

    public Territory Territory { get; private init; }

    /// <summary>1, 2, … in its case.</summary>
    public int Number { get; private init; }

    /// <summary>Made by the screen before it sends: the same integrazione sent twice is stored once.</summary>
    public Guid RequestKey { get; private init; }

    public SupplementKind Kind { get; private init; }

    public SupplementState State { get; private set; }

    /// <summary>The added contact, in the form in which contacts are sent, with no id of its own; null for a corrected value.</summary>
    public ReportedContact? Contact { get; private init; }

    /// <summary>The contact whose value is corrected; null when the value is the case's own.</summary>
    public int? ContactId { get; private init; }

    /// <summary>Name of the corrected field: see <see cref="CorrectableFields"/>.</summary>
    public string? Field { get; private init; }

    /// <summary>The value as it was sent, in the writing of the screens; empty when there was none.</summary>
    public string? OldValue { get; private init; }

    /// <summary>The value that the school says is right, in the writing of the screens.</summary>
    public string? NewValue { get; private init; }

    public string? Note { get; private init; }

    public int SentBy { get; private init; }

    public string SentByName { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTime SentAt { get; private init; }

    public int? JudgedBy { get; private set; }

    public string? JudgedByName { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? JudgedAt { get; private set; }

    public string? RefusalReason { get; private set; }

    /// <summary>Concurrency token: of two operators who judge at once, one is first.</summary>
    public int Version { get; private set; }

    /// <param name="number">The next one of the case.</param>
    public static Supplement AddContact(
        ReceivedReport report, int number, Actor by, Guid requestKey, ReportedContact contact, string? note, DateTime now) =>
        Begin(report, number, by, requestKey, SupplementKind.AddedContact, note, now, contact: contact);

    /// <inheritdoc cref="AddContact"/>
    public static Supplement Correct(
        ReceivedReport report, int number, Actor by, Guid requestKey, Correction correction, string? note, DateTime now) =>
        Begin(report, number, by, requestKey, SupplementKind.CorrectedValue, note, now, correction);

    /// <summary>Accetta: from here on it counts.</summary>
    /// <returns>False when it had been judged before.</returns>
    public bool Accept(Actor by, DateTime now) => Judge(by, SupplementState.Accepted, null, now);

    /// <summary>Rifiuta, with a reason that the school reads.</summary>
    /// <inheritdoc cref="Accept" path="/returns"/>
    public bool Refuse(Actor by, string reason, DateTime now) =>
        string.IsNullOrWhiteSpace(reason)
            ? throw new InvalidOperationException("A refusal says why.")
            : Judge(by, SupplementState.Refused, reason.Trim(), now);

    private static Supplement Begin(
        ReceivedReport report, int number, Actor by, Guid requestKey, SupplementKind kind, string? note, DateTime now,
        Correction? correction = null, ReportedContact? contact = null)
    {
        if (!by.IsSchool || by.InstituteId != report.InstituteId)
        {
            throw new InvalidOperationException("Only the school of the case adds to it.");
        }

        return new Supplement
        {
            CaseId = report.CaseId,
            InstituteId = report.InstituteId,
            Territory = report.Territory,
            Number = number,
            RequestKey = requestKey,
            Kind = kind,
            Contact = contact,
            ContactId = correction?.ContactId,
            Field = correction?.Field,
            OldValue = correction?.OldValue,
            NewValue = correction?.NewValue,
            Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            SentBy = by.UserId,
            SentByName = by.DisplayName,
            SentAt = now,
        };
    }

    private bool Judge(Actor by, SupplementState verdict, string? reason, DateTime now)
    {
        if (!by.IsAgencyOperator || !by.Territories.Contains(Territory))
        {
            throw new InvalidOperationException("Only an operator of the territory judges an integrazione.");
        }

        if (State != SupplementState.Sent)
        {
            return false;
        }

        (State, RefusalReason) = (verdict, reason);
        (JudgedBy, JudgedByName, JudgedAt) = (by.UserId, by.DisplayName, now);
        Version++;
        return true;
    }
}

/// <summary>A value that was sent, and the one that is right.</summary>
/// <param name="ContactId">Null for the case's own.</param>
public sealed record Correction(int? ContactId, string Field, string OldValue, string NewValue);
