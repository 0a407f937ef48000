namespace CovidSchoolReporting.Domain.Access;

/// <summary>The part of the agency's area that a report belongs to, given by the province of the plesso's comune.</summary>
public enum Territory
{
    /// <summary>Province of Milano (MI).</summary>
    Milano,

    /// <summary>Province of Lodi (LO).</summary>
    Lodi,
}
