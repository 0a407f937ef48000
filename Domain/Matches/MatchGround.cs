namespace CovidSchoolReporting.Domain.Matches;

/// <summary>Why two reports may be about one person, the surest first. Stored by name, so names do not change.</summary>
public enum MatchGround
{
    /// <summary>The same codice fiscale once omocodia is undone.</summary>
    FiscalCode,

    /// <summary>The same name and birth date, and no two codes that tell them apart.</summary>
    NameAndBirthDate,

    /// <summary>The same name, and birth dates with day and month in each other's place.</summary>
    TransposedBirthDate,

    /// <summary>The same birth date, and surname and name in each other's place.</summary>
    SwappedNames,

    /// <summary>The same birth date, and names that a slip of the finger makes alike.</summary>
    TypingSlip,
}
