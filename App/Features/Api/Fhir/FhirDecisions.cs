using System.Text.Json;
using CovidSchoolReporting.Domain.Decisions;
using Hl7.Fhir.Model;

namespace CovidSchoolReporting.App.Features.Api.Fhir;

/// <summary>
/// What the agency decided about a contact, as an observation that has the related person in focus: a related person has no place for it,
/// and a flag cannot be about one. Where no code of others says what the portal means, the words are those of <see cref="ApiContact"/>.
/// </summary>
internal static class FhirDecisions
{
    /// <param name="patient">The person of the case, in whose record the contact stands.</param>
    /// <param name="contact">The related person.</param>
    /// <param name="codes">Below it the portal's own codes have their systems.</param>
    public static Observation Of(DecidedContact decided, ResourceReference patient, ResourceReference contact, string codes)
    {
        var observation = new Observation
        {
            Status = ObservationStatus.Final,
            Code = new CodeableConcept($"{codes}/contact-observation", "decision", "Decisione di ATS sul contatto"),
            Subject = patient,
            Focus = [contact],
            Effective = new FhirDateTime(new DateTimeOffset(decided.Decision.DecidedAt)),
            Value = Word("contact-status", decided.Decision.Status),
        };
        if (decided.Period is { } period)
        {
            observation.Component.Add(Part("measure", Word("measure", period.Kind)));
            observation.Component.Add(Part("measurePeriod", new Period
            {
                StartElement = new FhirDateTime(FhirPeople.Day(period.From)),

                // A measure that only a test ends is open: its last day is the earliest one for the test.
                EndElement = period.NeedsTest ? null : new FhirDateTime(FhirPeople.Day(period.To)),
            }));
            if ((period.NeedsTest ? period.To : period.ToWithTest) is { } testDay)
            {
                observation.Component.Add(Part("negativeTestFrom", new FhirDateTime(FhirPeople.Day(testDay))));
            }
        }

        return observation;

        CodeableConcept Word<TValue>(string system, TValue value)
            where TValue : struct, Enum => new($"{codes}/{system}", JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

        Observation.ComponentComponent Part(string code, DataType value) => new()
        {
            Code = new CodeableConcept($"{codes}/contact-observation", code),
            Value = value,
        };
    }
}
