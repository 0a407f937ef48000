namespace CovidSchoolReporting.Domain.Supplements;

/// <summary>A corrected value as it was typed.</summary>
/// <param name="RequestKey">One for each correction that is begun on a screen.</param>
/// <param name="ContactId">Null for a value of the case itself.</param>
/// <param name="Field">Name of the field in the drafts: see <see cref="CorrectableFields"/>.</param>
public sealed record CorrectionDraft(Guid RequestKey, int? ContactId, string Field, string Value, string Note = "");
