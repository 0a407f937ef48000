namespace CovidSchoolReporting.App.Features.Schools;

/// <summary>Names the texts of the administrator's institutes and plessi.</summary>
public sealed class SchoolTexts;
