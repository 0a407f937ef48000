using System.Text.Json;
using System.Text.Json.Nodes;
using CovidSchoolReporting.App.Features.Api.Fhir;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.App.Features.Api;

/// <summary>Answers about invented people, for the description of the API.</summary>
internal static class ApiExamples
{
    private const string PageToken = "CfDJ8Nk2…";
    private static readonly DateTime Received = new(2020, 11, 25, 9, 0, 1, DateTimeKind.Utc);

    /// <summary>What an address answers with; null where there is no example.</summary>
    public static JsonNode? Of(string address, JsonSerializerOptions json)
    {
        return address.Replace("{id}", "{id:int}", StringComparison.Ordinal) switch
        {
            CaseEndpoints.Cases => Node(new ApiPage<ApiCase>([Case()], HasMore: true, PageToken)),
            CaseEndpoints.Case => Node(Case()),
            CaseEndpoints.ContactsOfCase => Node(new[] { Contact() }),
            CaseEndpoints.Contacts => Node(new ApiPage<ApiContact>([Contact()], HasMore: false, PageToken)),
            FhirEndpoints.Case or FhirEndpoints.Cases => JsonNode.Parse("""{ "resourceType": "Bundle", "type": "collection", "entry": [] }"""),
            _ => null,
        };

        JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, json);
    }

    private static ApiCase Case() => new()
    {
        Id = 12,
        SchoolCaseId = 6,
        ProtocolNumber = "2020/0000001",
        ReceivedAt = Received,
        UpdatedAt = Received.AddMinutes(12),
        State = AgencyState.TakenInCharge,
        TakenInChargeAt = Received.AddMinutes(12),
        MeasuresIssuedAt = null,
        ConcludedAt = null,
        Territory = Territory.Milano,
        School = new ApiSchool(
            "MIIC000001", "Istituto Calvino", "Scuola primaria Calvino", SchoolType.Primary, "F205",
            new ApiReferent("Bianchi Anna", "+39021234567", "referente@scuola.example.it")),
        Person = Person(PersonRole.Pupil, "Rossi", "Mario", "RSSMRA10C01F205I", Sex.Male, new DateOnly(2010, 3, 1)),
        SecondPhone = null,
        LastDayAttended = new DateOnly(2020, 11, 20),
        PositiveSwabDate = new DateOnly(2020, 11, 21),
        SymptomOnset = null,
        NoContactsReason = null,
        ContactCount = 1,
    };

    private static ApiContact Contact() => new()
    {
        Id = 11,
        CaseId = 12,
        UpdatedAt = Received.AddMinutes(12),
        Person = Person(PersonRole.Teacher, "Valeri", "Valeria", null, null, new DateOnly(1980, 1, 13)),
        Address = "Via Roma 1",
        LastContactDate = new DateOnly(2020, 11, 20),
        SchoolsProposal = GuideVerdict.Close,
        Decision = new ApiDecision(ContactStatus.Close, Received.AddMinutes(20), new ApiMeasure(
            MeasureKind.Quarantine, new DateOnly(2020, 11, 20), new DateOnly(2020, 12, 4), new DateOnly(2020, 11, 30), NeedsTest: false, IsOwnEnd: false)),
    };

    private static ApiPerson Person(PersonRole role, string surname, string name, string? fiscalCode, Sex? sex, DateOnly born) => new(
        role, "5", "B", surname, name, fiscalCode, fiscalCode is null ? "In attesa di rilascio" : null, sex, born, "F205", "+393331234567", []);
}
