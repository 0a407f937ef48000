using System.Text.Json;
using System.Text.Json.Nodes;
using CovidSchoolReporting.App.Features.Api.Fhir;
using CovidSchoolReporting.App.Hosting;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Tests.Support;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Validation;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Task = System.Threading.Tasks.Task;

namespace CovidSchoolReporting.Tests.Api;

/// <summary>The bundles, held against the model of HL7 FHIR R4 by the Firely SDK.</summary>
public sealed class FhirTests
{
    private static readonly FhirBundles _bundles = new(
        Options.Create(new PortalOptions { PublicAddress = "https://portale.example.it" }),
        PlaceRegister.Load(),
        new PortalClock(new FakeTimeProvider(TestPortal.Start)));

    private static readonly JsonSerializerOptions _json = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector);

    [Fact]
    public void Bundle_CaseWithSwabAndContact_IsValidAndReadsBack()
    {
        var bundle = _bundles.Of([Row(Reports.OfMarioRossi())], "https://portale.example.it/next");

        var text = JsonSerializer.Serialize(bundle, _json);
        var read = JsonSerializer.Deserialize<Bundle>(text, _json)!;

        Assert.Empty(bundle.Validate(ModelInfo.ModelInspector));
        Assert.True(read.IsExactly(bundle));
        Assert.Equal(
            ["Condition", "Location", "Observation", "Organization", "Patient", "RelatedPerson"],
            read.Entry.Select(e => e.Resource!.TypeName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Validation_ResourceWithoutWhatItNeeds_IsSeen()
    {
        var bundle = _bundles.Of([Row(Reports.OfMarioRossi())], null);
        bundle.Entry.Select(e => e.Resource).OfType<Observation>().Single().Code = null!;

        Assert.NotEmpty(bundle.Validate(ModelInfo.ModelInspector));
    }

    [Fact]
    public void Bundle_Case_SaysItInTheCodesOfOthers()
    {
        var entries = _bundles.Of([Row(Reports.OfMarioRossi())], null).Entry.Select(e => e.Resource).ToList();
        var (patient, condition, swab) = (entries.OfType<Patient>().Single(), entries.OfType<Condition>().Single(), entries.OfType<Observation>().Single());
        var contact = entries.OfType<RelatedPerson>().Single();

        Assert.Equal(("http://hl7.it/sid/codiceFiscale", Drafts.MarioRossi), (patient.Identifier[0].System, patient.Identifier[0].Value));
        Assert.Equal(("Rossi", "2010-03-01", AdministrativeGender.Male, "Milano"), (patient.Name[0].Family, patient.BirthDate, patient.Gender, patient.Address[0].City));
        Assert.Equal(["U07.1", "840539006"], condition.Code!.Coding.Select(c => c.Code));
        Assert.Equal(("94500-6", "2020-11-21"), (swab.Code!.Coding[0].Code, ((FhirDateTime)swab.Effective!).Value));
        Assert.Equal($"Patient/{patient.Id}", condition.Subject!.Reference);
        Assert.Equal((condition.Subject.Reference, "2020-11-22"), (contact.Patient!.Reference, contact.Period!.End));
        Assert.Empty(contact.Identifier); // No code is known: none is made up.
    }

    [Theory]
    [InlineData(false, "2020-12-06", "2020-12-02")]
    [InlineData(true, null, "2020-12-06")]
    public void Bundle_DecidedContact_SaysWhatTheAgencyDecidedAndUntilWhen(bool needsTest, string? end, string testFrom)
    {
        var bundle = _bundles.Of([Decided(needsTest)], null);
        var decision = bundle.Entry.Select(e => e.Resource).OfType<Observation>().Single(o => o.Focus.Count > 0);

        Assert.Empty(bundle.Validate(ModelInfo.ModelInspector));
        Assert.Equal(
            ("close", "https://portale.example.it/api/v1/fhir/code/contact-status"),
            (((CodeableConcept)decision.Value!).Coding[0].Code, ((CodeableConcept)decision.Value!).Coding[0].System));
        Assert.Equal(["measure", "measurePeriod", "negativeTestFrom"], decision.Component.Select(c => c.Code!.Coding[0].Code));
        Assert.Equal("quarantine", ((CodeableConcept)decision.Component[0].Value!).Coding[0].Code);
        var period = (Period)decision.Component[1].Value!;
        Assert.Equal(("2020-11-22", end, testFrom), (period.Start, period.End, ((FhirDateTime)decision.Component[2].Value!).Value));
        Assert.Equal($"RelatedPerson/{bundle.Entry.Select(e => e.Resource).OfType<RelatedPerson>().Single().Id}", decision.Focus.Single().Reference);
    }

    [Fact]
    public void Bundle_EveryReference_LeadsToAnEntry()
    {
        var bundle = _bundles.Of([Decided(needsTest: false), Row(Reports.OfMarioRossi() with { CaseId = 7, Contacts = [] }, 13)], null);
        var text = JsonNode.Parse(JsonSerializer.Serialize(bundle, _json))!;

        var known = bundle.Entry.Select(e => e.FullUrl).ToList();
        Assert.Distinct(known);
        Assert.Equal(2, bundle.Entry.Count(e => e.Resource is Patient));
        Assert.Single(bundle.Entry, e => e.Resource is Organization);
        var references = References(text).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Contains($"https://portale.example.it/api/v1/fhir/{reference}", known));
    }

    [Fact]
    public void Bundle_NoSwabDay_HasNoObservation()
    {
        var bundle = _bundles.Of(
            [Row(Reports.OfMarioRossi() with { PositiveSwabDate = null, SymptomOnset = new DateOnly(2020, 11, 18) })], null);

        Assert.Empty(bundle.Validate(ModelInfo.ModelInspector));
        Assert.DoesNotContain(bundle.Entry, e => e.Resource is Observation);
        Assert.Equal("2020-11-18", ((FhirDateTime)bundle.Entry.Select(e => e.Resource).OfType<Condition>().Single().Onset!).Value);
    }

    [Theory]
    [InlineData("STP0301234567890", "urn:oid:2.16.840.1.113883.2.9.4.3.17")]
    [InlineData("ENI0301234567890", "urn:oid:2.16.840.1.113883.2.9.4.3.18")]
    public void Bundle_HealthCodeOfAForeigner_IsNoFiscalCode(string code, string system)
    {
        var report = Reports.OfMarioRossi();
        var bundle = _bundles.Of([Row(report with { Person = report.Person with { FiscalCode = code } })], null);

        Assert.Equal(system, bundle.Entry.Select(e => e.Resource).OfType<Patient>().Single().Identifier.Single().System);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject group => group.SelectMany(pair => pair.Key == "reference" ? [pair.Value!.GetValue<string>()] : References(pair.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private static FeedReport Decided(bool needsTest)
    {
        var sent = Reports.OfMarioRossi();
        var contact = sent.Contacts.Single();
        var decision = new DecisionRow(contact.ContactId, 1, true, ContactStatus.Close, null, null, "Ada", TestPortal.Start.UtcDateTime);
        var (from, to) = (contact.LastContactDate, contact.LastContactDate.AddDays(14));
        var period = new MeasurePeriod(MeasureKind.Quarantine, from, to, needsTest ? null : to.AddDays(-4), needsTest, IsOwnEnd: false);
        return Row(sent) with
        {
            Decided = new Dictionary<int, DecidedContact> { [contact.ContactId] = new(contact, decision, period) },
        };
    }

    private static FeedReport Row(CaseReport sent, int id = 12) => new()
    {
        Id = id,
        ProtocolNumber = $"2020/00000{id}",
        ReceivedAt = TestPortal.Start.UtcDateTime,
        UpdatedAt = TestPortal.Start.UtcDateTime,
        Change = id,
        State = AgencyState.Received,
        TakenInChargeAt = null,
        MeasuresIssuedAt = null,
        ConcludedAt = null,
        Decided = new Dictionary<int, DecidedContact>(),
        Report = sent,
        ContactCount = sent.Contacts.Count,
    };
}

/// <summary>The same bundles as they travel.</summary>
public sealed class FhirOverHttpTests(ApiStage stage) : IClassFixture<ApiStage>
{
    private static readonly JsonSerializerOptions _json = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector);

    [Fact]
    public async Task Bundles_FollowedByTheirLinks_HoldEveryCaseOnce()
    {
        var ids = await stage.ReceiveAsync(3);
        using var http = await stage.EnterAsync(Territory.Milano);
        var cases = new List<string>();
        for (var next = "/api/v1/fhir/cases?limit=2"; next is not null;)
        {
            var answer = await http.GetAsync(next);
            var bundle = JsonSerializer.Deserialize<Bundle>(await answer.Content.ReadAsStringAsync(), _json)!;
            Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Empty(bundle.Validate(ModelInfo.ModelInspector));
            cases.AddRange(bundle.Entry.Select(e => e.Resource).OfType<Patient>().Select(p => p.Id!));
            next = bundle.NextLink?.ToString();
        }

        Assert.Equal(ids.Select(id => $"case-{id}"), cases);
    }

    [Fact]
    public async Task Bundle_OfOneCase_HasItsContacts()
    {
        var id = Assert.Single(await stage.ReceiveAsync(1, ApiStage.Lodi));
        using var http = await stage.EnterAsync(Territory.Lodi);

        var bundle = JsonSerializer.Deserialize<Bundle>(await http.GetStringAsync($"/api/v1/cases/{id}/fhir"), _json)!;

        Assert.Empty(bundle.Validate(ModelInfo.ModelInspector));
        Assert.Single(bundle.Entry, e => e.Resource is RelatedPerson);
    }
}
