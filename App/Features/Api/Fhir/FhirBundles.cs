using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;
using Hl7.Fhir.Model;
using Microsoft.Extensions.Options;

namespace CovidSchoolReporting.App.Features.Api.Fhir;

/// <summary>
/// Cases as bundles of HL7 FHIR R4: for each the patient, the condition, the swab, the contacts as related persons with what the agency
/// decided about them, the institute and the plesso. The addresses of the resources name them, the same in every bundle; only the bundles can be fetched.
/// </summary>
internal sealed class FhirBundles(IOptions<PortalOptions> portal, PlaceRegister places, PortalClock clock)
{
    private readonly FhirPeople _people = new(places);

    private string Base => new Uri(portal.Value.PublicUri(), FhirEndpoints.Root).ToString();

    /// <param name="next">The address of the next bundle; null when there is none.</param>
    public Bundle Of(IReadOnlyList<FeedReport> reports, string? next)
    {
        var bundle = new Bundle { Type = Bundle.BundleType.Collection, Timestamp = clock.UtcNow };
        if (next is not null)
        {
            bundle.Link.Add(new Bundle.LinkComponent { RelationString = "next", Url = next });
        }

        // A bundle holds each resource once, and cases share institutes and plessi.
        var seen = new HashSet<string>();
        foreach (var resource in reports.SelectMany(ResourcesOf).Where(resource => seen.Add(NameOf(resource))))
        {
            bundle.AddResourceEntry(resource, $"{Base}/{NameOf(resource)}");
        }

        return bundle;
    }

    private static string NameOf(Resource resource) => $"{resource.TypeName}/{resource.Id}";

    private static ResourceReference To(Resource resource) => new(NameOf(resource));

    /// <summary>An id that stays with what it was made from, and has only the characters that FHIR allows.</summary>
    private static string IdOf(string kind, params string[] parts) =>
        $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16]}";

    private IEnumerable<Resource> ResourcesOf(FeedReport report)
    {
        var institute = InstituteOf(report.Report);
        var patient = _people.PatientOf(report);
        patient.Id = $"case-{report.Id}";
        patient.Contact.Add(new Patient.ContactComponent
        {
            Relationship = [new CodeableConcept { Text = "Scuola" }],
            Organization = To(institute),
        });
        var swab = SwabOf(report, patient);
        Resource[] own = [patient, ConditionOf(report, patient, swab), .. swab is null ? Array.Empty<Resource>() : [swab]];
        var contacts = report.Report.Contacts.SelectMany(contact => ContactOf(report, contact, patient));
        foreach (var resource in own.Concat(contacts))
        {
            resource.Meta = new Meta { LastUpdated = report.UpdatedAt };
            yield return resource;
        }

        yield return institute;
        yield return SiteOf(report.Report, institute);
    }

    private IEnumerable<Resource> ContactOf(FeedReport report, ReportedContact contact, Patient patient)
    {
        var related = _people.ContactOf(contact, To(patient));
        related.Id = $"contact-{contact.ContactId}";
        yield return related;
        if (report.Decided.TryGetValue(contact.ContactId, out var decided))
        {
            var decision = FhirDecisions.Of(decided, To(patient), To(related), $"{Base}/code");
            decision.Id = $"decision-{contact.ContactId}";
            yield return decision;
        }
    }

    private Condition ConditionOf(FeedReport report, Patient patient, Observation? swab) => new()
    {
        Id = $"covid-{report.Id}",
        Identifier = [new Identifier($"{Base}/sid/protocol-number", report.ProtocolNumber)],
        VerificationStatus = FhirCodes.Confirmed(),
        Code = FhirCodes.Covid19(),
        Subject = To(patient),
        Onset = report.Report.SymptomOnset is { } onset ? new FhirDateTime(FhirPeople.Day(onset)) : null,
        RecordedDateElement = new FhirDateTime(new DateTimeOffset(report.ReceivedAt)),
        Evidence = swab is null ? [] : [new Condition.EvidenceComponent { Detail = [To(swab)] }],

        // Where the case stands at the agency says nothing of the illness, so it is not the clinical status.
        Note = [new Annotation { Text = $"agencyState: {JsonNamingPolicy.CamelCase.ConvertName(report.State.ToString())}" }],
    };

    private static Observation? SwabOf(FeedReport report, Patient patient) => report.Report.PositiveSwabDate is not { } day ? null : new()
    {
        Id = $"swab-{report.Id}",
        Status = ObservationStatus.Final,
        Category = [FhirCodes.Laboratory()],
        Code = FhirCodes.Swab(),
        Subject = To(patient),
        Effective = new FhirDateTime(FhirPeople.Day(day)),
        Value = FhirCodes.Positive(),
        Interpretation = [FhirCodes.InterpretedPositive()],
    };

    private Organization InstituteOf(CaseReport sent) => new()
    {
        Id = IdOf("institute", sent.InstituteCode),
        Identifier = [new Identifier($"{Base}/sid/institute-code", sent.InstituteCode)],
        Name = sent.InstituteName,
    };

    private Location SiteOf(CaseReport sent, Organization institute)
    {
        var municipality = places.FindByCode(sent.SiteMunicipalityCode);
        return new Location
        {
            Id = IdOf("site", sent.InstituteCode, sent.SchoolName, sent.SiteMunicipalityCode),
            Name = sent.SchoolName,
            Mode = Location.LocationMode.Instance,
            Address = new Address { City = municipality?.Name, District = municipality?.Province, Country = "IT" },
            ManagingOrganization = To(institute),
        };
    }
}
