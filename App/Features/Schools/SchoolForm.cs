using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.App.Features.Schools;

/// <summary>What was typed about an institute or a plesso, and what a refused save found in it.</summary>
public sealed class SchoolForm
{
    public string InstituteCode { get; set; } = "";

    public string InstituteName { get; set; } = "";

    public string SiteCode { get; set; } = "";

    public string SiteName { get; set; } = "";

    public SchoolType? Type { get; set; }

    public string Municipality { get; set; } = "";

    /// <summary>See <see cref="SchoolDraft.Opened"/>.</summary>
    public SiteValues? Opened { get; set; }

    public bool IsDirty { get; private set; }

    /// <summary>Counts the refused saves: the summary takes the focus at each.</summary>
    public int Attempt { get; private set; }

    public IReadOnlyList<SiteFinding> Findings { get; private set; } = [];

    public SchoolDraft Read() => new(InstituteCode, InstituteName, SiteCode, SiteName, Type, Municipality) { Opened = Opened };

    public SiteFault? FaultOf(string field) => Findings.FirstOrDefault(finding => finding.Field == field)?.Fault;

    public void Typed(string field)
    {
        IsDirty = true;

        // A field that is being put right is no longer red; the save says whether it is right.
        Findings = [.. Findings.Where(finding => finding.Field != field)];
    }

    public void Refuse(IReadOnlyList<SiteFinding> findings)
    {
        Findings = findings;
        Attempt++;
    }

    public void Saved() => IsDirty = false;
}
