using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>A contact as the agency decided it.</summary>
/// <param name="Period">The quarantine or self-monitoring from day to day; null when the decision asks for none.</param>
public sealed record DecidedContact(ReportedContact Contact, DecisionRow Decision, MeasurePeriod? Period)
{
    /// <summary>The contacts of a report that are decided, with the measure that follows: whoever is not decided is not among them.</summary>
    /// <param name="decisions">All of the report, in force or not.</param>
    public static IReadOnlyList<DecidedContact> Of(ReportSheet sheet, IEnumerable<DecisionRow> decisions) =>
        Of(sheet.Amended.Contacts, sheet.Measures, decisions);

    /// <param name="contacts">What counts of the report, as <see cref="ReportSheet.Amended"/>.</param>
    public static IReadOnlyList<DecidedContact> Of(
        IReadOnlyList<ReportedContact> contacts, CaseMeasures measures, IEnumerable<DecisionRow> decisions)
    {
        var current = decisions.Where(decision => decision.IsCurrent).ToDictionary(decision => decision.ContactId);
        return
        [
            .. from contact in contacts
               where current.ContainsKey(contact.ContactId)
               let decision = current[contact.ContactId]
               select new DecidedContact(contact, decision, MeasurePeriod.Decided(
                   decision.Status, decision.OwnEnd, measures.For(contact.LastContactDate), contact.LastContactDate)),
        ];
    }
}
