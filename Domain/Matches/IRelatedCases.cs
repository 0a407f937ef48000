using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Matches;

/// <summary>The received reports that have to do with one of them, across schools: the agency may see that, within the operator's territories.</summary>
public interface IRelatedCases
{
    Task<RelatedCases> FindAsync(Actor actor, int reportId, CancellationToken cancellationToken);
}

/// <summary>How another report has to do with this one.</summary>
public enum RelationKind
{
    /// <summary>A case of the same class, received within <see cref="RelatedCases.ClassDays"/> days.</summary>
    SameClass,

    /// <summary>This report's case is listed there as a contact.</summary>
    CaseIsContactThere,

    /// <summary>A contact of this report is a case there.</summary>
    ContactIsCaseThere,

    /// <summary>A contact of this report is a contact there too.</summary>
    ContactIsContactThere,
}

/// <summary>Another report and how it has to do with this one.</summary>
/// <param name="ContactId">The contact of this report through whom it has; null when it has through the case.</param>
/// <param name="ReceivedDay">In Europe/Rome.</param>
public sealed record RelatedReport(
    RelationKind Kind, int ReportId, string ProtocolNumber, DateOnly ReceivedDay, string Surname, string Name,
    string SchoolName, string ClassName, string Section, int? ContactId);

/// <param name="Reports">By kind, then newest first.</param>
/// <param name="HasMore">There are more than are shown.</param>
/// <param name="ClassDays">So many days before and after the report another one of the same class counts as related: see <see cref="Policies.PolicyTimeline.ClassDaysOn"/>.</param>
public sealed record RelatedCases(IReadOnlyList<RelatedReport> Reports, bool HasMore, int ClassDays)
{
    /// <summary>Of a report that the actor does not have.</summary>
    public static readonly RelatedCases None = new([], HasMore: false, ClassDays: 0);
}
