namespace CovidSchoolReporting.Domain.Guide;

/// <summary>Where the guide stands: a question, or the row that answers.</summary>
public abstract record GuideStep
{
    private GuideStep()
    {
    }

    public sealed record Ask(GuideQuestion Question, IReadOnlyList<GuideAnswer> Answers) : GuideStep;

    public sealed record Found(GuideRow Row) : GuideStep;
}

/// <summary>
/// Who is a close contact (manual, DEFINIZIONI UTILI PER CLASSIFICARE LE SITUAZIONI): asks no more than the answers so far leave open.
/// It proposes; the agency decides.
/// </summary>
public static class CloseContactGuide
{
    private static readonly GuideAnswer[] Roles =
    [
        GuideAnswer.Pupil, GuideAnswer.Teacher, GuideAnswer.SupportTeacher, GuideAnswer.EarlyYearsEducator, GuideAnswer.AuxiliaryStaff,
        GuideAnswer.OtherStaff,
    ];

    private static readonly GuideAnswer[] Schools = [GuideAnswer.EarlyYears, GuideAnswer.PrimaryOrSecondary, GuideAnswer.VocationalTraining];

    private static readonly GuideAnswer[] Occasions = [GuideAnswer.Lessons, GuideAnswer.LessonsAndMeal, GuideAnswer.MealOnly, GuideAnswer.Elsewhere];

    private static readonly GuideAnswer[] YesOrNo = [GuideAnswer.Yes, GuideAnswer.No];

    /// <summary>The whole decision table, in the manual's order.</summary>
    public static IReadOnlyList<GuideRow> Table => GuideTable.Rows;

    public static IReadOnlyList<GuideAnswer> AnswersTo(GuideQuestion question) => question switch
    {
        GuideQuestion.Case or GuideQuestion.Person => Roles,
        GuideQuestion.School => Schools,
        GuideQuestion.Occasion => Occasions,
        _ => YesOrNo,
    };

    /// <summary>The next question, or what follows from the answers. Answers that the way does not ask for change nothing.</summary>
    /// <exception cref="ArgumentException">An answer does not belong to its question.</exception>
    public static GuideStep Next(GuideAnswers answers)
    {
        var first = Table.FirstOrDefault(row => row.Admits(answers))
            ?? throw new ArgumentException("No row of the table fits: an answer does not belong to its question.", nameof(answers));
        return first.FirstOpen(answers) is { } open
            ? new GuideStep.Ask(open, AnswersTo(open))
            : new GuideStep.Found(first);
    }

    /// <summary>Walks from the beginning: of what is known and was answered, what the guide really asks for, in its order.</summary>
    /// <param name="known">Goes before what was answered.</param>
    public static GuideAnswers Walk(GuideAnswers known, GuideAnswers answered)
    {
        var walked = GuideAnswers.None;
        while (Next(walked) is GuideStep.Ask asked && (known[asked.Question] ?? answered[asked.Question]) is { } answer)
        {
            walked = walked.With(asked.Question, answer);
        }

        return walked;
    }
}
