using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.Delivery;

/// <summary>
/// A closed case as it leaves the school: the whole content of what is sent to ATS. Days are <c>yyyy-MM-dd</c>, instants UTC,
/// comuni Belfiore codes, telephones with country prefix.
/// </summary>
public sealed record CaseReport
{
    public required int CaseId { get; init; }

    public required DateTime ClosedAt { get; init; }

    public required Territory Territory { get; init; }

    public required string InstituteCode { get; init; }

    public required string InstituteName { get; init; }

    public required string SchoolName { get; init; }

    public required SchoolType SchoolType { get; init; }

    public required string SiteMunicipalityCode { get; init; }

    public required string ReferentName { get; init; }

    public required string ReferentPhone { get; init; }

    public required string ReferentEmail { get; init; }

    public required ReportedPersonData Person { get; init; }

    public required string? SecondPhone { get; init; }

    public required DateOnly LastDayAttended { get; init; }

    public required DateOnly? PositiveSwabDate { get; init; }

    public required DateOnly? SymptomOnset { get; init; }

    public required string? NoContactsReason { get; init; }

    public required IReadOnlyList<ReportedContact> Contacts { get; init; }

    public static CaseReport Of(CovidCase closed, Institute institute) => new()
    {
        CaseId = closed.Id,
        ClosedAt = closed.ClosedAt ?? throw new InvalidOperationException("An open case is not reported."),
        Territory = closed.Territory,
        InstituteCode = institute.Code,
        InstituteName = institute.Name,
        SchoolName = closed.SchoolName,
        SchoolType = closed.SchoolType,
        SiteMunicipalityCode = closed.SiteMunicipalityCode,
        ReferentName = closed.ReferentName,
        ReferentPhone = closed.ReferentPhone,
        ReferentEmail = closed.ReferentEmail,
        Person = ReportedPersonData.Of(closed),
        SecondPhone = closed.SecondPhone,
        LastDayAttended = closed.LastDayAttended,
        PositiveSwabDate = closed.PositiveSwabDate,
        SymptomOnset = closed.SymptomOnset,
        NoContactsReason = closed.NoContactsReason,
        Contacts = [.. closed.Contacts.OrderBy(c => c.Id).Select(ReportedContact.Of)],
    };
}

/// <summary>A person in a report.</summary>
public sealed record ReportedPersonData(
    PersonRole Role,
    string ClassName,
    string Section,
    string Surname,
    string Name,
    string? FiscalCode,
    string? FiscalCodeUnavailableReason,
    Sex? Sex,
    DateOnly BirthDate,
    string DomicileCode,
    string Phone,
    IReadOnlyList<ConfirmedWarning> ConfirmedWarnings)
{
    public static ReportedPersonData Of(ReportedPerson person) => new(
        person.Role, person.ClassName, person.Section, person.Surname, person.Name, person.FiscalCode,
        person.FiscalCodeUnavailableReason, person.Sex, person.BirthDate, person.DomicileCode, person.Phone,
        person.ConfirmedWarnings);
}

/// <summary>A contact in a report.</summary>
/// <param name="Guide">What the guide to close contacts proposed to the school; null when the school did not walk it to its end.</param>
public sealed record ReportedContact(
    int ContactId, ReportedPersonData Person, string? Address, DateOnly LastContactDate, ReportedAppraisal? Guide)
{
    public static ReportedContact Of(Contact contact) =>
        new(contact.Id, ReportedPersonData.Of(contact), contact.Address, contact.LastContactDate,
            ReportedAppraisal.Of(contact.Appraisal));
}

/// <summary>A walk through the guide in a report.</summary>
/// <param name="Answers">In the order in which they were asked.</param>
/// <param name="Note">The referent's judgement; null unless the verdict leaves it to them.</param>
public sealed record ReportedAppraisal(
    IReadOnlyList<GivenAnswer> Answers, GuideVerdict Verdict, GuideRule Rule, GuideReason Reason, string? Note)
{
    public static ReportedAppraisal? Of(GuideAppraisal? appraisal) => appraisal is null ? null
        : new(appraisal.Answers.Given, appraisal.Verdict, appraisal.Rule, appraisal.Reason, appraisal.Note);
}
