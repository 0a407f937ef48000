namespace CovidSchoolReporting.App.Localization;

/// <summary>Names the texts that many screens share: yes and no, names of roles and of other enumerations.</summary>
public sealed class SharedTexts;
