namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>Names the texts of the letters' screens.</summary>
public sealed class LetterTexts;
