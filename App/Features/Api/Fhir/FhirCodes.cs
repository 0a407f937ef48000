using Hl7.Fhir.Model;

namespace CovidSchoolReporting.App.Features.Api.Fhir;

/// <summary>The codes of others that the bundles use, and the systems that they come from.</summary>
internal static class FhirCodes
{
    public const string FiscalCode = "http://hl7.it/sid/codiceFiscale";

    /// <summary>Straniero temporaneamente presente, in HL7 Italia's register of identifiers.</summary>
    public const string Stp = "urn:oid:2.16.840.1.113883.2.9.4.3.17";

    /// <summary>Europeo non iscritto, in the same register.</summary>
    public const string Eni = "urn:oid:2.16.840.1.113883.2.9.4.3.18";

    private const string Icd10 = "http://hl7.org/fhir/sid/icd-10";
    private const string Snomed = "http://snomed.info/sct";
    private const string Loinc = "http://loinc.org";

    public static CodeableConcept Covid19() => new()
    {
        Coding =
        [
            new Coding(Icd10, "U07.1", "COVID-19, virus identified"),
            new Coding(Snomed, "840539006", "Disease caused by severe acute respiratory syndrome coronavirus 2"),
        ],
        Text = "COVID-19",
    };

    public static CodeableConcept Confirmed() =>
        new("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed");

    /// <summary>What the portal calls a positive swab. It does not ask for the kind of the test.</summary>
    public static CodeableConcept Swab() =>
        new(Loinc, "94500-6", "SARS-CoV-2 (COVID-19) RNA [Presence] in Respiratory system specimen by NAA with probe detection", "Tampone");

    public static CodeableConcept Laboratory() =>
        new("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory");

    public static CodeableConcept Positive() => new(Snomed, "10828004", "Positive", "Positivo");

    public static CodeableConcept InterpretedPositive() =>
        new("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "POS");

    public static CodeableConcept ContactPerson() => new(Snomed, "70862002", "Contact person", "Contatto di caso");
}
