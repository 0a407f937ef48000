namespace CovidSchoolReporting.App.Features.LineLists;

/// <summary>Names the texts of the line lists' screen.</summary>
public sealed class LineListTexts;
