namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>Names the texts of the figures of the epidemic and of its clusters.</summary>
public sealed class EpidemicTexts;
