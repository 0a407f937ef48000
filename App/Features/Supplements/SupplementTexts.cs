namespace CovidSchoolReporting.App.Features.Supplements;

/// <summary>Names the texts of the integrazioni.</summary>
public sealed class SupplementTexts;
