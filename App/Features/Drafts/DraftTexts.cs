namespace CovidSchoolReporting.App.Features.Drafts;

/// <summary>Texts of the list of drafts.</summary>
public sealed class DraftTexts;
