namespace CovidSchoolReporting.Domain.Access;

/// <summary>What a client of the HTTP API may ask for. The names travel in tokens, so they do not change.</summary>
public static class ApiScopes
{
    /// <summary>Cases and contacts as JSON.</summary>
    public const string CasesRead = "cases.read";

    /// <summary>The same as bundles of HL7 FHIR.</summary>
    public const string FhirRead = "fhir.read";

    public static IReadOnlyList<string> All { get; } = [CasesRead, FhirRead];
}
