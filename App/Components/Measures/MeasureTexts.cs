namespace CovidSchoolReporting.App.Components.Measures;

/// <summary>Names the texts of the dates that the rules propose.</summary>
public sealed class MeasureTexts;
