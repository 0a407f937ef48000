namespace CovidSchoolReporting.Domain.Agency;

/// <summary>What the portal knows of a case beside what the school sends of it.</summary>
/// <param name="SiteId">The plesso, where the school chose a registered one.</param>
public sealed record ReportOrigin(int InstituteId, int? SiteId);
