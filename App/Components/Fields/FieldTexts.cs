namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>Names the texts that the form fields add by themselves.</summary>
public sealed class FieldTexts;
