namespace CovidSchoolReporting.App.Features.Agency.Queue;

/// <summary>Names the texts of «Casi ricevuti».</summary>
public sealed class QueueTexts;
