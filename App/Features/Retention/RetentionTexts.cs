namespace CovidSchoolReporting.App.Features.Retention;

/// <summary>Names the texts about how long cases are kept.</summary>
public sealed class RetentionTexts;
