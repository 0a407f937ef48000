namespace CovidSchoolReporting.App.Localization;

/// <summary>Names MudBlazor's own strings in Italian; in English MudBlazor speaks for itself.</summary>
public sealed class MudTexts;
