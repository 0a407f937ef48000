namespace CovidSchoolReporting.App.Features.Home;

/// <summary>Names the texts of the home page.</summary>
public sealed class HomeTexts;
