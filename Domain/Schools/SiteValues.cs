namespace CovidSchoolReporting.Domain.Schools;

/// <summary>What an administrator can change of a plesso: of two who have it open, the second is told when these are not what was opened.</summary>
/// <param name="MunicipalityCode">Belfiore code.</param>
public sealed record SiteValues(string Name, SchoolType Type, string MunicipalityCode)
{
    public static SiteValues Of(SchoolSite site) => new(site.Name, site.Type, site.MunicipalityCode);

    public static SiteValues Of(SiteRegistration meant) => new(meant.SiteName, meant.Type, meant.MunicipalityCode);
}
