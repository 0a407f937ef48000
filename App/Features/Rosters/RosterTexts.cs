namespace CovidSchoolReporting.App.Features.Rosters;

/// <summary>Names the texts of these screens.</summary>
public sealed class RosterTexts;
