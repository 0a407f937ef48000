namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>One fault of a form.</summary>
/// <param name="FieldId">The id of the field to go to.</param>
/// <param name="Message">The sentence that the field shows too.</param>
public sealed record FieldError(string FieldId, string Message);
