namespace CovidSchoolReporting.App.Features.Matches;

/// <summary>Names the texts of possible duplicates.</summary>
public sealed class MatchTexts;
