using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Delivery;

namespace CovidSchoolReporting.Domain.Supplements;

/// <summary>
/// What both sides read of integrazioni: a school those of its own cases, an operator those of their territories; for everybody else
/// there are none.
/// </summary>
public interface ISupplementQueries
{
    /// <summary>All of a received case, by number; null when there is no such case.</summary>
    Task<IReadOnlyList<SupplementRow>?> ListAsync(Actor actor, int caseId, CancellationToken cancellationToken);

    /// <summary>
    /// What the agency has accepted of a case: to be read together with what was sent, which never changes. Of several corrections of one
    /// field the last one counts. Nothing when there is no such received case.
    /// </summary>
    Task<AcceptedSupplements> AcceptedAsync(Actor actor, int caseId, CancellationToken cancellationToken);
}

/// <summary>An integrazione on the screen.</summary>
/// <param name="Contact">The added contact; null for a corrected value.</param>
/// <param name="CorrectedContact">Surname and name of the contact whose value is corrected; null for a value of the case.</param>
/// <param name="SentAt">UTC.</param>
/// <param name="JudgedAt">UTC; null while it waits.</param>
public sealed record SupplementRow(
    int Number,
    SupplementKind Kind,
    SupplementState State,
    ReportedContact? Contact,
    int? ContactId,
    string? CorrectedContact,
    string? Field,
    string? OldValue,
    string? NewValue,
    string? Note,
    string SentByName,
    DateTime SentAt,
    string? JudgedByName,
    DateTime? JudgedAt,
    string? RefusalReason);

/// <summary>What counts beside what was sent.</summary>
public sealed record AcceptedSupplements(IReadOnlyList<AddedContact> Contacts, IReadOnlyList<AcceptedCorrection> Corrections)
{
    public static readonly AcceptedSupplements None = new([], []);

    /// <summary>What of one case's integrazioni counts: those that were accepted, and of several corrections of one field the last.</summary>
    /// <param name="ofCase">In any state and order.</param>
    public static AcceptedSupplements Of(IEnumerable<Supplement> ofCase)
    {
        var accepted = ofCase.Where(s => s.State is SupplementState.Accepted).OrderBy(s => s.Number).ToList();
        return new AcceptedSupplements(
            [.. accepted.Where(s => s.Contact is not null).Select(s => new AddedContact(s.Number, s.Contact! with { ContactId = -s.Id }))],
            [
                .. accepted.Where(s => s.Field is not null).GroupBy(s => (s.ContactId, s.Field)).Select(field => field.Last())
                    .Select(s => new AcceptedCorrection(s.Number, s.ContactId, s.Field!, s.OldValue!, s.NewValue!)),
            ]);
    }

    /// <param name="contactId">Null for those of the case itself.</param>
    public IReadOnlyList<AcceptedCorrection> CorrectionsOf(int? contactId) =>
        [.. Corrections.Where(correction => correction.ContactId == contactId)];
}

/// <summary>A contact that was accepted after the case was sent: a contact like the others.</summary>
/// <param name="Number">Of the integrazione.</param>
/// <param name="Contact">Its <see cref="ReportedContact.ContactId"/> is the negative id of the integrazione: no contact that was sent has it.</param>
public sealed record AddedContact(int Number, ReportedContact Contact);

/// <summary>A value that replaces one that was sent.</summary>
/// <param name="ContactId">Null for a value of the case itself.</param>
/// <param name="Field">Name of the field in the drafts: see <see cref="CorrectableFields"/>.</param>
/// <param name="Value">In the writing of the screens.</param>
public sealed record AcceptedCorrection(int Number, int? ContactId, string Field, string OldValue, string Value);
