namespace CovidSchoolReporting.App.Components.Layout;

/// <summary>Names the texts of the frame around every page.</summary>
public sealed class LayoutTexts;
