namespace CovidSchoolReporting.App.Features.Imports;

/// <summary>Names the texts of these screens.</summary>
public sealed class SheetTexts;
