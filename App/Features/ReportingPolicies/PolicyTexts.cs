namespace CovidSchoolReporting.App.Features.ReportingPolicies;

/// <summary>Names the texts of the administrator's screens of the dated rules.</summary>
public sealed class PolicyTexts;
