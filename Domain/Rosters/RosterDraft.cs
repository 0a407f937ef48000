using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>A person of a roster as written in the list that was loaded.</summary>
public sealed class RosterDraft : PersonDraft
{
    public string Address { get; set; } = "";

    /// <summary>Name of the plesso; empty means the one that was chosen for the whole list.</summary>
    public string SchoolSite { get; set; } = "";
}
