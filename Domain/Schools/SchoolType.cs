namespace CovidSchoolReporting.Domain.Schools;

/// <summary>Tipo scuola, in the order in which children meet them.</summary>
public enum SchoolType
{
    /// <summary>Nido, 0-3 years.</summary>
    Nursery,

    /// <summary>Scuola dell'infanzia, 3-6 years.</summary>
    Kindergarten,

    Primary,

    /// <summary>Secondaria di I grado.</summary>
    LowerSecondary,

    /// <summary>Secondaria di II grado.</summary>
    UpperSecondary,

    /// <summary>Centro di formazione professionale (CFP).</summary>
    VocationalTraining,
}
