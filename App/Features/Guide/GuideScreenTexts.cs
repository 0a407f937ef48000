namespace CovidSchoolReporting.App.Features.Guide;

/// <summary>Names the texts around the guide; its own sentences stand beside the table in the domain.</summary>
public sealed class GuideScreenTexts;
