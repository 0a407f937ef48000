using System.ComponentModel;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Guide;

namespace CovidSchoolReporting.App.Features.Api;

[Description("A person exposed to a case.")]
public sealed record ApiContact
{
    public required int Id { get; init; }

    [Description("The id of the case that the contact belongs to.")]
    public required int CaseId { get; init; }

    [Description("When the agency last changed anything about the case, UTC.")]
    public required DateTime UpdatedAt { get; init; }

    public required ApiPerson Person { get; init; }

    [Description("Street and number, or null.")]
    public required string? Address { get; init; }

    public required DateOnly LastContactDate { get; init; }

    [Description("What the guide to close contacts proposed to the school: a proposal, not the agency's decision. Null when the school did not use it.")]
    public required GuideVerdict? SchoolsProposal { get; init; }

    public static ApiContact Of(FeedContact contact) => Of(contact.ReportId, contact.UpdatedAt, contact.Sent);

    /// <summary>The contacts of a report that was read with them.</summary>
    public static IReadOnlyList<ApiContact> Of(FeedReport report) =>
        [.. report.Sent.Contacts.Select(contact => Of(report.Id, report.UpdatedAt, contact))];

    private static ApiContact Of(int caseId, DateTime updatedAt, ReportedContact contact) => new()
    {
        Id = contact.ContactId,
        CaseId = caseId,
        UpdatedAt = updatedAt,
        Person = ApiPerson.Of(contact.Person),
        Address = contact.Address,
        LastContactDate = contact.LastContactDate,
        SchoolsProposal = contact.Guide?.Verdict,
    };
}
