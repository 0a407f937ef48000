namespace CovidSchoolReporting.App.Features.Registry;

/// <summary>Names the texts of the audit's screen.</summary>
public sealed class RegistryTexts;
