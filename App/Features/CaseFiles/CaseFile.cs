using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Matches;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>All that the page of one case shows.</summary>
/// <param name="Contacts">In the order in which the school listed them.</param>
/// <param name="Decisions">Every decision ever taken, oldest first.</param>
/// <param name="Cluster">The focolaio that the case is in; null for none.</param>
public sealed record CaseFile(
    ReportSheet Sheet,
    IReadOnlyList<ContactLine> Contacts,
    IReadOnlyList<DecisionRow> Decisions,
    RelatedCases Related,
    IReadOnlyList<MatchRow> Matches,
    ReportHistory History,
    ClusterRow? Cluster)
{
    /// <summary>The contacts about which nobody has decided yet.</summary>
    public IReadOnlyList<ContactLine> Undecided { get; } = [.. Contacts.Where(contact => contact.Decision is null)];
}

/// <summary>A contact as the school sent it, with the integrazioni that were accepted, beside what is proposed and decided about it.</summary>
/// <param name="Decision">The newest one; null while nobody has decided.</param>
/// <param name="ByTheRules">What the policy asks of a close contact with this day; null when it asks for nothing.</param>
/// <param name="Period">What the decision asks for, or while there is none the proposal; null when that is nothing, or nothing is known.</param>
public sealed record ContactLine(
    ReportedContact Sent, ContactProposal Proposal, DecisionRow? Decision, MeasurePeriod? ByTheRules, MeasurePeriod? Period)
{
    public int Id => Sent.ContactId;

    /// <summary>It came with an integrazione after the case was sent.</summary>
    public bool IsAdded => Id < 0;

    /// <summary>The decision that the screen shows; 0 for none.</summary>
    public int Version => Decision?.Version ?? 0;

    public string FullName => $"{Sent.Person.Surname} {Sent.Person.Name}";
}
