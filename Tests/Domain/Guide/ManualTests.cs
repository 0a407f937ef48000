using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Schools;
using static CovidSchoolReporting.Domain.Guide.GuideQuestion;
using static CovidSchoolReporting.Domain.Guide.GuideVerdict;

namespace CovidSchoolReporting.Tests.Domain.Guide;

/// <summary>What the manual says, written down by hand, line by line, beside the table that must say the same.</summary>
public sealed class ManualTests
{
    private static readonly SchoolType[] _all = Enum.GetValues<SchoolType>();
    private static readonly SchoolType[] _named = [SchoolType.Primary, SchoolType.LowerSecondary, SchoolType.UpperSecondary];
    private static readonly SchoolType[] _early = [SchoolType.Nursery, SchoolType.Kindergarten];
    private static readonly SchoolType[] _vocational = [SchoolType.VocationalTraining];
    private static readonly PersonRole[] _everybody = Enum.GetValues<PersonRole>();
    private static readonly PersonRole[] _others = [PersonRole.AuxiliaryStaff, PersonRole.OtherStaff];
    private static readonly PersonRole[] _teachers = [PersonRole.Teacher, PersonRole.SupportTeacher];
    private static readonly PersonRole[] _colleagues = [.. _teachers, PersonRole.EarlyYearsEducator];
    private static readonly PersonRole[] _pupil = [PersonRole.Pupil];
    private static readonly PersonRole[] _teacher = [PersonRole.Teacher];

    private static readonly Line[] _lines =
    [
        // Nel caso di un alunno positivo
        new(_pupil, _pupil, _all, "SameClass=Yes", Close),
        new(_pupil, _teacher, _named, "Occasion=Lessons PersonMasked=Yes DeskDistance=Yes", NotClose),
        new(_pupil, _teacher, _named, "Occasion=Lessons PersonMasked=No", Close),
        new(_pupil, _teacher, _named, "Occasion=Lessons PersonMasked=Yes DeskDistance=No", Close),
        new(_pupil, _teacher, _named, "Occasion=MealOnly MealDistance=Yes", NotClose),
        new(_pupil, _teacher, _named, "Occasion=MealOnly MealDistance=No", Close),
        new(_pupil, _teacher, _named, "Occasion=LessonsAndMeal PersonMasked=Yes DeskDistance=Yes MealDistance=Yes", NotClose),
        new(_pupil, _teacher, _named, "Occasion=LessonsAndMeal PersonMasked=Yes DeskDistance=Yes MealDistance=No", Close),
        new(_pupil, _teacher, _named, "Occasion=LessonsAndMeal PersonMasked=Yes DeskDistance=No", Close),
        new(_pupil, _teacher, _named, "Occasion=LessonsAndMeal PersonMasked=No", Close),
        new(_pupil, [PersonRole.Teacher, PersonRole.EarlyYearsEducator], _early, "", Close),
        new(_pupil, [PersonRole.SupportTeacher], _all, "PhysicalContact=Yes", Close),
        new(_pupil, [PersonRole.SupportTeacher], _all, "PhysicalContact=No", ReferentJudges),

        // Nel caso di un insegnante positivo
        new(_teachers, _pupil, [.. _named, .. _vocational], "Occasion=Lessons CaseMasked=Yes DeskDistance=Yes", NotClose),
        new(_teachers, _pupil, [.. _named, .. _vocational], "Occasion=Lessons CaseMasked=No", Close),
        new(_teachers, _pupil, [.. _named, .. _vocational], "Occasion=Lessons CaseMasked=Yes DeskDistance=No", Close),
        new(_teachers, _pupil, [.. _named, .. _vocational], "Occasion=LessonsAndMeal CaseMasked=No", Close),
        new(_teachers, _pupil, [.. _named, .. _vocational], "Occasion=LessonsAndMeal CaseMasked=Yes DeskDistance=No", Close),
        new(_teachers, _pupil, _early, "CaseMasked=No", Close),
        new(_teachers, _pupil, _early, "CaseMasked=Yes DeskDistance=No", Close),
        new(_colleagues, _colleagues, _all, "ColleagueMasked=Yes ColleagueDistance=Yes", NotClose),
        new(_colleagues, _colleagues, _all, "ColleagueMasked=No", Close),
        new(_colleagues, _colleagues, _all, "ColleagueMasked=Yes ColleagueDistance=No", Close),

        // What it does not say
        new(_others, _everybody, _all, "", AskAgency),
        new([PersonRole.Pupil, .. _colleagues], _others, _all, "", AskAgency),
        new(_pupil, _pupil, _all, "SameClass=No", AskAgency),
        new(_pupil, _teacher, _named, "Occasion=Elsewhere", AskAgency),
        new(_pupil, _teacher, _vocational, "", AskAgency),
        new(_pupil, [PersonRole.EarlyYearsEducator], [.. _named, .. _vocational], "", AskAgency),
        new(_teachers, _pupil, [.. _named, .. _vocational], "Occasion=Elsewhere", AskAgency),
        new(_teachers, _pupil, [.. _named, .. _vocational], "Occasion=MealOnly", AskAgency),
        new(_teachers, _pupil, [.. _named, .. _vocational], "Occasion=LessonsAndMeal CaseMasked=Yes DeskDistance=Yes", AskAgency),
        new(_teachers, _pupil, _early, "CaseMasked=Yes DeskDistance=Yes", AskAgency),
        new([PersonRole.EarlyYearsEducator], _pupil, _all, "", AskAgency),
    ];

    public static TheoryData<int> Lines => [.. Enumerable.Range(0, _lines.Length)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Next_AsTheManualSays_AnswersTheSame(int line)
    {
        foreach (var answers in _lines[line].Ways())
        {
            var found = Assert.IsType<GuideStep.Found>(CloseContactGuide.Next(answers));
            Assert.True(_lines[line].Verdict == found.Row.Verdict, $"{answers} gives {found.Row.Verdict}");
            Assert.Equal(found.Row.Verdict == AskAgency, found.Row.Rule == GuideRule.NotCovered);
        }
    }

    [Fact]
    public void Lines_Together_AreAllTheWaysThereAre() => Assert.Equal(
        GuideWays.All.Select(way => way.Answers.ToString()).Order(),
        _lines.SelectMany(line => line.Ways()).Select(answers => CloseContactGuide.Walk(GuideAnswers.None, answers).ToString()).Distinct().Order());

    [Theory]
    [InlineData(GuideReason.Classmate, "Nel caso di un alunno positivo")]
    [InlineData(GuideReason.TeacherProtectedAlsoAtMeal, "Nel caso di un alunno positivo")]
    [InlineData(GuideReason.PupilProtected, "Nel caso di un insegnante positivo")]
    [InlineData(GuideReason.ColleagueNear, "Nel caso di un insegnante positivo")]
    [InlineData(GuideReason.ChildOfEducator, "non ne parlano")]
    public void Source_OfARow_IsTheManualsHeading(GuideReason reason, string heading) => Assert.Contains(
        heading, GuideTexts.SourceOf(CloseContactGuide.Table.Single(row => row.Reason == reason).Rule), StringComparison.Ordinal);

    /// <param name="More">The answers beside roles and school, as the guide writes them.</param>
    private sealed record Line(PersonRole[] Cases, PersonRole[] Persons, SchoolType[] Schools, string More, GuideVerdict Verdict)
    {
        public IEnumerable<GuideAnswers> Ways() =>
            from covidCase in Cases
            from person in Persons
            from school in Schools
            select GuideAnswers.Of(
            [
                new(Case, GuideFacts.AnswerOf(covidCase)), new(Person, GuideFacts.AnswerOf(person)), new(School, GuideFacts.AnswerOf(school)),
                .. GuideAnswers.Parse(More).Given,
            ]);
    }
}
