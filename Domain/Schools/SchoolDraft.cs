using CovidSchoolReporting.Domain.Places;

namespace CovidSchoolReporting.Domain.Schools;

/// <summary>What was typed about a plesso, and about its institute where that is new.</summary>
/// <param name="InstituteCode">Empty for a school that no ministry numbers: the portal makes a code.</param>
/// <param name="SiteCode">Empty likewise.</param>
/// <param name="Municipality">The name of a comune of the agency's territory.</param>
public sealed record SchoolDraft(string InstituteCode, string InstituteName, string SiteCode, string SiteName, SchoolType? Type, string Municipality)
{
    /// <summary>What stood in the portal when the form of a plesso was opened; null for a new one.</summary>
    public SiteValues? Opened { get; init; }

    /// <summary>What the draft means under the codes that it gets, and what in it is missing or cannot be.</summary>
    public (SiteRegistration Meant, IReadOnlyList<SiteFinding> Findings) Read(string instituteCode, string siteCode, PlaceRegister places)
    {
        var municipality = places.Resolve(Municipality) is { Territory: not null } comune ? comune.Code : "";
        var meant = new SiteRegistration(instituteCode, InstituteName.Trim(), siteCode, SiteName.Trim(), Type ?? default, municipality);
        List<SiteFinding> findings = [.. meant.Judge()];
        if (Type is null)
        {
            findings.Add(new SiteFinding(nameof(SiteRegistration.Type), SiteFault.Missing, "the type is missing"));
        }

        if (municipality.Length == 0)
        {
            findings.Add(new SiteFinding(nameof(SiteRegistration.MunicipalityCode), SiteFault.Unknown, "the comune is unknown"));
        }

        return (meant, findings);
    }
}
