namespace CovidSchoolReporting.Domain.Imports;

/// <summary>What a column of a list may mean. Stored by name in remembered mappings, so names do not change.</summary>
public enum ImportField
{
    Surname,
    Name,

    /// <summary>Surname and name in one cell, in this order.</summary>
    FullName,
    FiscalCode,

    /// <summary>Why a person has no codice fiscale: in the portal's own exports.</summary>
    FiscalCodeUnavailableReason,
    BirthDate,
    Sex,
    Role,
    ClassName,
    Section,

    /// <summary>Class and section in one cell: «1B», «1^ B».</summary>
    ClassAndSection,

    /// <summary>Comune of domicile.</summary>
    Domicile,
    Address,
    Phone,
    LastContactDate,

    /// <summary>Plesso, in the roster of a school.</summary>
    SchoolSite,
}
