using System.ComponentModel;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.App.Features.Api;

/// <summary>A case as other systems read it: a contract of its own, so that the portal can change behind it.</summary>
[Description("A case that the agency received, without its contacts. It holds what counts: what the school sent, with the corrections and additions that the agency has accepted since.")]
public sealed record ApiCase
{
    [Description("The agency's id of the report; it does not change.")]
    public required int Id { get; init; }

    [Description("The number that the school knows the case by.")]
    public required int SchoolCaseId { get; init; }

    [Description("Year and number in the agency's register.")]
    public required string ProtocolNumber { get; init; }

    [Description("When the agency received it, UTC.")]
    public required DateTime ReceivedAt { get; init; }

    [Description("When the agency last changed anything about it, UTC.")]
    public required DateTime UpdatedAt { get; init; }

    [Description("Where it stands at the agency.")]
    public required AgencyState State { get; init; }

    [Description("When an operator took it in charge, UTC; null before.")]
    public required DateTime? TakenInChargeAt { get; init; }

    [Description("When the measures went out, UTC; null before.")]
    public required DateTime? MeasuresIssuedAt { get; init; }

    [Description("When the agency concluded it, UTC; null before.")]
    public required DateTime? ConcludedAt { get; init; }

    [Description("The part of the agency's area.")]
    public required Territory Territory { get; init; }

    public required ApiSchool School { get; init; }

    public required ApiPerson Person { get; init; }

    [Description("The second telephone number of the family, with the country's prefix, or null.")]
    public required string? SecondPhone { get; init; }

    public required DateOnly LastDayAttended { get; init; }

    [Description("Day of the positive swab; null when not known.")]
    public required DateOnly? PositiveSwabDate { get; init; }

    [Description("Day of the first symptoms; null when there were none or it is not known.")]
    public required DateOnly? SymptomOnset { get; init; }

    [Description("Why the school listed no contacts; null when it did.")]
    public required string? NoContactsReason { get; init; }

    public required int ContactCount { get; init; }

    public static ApiCase Of(FeedReport report) => new()
    {
        Id = report.Id,
        SchoolCaseId = report.Report.CaseId,
        ProtocolNumber = report.ProtocolNumber,
        ReceivedAt = report.ReceivedAt,
        UpdatedAt = report.UpdatedAt,
        State = report.State,
        TakenInChargeAt = report.TakenInChargeAt,
        MeasuresIssuedAt = report.MeasuresIssuedAt,
        ConcludedAt = report.ConcludedAt,
        Territory = report.Report.Territory,
        School = ApiSchool.Of(report.Report),
        Person = ApiPerson.Of(report.Report.Person),
        SecondPhone = report.Report.SecondPhone,
        LastDayAttended = report.Report.LastDayAttended,
        PositiveSwabDate = report.Report.PositiveSwabDate,
        SymptomOnset = report.Report.SymptomOnset,
        NoContactsReason = report.Report.NoContactsReason,
        ContactCount = report.ContactCount,
    };
}

[Description("The school as it was when the case was sent.")]
public sealed record ApiSchool(
    [property: Description("Code of the institute: the ministry's, where there is one.")] string InstituteCode,
    string InstituteName,
    [property: Description("The plesso that the case attended.")] string SchoolName,
    SchoolType SchoolType,
    [property: Description("Belfiore code of the comune of the plesso.")] string MunicipalityCode,
    ApiReferent Referent)
{
    public static ApiSchool Of(CaseReport report) => new(
        report.InstituteCode, report.InstituteName, report.SchoolName, report.SchoolType, report.SiteMunicipalityCode,
        new ApiReferent(report.ReferentName, report.ReferentPhone, report.ReferentEmail));
}

[Description("Who answers for the case at the school.")]
public sealed record ApiReferent(string Name, string Phone, string Email);

[Description("A person of the school.")]
public sealed record ApiPerson(
    PersonRole Role,
    string ClassName,
    string Section,
    string Surname,
    string Name,
    [property: Description("Codice fiscale, or the code that stands in for it; null when the person has none.")] string? FiscalCode,
    [property: Description("Why there is none; null when there is one.")] string? FiscalCodeUnavailableReason,
    [property: Description("Null when not known.")] Sex? Sex,
    DateOnly BirthDate,
    [property: Description("Belfiore code of the comune of domicile.")] string DomicileCode,
    [property: Description("With the country's prefix.")] string Phone,
    [property: Description("What looked strange in the data, and was confirmed by the school.")] IReadOnlyList<ConfirmedWarning> ConfirmedWarnings)
{
    public static ApiPerson Of(ReportedPersonData person) => new(
        person.Role, person.ClassName, person.Section, person.Surname, person.Name, person.FiscalCode,
        person.FiscalCodeUnavailableReason, person.Sex, person.BirthDate, person.DomicileCode, person.Phone, person.ConfirmedWarnings);
}
