using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Domain.Guide;

/// <summary>What a case answers by itself.</summary>
public sealed record GuideFacts(PersonRole Case, SchoolType School, string ClassName, string Section)
{
    /// <summary>What need not be asked about a person: role, school, and that pupils of one class and section are classmates.</summary>
    /// <param name="person">Null while nobody has said it.</param>
    public GuideAnswers Known(PersonRole? person, string className, string section)
    {
        List<GivenAnswer> known =
            [new(GuideQuestion.Case, AnswerOf(Case)), new(GuideQuestion.School, AnswerOf(School))];
        if (person is { } role)
        {
            known.Add(new GivenAnswer(GuideQuestion.Person, AnswerOf(role)));
            if (role == PersonRole.Pupil && IsSame(className, ClassName) && IsSame(section, Section))
            {
                known.Add(new GivenAnswer(GuideQuestion.SameClass, GuideAnswer.Yes));
            }
        }

        return GuideAnswers.Of(known);
    }

    /// <summary>
    /// What the guide proposes about a person, of whom case and class answer more than was asked; what they say counts. Null while nothing
    /// was answered, or a question is open.
    /// </summary>
    public GuideAppraisal? Appraise(PersonRole? person, string className, string section, GuideAnswers answered, string note) =>
        answered.Given.Count == 0 ? null
            : GuideAppraisal.Of(CloseContactGuide.Walk(Known(person, className, section), answered), note);

    public static GuideAnswer AnswerOf(PersonRole role) => role switch
    {
        PersonRole.Pupil => GuideAnswer.Pupil,
        PersonRole.Teacher => GuideAnswer.Teacher,
        PersonRole.SupportTeacher => GuideAnswer.SupportTeacher,
        PersonRole.EarlyYearsEducator => GuideAnswer.EarlyYearsEducator,
        PersonRole.AuxiliaryStaff => GuideAnswer.AuxiliaryStaff,
        _ => GuideAnswer.OtherStaff,
    };

    public static GuideAnswer AnswerOf(SchoolType school) => school switch
    {
        SchoolType.Nursery or SchoolType.Kindergarten => GuideAnswer.EarlyYears,
        SchoolType.VocationalTraining => GuideAnswer.VocationalTraining,
        _ => GuideAnswer.PrimaryOrSecondary,
    };

    /// <summary>The role that an answer about the exposed person means; null for any other answer.</summary>
    public static PersonRole? RoleOf(GuideAnswer? answer) =>
        Enum.GetValues<PersonRole>().Where(role => AnswerOf(role) == answer).Select(role => (PersonRole?)role).FirstOrDefault();

    private static bool IsSame(string typed, string ofCase) =>
        typed.Trim() is { Length: > 0 } text && text.Equals(ofCase.Trim(), StringComparison.OrdinalIgnoreCase);
}
