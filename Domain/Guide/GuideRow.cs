namespace CovidSchoolReporting.Domain.Guide;

/// <summary>What the guide proposes; the agency decides.</summary>
public enum GuideVerdict
{
    /// <summary>Contatto stretto.</summary>
    Close,

    NotClose,

    /// <summary>The manual leaves it to the referent, who says why in a note.</summary>
    ReferentJudges,

    /// <summary>Chiedere ad ATS: the manual is silent.</summary>
    AskAgency,
}

/// <summary>A sentence of the manual's «Definizioni utili», or its silence.</summary>
public enum GuideRule
{
    Classmates,
    TeachersOfPupil,
    SharedMeal,
    EarlyYearsStaff,
    SupportTeachers,
    PupilsOfTeacher,
    Colleagues,
    NotCovered,
}

/// <summary>Which row of the table answered. Stored with the contact, so names do not change.</summary>
public enum GuideReason
{
    Classmate,
    OtherClass,
    EarlyYearsStaff,
    EducatorOutsideEarlyYears,
    TeacherOfVocationalTraining,
    TeacherElsewhere,
    TeacherUnmasked,
    TeacherNear,
    TeacherProtected,
    TeacherProtectedAlsoAtMeal,
    TeacherNearAtMeal,
    OnlyMealProtected,
    OnlyMealNear,
    SupportTeacherTouched,
    SupportTeacherUntouched,
    ChildTeacherUnmasked,
    ChildTeacherNear,
    ChildOfEarlyYearsTeacher,
    ChildOfEducator,
    PupilElsewhere,
    PupilTeacherUnmasked,
    PupilTeacherNear,
    PupilProtected,
    PupilAlsoAtMeal,
    ColleagueUnmasked,
    ColleagueNear,
    ColleagueProtected,
    CaseIsOtherStaff,
    PersonIsOtherStaff,
}

/// <summary>One condition of a row: the question, and the answers that fulfil it.</summary>
public sealed record GuideCondition(GuideQuestion Question, IReadOnlyList<GuideAnswer> Answers)
{
    public bool IsFulfilledBy(GuideAnswer answer) => Answers.Contains(answer);
}

/// <summary>A row of the decision table: under these conditions, asked in this order, this is proposed, for this reason, by this rule.</summary>
public sealed record GuideRow(GuideReason Reason, GuideVerdict Verdict, GuideRule Rule, IReadOnlyList<GuideCondition> Conditions)
{
    /// <summary>The answers to a question that the row accepts; null when the row does not ask it.</summary>
    public IReadOnlyList<GuideAnswer>? Accepted(GuideQuestion question) =>
        Conditions.FirstOrDefault(condition => condition.Question == question)?.Answers;

    internal bool Admits(GuideAnswers answers) => Conditions.All(condition =>
        answers[condition.Question] is not { } given || condition.IsFulfilledBy(given));

    internal GuideQuestion? FirstOpen(GuideAnswers answers) =>
        Conditions.FirstOrDefault(condition => answers[condition.Question] is null)?.Question;
}
