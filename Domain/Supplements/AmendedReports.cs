using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;

namespace CovidSchoolReporting.Domain.Supplements;

/// <summary>What counts of a received case: what was sent, with what the agency has accepted since. What was sent stays as it was.</summary>
public sealed class AmendedReports(DraftReader reader)
{
    /// <param name="closed">The case with its contacts, from which the report was made.</param>
    public CaseReport Of(CovidCase closed, CaseReport sent, AcceptedSupplements accepted) =>
        Corrected(closed, sent, accepted) with
        {
            Contacts =
            [
                .. sent.Contacts.Select(contact => Corrected(closed, contact, accepted)),
                .. accepted.Contacts.Select(added => added.Contact),
            ],
        };

    private CaseReport Corrected(CovidCase closed, CaseReport sent, AcceptedSupplements accepted)
    {
        var corrections = accepted.CorrectionsOf(contactId: null);
        if (corrections.Count == 0)
        {
            return sent;
        }

        var right = reader.Read((CaseDraft)With(reader.Draft(closed), corrections), new CaseSetting([]), []);
        return sent with
        {
            Person = With(sent.Person, right),
            SecondPhone = right.SecondPhone,
            LastDayAttended = right.LastDayAttended,
            PositiveSwabDate = right.PositiveSwabDate,
            SymptomOnset = right.SymptomOnset,
            ReferentName = right.ReferentName,
            ReferentPhone = right.ReferentPhone,
            ReferentEmail = right.ReferentEmail,
        };
    }

    private ReportedContact Corrected(CovidCase closed, ReportedContact sent, AcceptedSupplements accepted)
    {
        var corrections = accepted.CorrectionsOf(sent.ContactId);
        if (corrections.Count == 0)
        {
            return sent;
        }

        var stored = closed.Contacts.Single(contact => contact.Id == sent.ContactId);
        var right = reader.Read((ContactDraft)With(reader.Draft(stored), corrections), []);
        return sent with { Person = With(sent.Person, right), Address = right.Address, LastContactDate = right.LastContactDate };
    }

    private static PersonDraft With(PersonDraft sent, IEnumerable<AcceptedCorrection> corrections) => corrections.Aggregate(
        sent, (draft, correction) => CorrectableFields.With(draft, correction.Field, correction.Value));

    private static ReportedPersonData With(ReportedPersonData sent, PersonDetails right) => sent with
    {
        ClassName = right.ClassName,
        Section = right.Section,
        Surname = right.Surname,
        Name = right.Name,
        FiscalCode = right.FiscalCode?.Value,
        FiscalCodeUnavailableReason = right.FiscalCodeUnavailableReason,
        BirthDate = right.BirthDate,
        DomicileCode = right.DomicileCode,
        Phone = right.Phone,
    };
}
