using System.Globalization;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using Hl7.Fhir.Model;

namespace CovidSchoolReporting.App.Features.Api.Fhir;

/// <summary>The person of a case as a patient, and those exposed to it as the patient's related persons.</summary>
internal sealed class FhirPeople(PlaceRegister places)
{
    private const string Italy = "IT";

    public Patient PatientOf(FeedReport report)
    {
        var person = report.Report.Person;
        return new Patient
        {
            Identifier = Identifiers(person),
            Name = Names(person),
            Telecom = [.. Phones(person.Phone, report.Report.SecondPhone)],
            Gender = GenderOf(person),
            BirthDate = Day(person.BirthDate),
            Address = [AddressOf(person, null)],
        };
    }

    /// <param name="patient">Whose contact it is.</param>
    public RelatedPerson ContactOf(ReportedContact contact, ResourceReference patient) => new()
    {
        Identifier = Identifiers(contact.Person),
        Patient = patient,
        Relationship = [FhirCodes.ContactPerson()],
        Name = Names(contact.Person),
        Telecom = [.. Phones(contact.Person.Phone)],
        Gender = GenderOf(contact.Person),
        BirthDate = Day(contact.Person.BirthDate),
        Address = [AddressOf(contact.Person, contact.Address)],

        // Its end is the day of the last contact with the case; when it began nobody asks.
        Period = new Period { EndElement = new FhirDateTime(Day(contact.LastContactDate)) },
    };

    /// <summary>A day as FHIR writes it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<HumanName> Names(ReportedPersonData person) =>
        [new HumanName { Use = HumanName.NameUse.Official, Family = person.Surname, Given = [person.Name] }];

    private static List<Identifier> Identifiers(ReportedPersonData person) =>
        FiscalCode.TryParse(person.FiscalCode, out _) is not { } code ? [] : [new Identifier(SystemOf(code.Kind), code.Value)];

    private static string SystemOf(FiscalCodeKind kind) => kind switch
    {
        FiscalCodeKind.Stp => FhirCodes.Stp,
        FiscalCodeKind.Eni => FhirCodes.Eni,
        _ => FhirCodes.FiscalCode,
    };

    private static IEnumerable<ContactPoint> Phones(params IEnumerable<string?> numbers) =>
        numbers.Where(number => !string.IsNullOrWhiteSpace(number)).Select(number => new ContactPoint
        {
            System = ContactPoint.ContactPointSystem.Phone,
            Value = number,
        });

    private static AdministrativeGender GenderOf(ReportedPersonData person) => person.Sex switch
    {
        Sex.Male => AdministrativeGender.Male,
        Sex.Female => AdministrativeGender.Female,
        _ => AdministrativeGender.Unknown,
    };

    private Address AddressOf(ReportedPersonData person, string? street)
    {
        var municipality = places.FindByCode(person.DomicileCode);
        return new Address
        {
            Use = Address.AddressUse.Home,
            Line = street is null ? [] : [street],
            City = municipality?.Name,
            District = municipality?.Province,
            Country = Italy,
        };
    }
}
