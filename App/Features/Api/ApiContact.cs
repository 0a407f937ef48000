using System.ComponentModel;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.App.Features.Api;

[Description("A person exposed to a case, with the corrections that the agency has accepted since it was sent.")]
public sealed record ApiContact
{
    [Description("Negative for a contact that was added after the case was sent.")]
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

    [Description("What the agency decided about the contact; null while it has not.")]
    public required ApiDecision? Decision { get; init; }

    public static ApiContact Of(FeedContact contact) => new()
    {
        Id = contact.Contact.ContactId,
        CaseId = contact.ReportId,
        UpdatedAt = contact.UpdatedAt,
        Person = ApiPerson.Of(contact.Contact.Person),
        Address = contact.Contact.Address,
        LastContactDate = contact.Contact.LastContactDate,
        SchoolsProposal = contact.Contact.Guide?.Verdict,
        Decision = contact.Decided is { } decided ? ApiDecision.Of(decided) : null,
    };
}

[Description("The agency's decision about a contact.")]
public sealed record ApiDecision(
    ContactStatus Status,
    [property: Description("UTC.")] DateTime DecidedAt,
    [property: Description("The measure that follows from the decision; null when it asks for none.")] ApiMeasure? Measure)
{
    public static ApiDecision Of(DecidedContact decided) => new(
        decided.Decision.Status, decided.Decision.DecidedAt, decided.Period is { } period ? ApiMeasure.Of(period) : null);
}

[Description("From when to when a contact keeps a measure. Both days belong to it.")]
public sealed record ApiMeasure(
    MeasureKind Kind,
    DateOnly From,
    DateOnly To,
    [property: Description("Last day when a test on it is negative; null when no test shortens the measure.")] DateOnly? ToWithTest,
    [property: Description("Only a negative test ends the measure: the last day is the earliest one for it.")] bool NeedsTest,
    [property: Description("The agency set the last day itself, in place of that of the rules.")] bool IsOwnEnd)
{
    public static ApiMeasure Of(MeasurePeriod period) =>
        new(period.Kind, period.From, period.To, period.ToWithTest, period.NeedsTest, period.IsOwnEnd);
}
