namespace CovidSchoolReporting.Domain.Guide;

/// <summary>What the guide may ask. Stored with the contact under these names, so names do not change.</summary>
public enum GuideQuestion
{
    /// <summary>What the positive person does at the school: known once there is a case.</summary>
    Case,

    /// <summary>What the exposed person does at the school: known once the contact has a role.</summary>
    Person,

    /// <summary>Which kind of school: known once there is a case.</summary>
    School,

    SameClass,

    /// <summary>On which occasions a teacher and pupils met.</summary>
    Occasion,

    /// <summary>Did the exposed teacher always wear the mask, in lessons too?</summary>
    PersonMasked,

    /// <summary>Did the positive teacher always wear the mask in lessons?</summary>
    CaseMasked,

    /// <summary>Did the exposed colleague always wear the mask, in lessons and meetings too?</summary>
    ColleagueMasked,

    /// <summary>2 m from the desks, no face-to-face talk under 2 m for over 15 minutes, no physical contact.</summary>
    DeskDistance,

    ColleagueDistance,

    /// <summary>1 m throughout the shared meal.</summary>
    MealDistance,

    PhysicalContact,
}

/// <summary>What may be answered; which answers belong to which question, <see cref="CloseContactGuide.AnswersTo"/> says.</summary>
public enum GuideAnswer
{
    Pupil,
    Teacher,
    SupportTeacher,
    EarlyYearsEducator,
    AuxiliaryStaff,
    OtherStaff,

    /// <summary>Nido or infanzia.</summary>
    EarlyYears,

    /// <summary>Primaria, secondaria di I or of II grado: those that the manual names.</summary>
    PrimaryOrSecondary,

    /// <summary>CFP, which the manual does not name.</summary>
    VocationalTraining,

    Yes,
    No,

    Lessons,
    LessonsAndMeal,
    MealOnly,

    /// <summary>School bus, groups of several classes, trips: what the manual is silent about.</summary>
    Elsewhere,
}
