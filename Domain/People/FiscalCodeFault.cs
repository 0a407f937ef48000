namespace CovidSchoolReporting.Domain.People;

/// <summary>What marks out the four identifiers that the field "codice fiscale" takes.</summary>
public enum FiscalCodeKind
{
    /// <summary>The 16-character code of a person: it tells birth date, sex and place of birth.</summary>
    Personal,

    /// <summary>The 11-digit provisional code of the Agenzia delle Entrate: it tells nothing of the person.</summary>
    Provisional,

    /// <summary>Straniero temporaneamente presente: health code of a non-EU person without a permit.</summary>
    Stp,

    /// <summary>Europeo non iscritto: health code of an EU person who is not registered.</summary>
    Eni,
}

/// <summary>Why a text is no codice fiscale. Each one blocks saving.</summary>
public enum FiscalCodeFault
{
    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>Neither 16 characters nor 11 digits.</summary>
    WrongLength,

    /// <summary>A letter where a digit belongs, or the reverse.</summary>
    WrongFormat,

    /// <summary>The ninth character is none of the twelve month letters.</summary>
    ImpossibleMonth,

    /// <summary>The day is neither 1-31 (men) nor 41-71 (women).</summary>
    ImpossibleDay,

    /// <summary>The month has no such day in either century.</summary>
    ImpossibleDate,

    /// <summary>No surname or name can give these three letters.</summary>
    ImpossibleNameLetters,

    /// <summary>The last letter does not agree with the fifteen before it.</summary>
    WrongCheckLetter,

    /// <summary>The last digit of a provisional code does not agree with the ten before it.</summary>
    WrongProvisionalCheck,
}
