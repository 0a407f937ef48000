using static CovidSchoolReporting.Domain.Guide.GuideAnswer;
using static CovidSchoolReporting.Domain.Guide.GuideQuestion;
using static CovidSchoolReporting.Domain.Guide.GuideVerdict;

namespace CovidSchoolReporting.Domain.Guide;

/// <summary>
/// The manual's DEFINIZIONI UTILI PER CLASSIFICARE LE SITUAZIONI as one table. Whatever is answered, exactly one row fits.
/// <para>
/// Read into it: the metre at the shared meal is asked beside the conditions of the lessons («anche durante il consumo del pasto»), and
/// alone when teacher and pupils met at the meal only. The manual is silent, so that ATS is asked, about ATA and other staff, about what is
/// neither lesson nor meal (school bus, groups of several classes), about a meal with a positive teacher, about teachers of a CFP, and
/// about the children from 0 to 6 years of a positive educator. Children of a positive teacher are close as pupils are («studenti/bambini»);
/// of a teacher who says to have kept the distance from them ATS is asked, because the manual holds it to be impossible at that age.
/// The support teacher is judged case by case at every school, nido and infanzia included: that sentence names them, the other does not.
/// </para>
/// </summary>
internal static class GuideTable
{
    private static readonly GuideCondition PositivePupil = When(Case, Pupil);

    /// <summary>The manual's «insegnante»: educators are named apart.</summary>
    private static readonly GuideCondition PositiveTeacher = When(Case, Teacher, SupportTeacher);

    private static readonly GuideCondition TeacherOfSchool = When(Person, Teacher);

    private static readonly GuideCondition ManualsSchools = When(School, PrimaryOrSecondary);

    private static readonly GuideCondition BeyondEarlyYears = When(School, PrimaryOrSecondary, VocationalTraining);

    private static readonly GuideCondition InLessons = When(Occasion, Lessons, LessonsAndMeal);

    private static readonly GuideCondition OnlyLessons = When(Occasion, Lessons);

    private static readonly GuideCondition AlsoMeal = When(Occasion, LessonsAndMeal);

    private static readonly GuideCondition ExposedPupil = When(Person, Pupil);

    private static readonly GuideCondition AnyTeacher = When(Case, Teacher, SupportTeacher, EarlyYearsEducator);

    private static readonly GuideCondition AnyColleague = When(Person, Teacher, SupportTeacher, EarlyYearsEducator);

    public static readonly IReadOnlyList<GuideRow> Rows =
    [
        Row(GuideReason.Classmate, Close, GuideRule.Classmates, PositivePupil, ExposedPupil, When(SameClass, Yes)),
        Row(GuideReason.OtherClass, AskAgency, GuideRule.NotCovered, PositivePupil, ExposedPupil, When(SameClass, No)),

        Row(GuideReason.TeacherElsewhere, AskAgency, GuideRule.NotCovered, PositivePupil, TeacherOfSchool, ManualsSchools, When(Occasion, Elsewhere)),
        Row(GuideReason.TeacherUnmasked, Close, GuideRule.TeachersOfPupil, PositivePupil, TeacherOfSchool, ManualsSchools, InLessons, When(PersonMasked, No)),
        Row(GuideReason.TeacherNear, Close, GuideRule.TeachersOfPupil, PositivePupil, TeacherOfSchool, ManualsSchools, InLessons, When(PersonMasked, Yes), When(DeskDistance, No)),
        Row(GuideReason.TeacherProtected, NotClose, GuideRule.TeachersOfPupil, PositivePupil, TeacherOfSchool, ManualsSchools, OnlyLessons, When(PersonMasked, Yes), When(DeskDistance, Yes)),
        Row(GuideReason.TeacherProtectedAlsoAtMeal, NotClose, GuideRule.SharedMeal, PositivePupil, TeacherOfSchool, ManualsSchools, AlsoMeal, When(PersonMasked, Yes), When(DeskDistance, Yes), When(MealDistance, Yes)),
        Row(GuideReason.TeacherNearAtMeal, Close, GuideRule.SharedMeal, PositivePupil, TeacherOfSchool, ManualsSchools, AlsoMeal, When(PersonMasked, Yes), When(DeskDistance, Yes), When(MealDistance, No)),
        Row(GuideReason.OnlyMealProtected, NotClose, GuideRule.SharedMeal, PositivePupil, TeacherOfSchool, ManualsSchools, When(Occasion, MealOnly), When(MealDistance, Yes)),
        Row(GuideReason.OnlyMealNear, Close, GuideRule.SharedMeal, PositivePupil, TeacherOfSchool, ManualsSchools, When(Occasion, MealOnly), When(MealDistance, No)),
        Row(GuideReason.TeacherOfVocationalTraining, AskAgency, GuideRule.NotCovered, PositivePupil, TeacherOfSchool, When(School, VocationalTraining)),

        Row(GuideReason.EarlyYearsStaff, Close, GuideRule.EarlyYearsStaff, PositivePupil, When(Person, Teacher, EarlyYearsEducator), When(School, EarlyYears)),
        Row(GuideReason.EducatorOutsideEarlyYears, AskAgency, GuideRule.NotCovered, PositivePupil, When(Person, EarlyYearsEducator), BeyondEarlyYears),

        Row(GuideReason.SupportTeacherTouched, Close, GuideRule.SupportTeachers, PositivePupil, When(Person, SupportTeacher), When(PhysicalContact, Yes)),
        Row(GuideReason.SupportTeacherUntouched, ReferentJudges, GuideRule.SupportTeachers, PositivePupil, When(Person, SupportTeacher), When(PhysicalContact, No)),

        Row(GuideReason.PupilElsewhere, AskAgency, GuideRule.NotCovered, PositiveTeacher, ExposedPupil, BeyondEarlyYears, When(Occasion, MealOnly, Elsewhere)),
        Row(GuideReason.PupilTeacherUnmasked, Close, GuideRule.PupilsOfTeacher, PositiveTeacher, ExposedPupil, BeyondEarlyYears, InLessons, When(CaseMasked, No)),
        Row(GuideReason.PupilTeacherNear, Close, GuideRule.PupilsOfTeacher, PositiveTeacher, ExposedPupil, BeyondEarlyYears, InLessons, When(CaseMasked, Yes), When(DeskDistance, No)),
        Row(GuideReason.PupilProtected, NotClose, GuideRule.PupilsOfTeacher, PositiveTeacher, ExposedPupil, BeyondEarlyYears, OnlyLessons, When(CaseMasked, Yes), When(DeskDistance, Yes)),
        Row(GuideReason.PupilAlsoAtMeal, AskAgency, GuideRule.NotCovered, PositiveTeacher, ExposedPupil, BeyondEarlyYears, AlsoMeal, When(CaseMasked, Yes), When(DeskDistance, Yes)),
        Row(GuideReason.ChildTeacherUnmasked, Close, GuideRule.PupilsOfTeacher, PositiveTeacher, ExposedPupil, When(School, EarlyYears), When(CaseMasked, No)),
        Row(GuideReason.ChildTeacherNear, Close, GuideRule.PupilsOfTeacher, PositiveTeacher, ExposedPupil, When(School, EarlyYears), When(CaseMasked, Yes), When(DeskDistance, No)),
        Row(GuideReason.ChildOfEarlyYearsTeacher, AskAgency, GuideRule.NotCovered, PositiveTeacher, ExposedPupil, When(School, EarlyYears), When(CaseMasked, Yes), When(DeskDistance, Yes)),
        Row(GuideReason.ChildOfEducator, AskAgency, GuideRule.NotCovered, When(Case, EarlyYearsEducator), ExposedPupil),

        Row(GuideReason.ColleagueUnmasked, Close, GuideRule.Colleagues, AnyTeacher, AnyColleague, When(ColleagueMasked, No)),
        Row(GuideReason.ColleagueNear, Close, GuideRule.Colleagues, AnyTeacher, AnyColleague, When(ColleagueMasked, Yes), When(ColleagueDistance, No)),
        Row(GuideReason.ColleagueProtected, NotClose, GuideRule.Colleagues, AnyTeacher, AnyColleague, When(ColleagueMasked, Yes), When(ColleagueDistance, Yes)),

        Row(GuideReason.PersonIsOtherStaff, AskAgency, GuideRule.NotCovered, When(Case, Pupil, Teacher, SupportTeacher, EarlyYearsEducator), When(Person, AuxiliaryStaff, OtherStaff)),
        Row(GuideReason.CaseIsOtherStaff, AskAgency, GuideRule.NotCovered, When(Case, AuxiliaryStaff, OtherStaff)),
    ];

    private static GuideCondition When(GuideQuestion question, params GuideAnswer[] answers) => new(question, answers);

    private static GuideRow Row(GuideReason reason, GuideVerdict verdict, GuideRule rule, params GuideCondition[] conditions) =>
        new(reason, verdict, rule, conditions);
}
