namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>Names the texts of these screens.</summary>
public sealed class CaseTexts;
