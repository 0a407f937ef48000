namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>Names the texts of the agency's screens.</summary>
public sealed class AgencyTexts;
