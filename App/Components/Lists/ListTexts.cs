namespace CovidSchoolReporting.App.Components.Lists;

/// <summary>Names the texts around every list.</summary>
public sealed class ListTexts;
