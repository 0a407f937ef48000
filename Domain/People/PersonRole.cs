namespace CovidSchoolReporting.Domain.People;

/// <summary>What a person does at the school (the manual's "ruolo").</summary>
public enum PersonRole
{
    /// <summary>Studente / alunno, children of nido and infanzia included.</summary>
    Pupil,

    /// <summary>Insegnante.</summary>
    Teacher,

    /// <summary>Insegnante di sostegno.</summary>
    SupportTeacher,

    /// <summary>Educatore 0-6.</summary>
    EarlyYearsEducator,

    /// <summary>Personale ATA.</summary>
    AuxiliaryStaff,

    /// <summary>Altro operatore.</summary>
    OtherStaff,
}
