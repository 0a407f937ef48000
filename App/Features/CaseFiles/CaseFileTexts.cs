namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>Names the texts of the page of one case.</summary>
public sealed class CaseFileTexts;
