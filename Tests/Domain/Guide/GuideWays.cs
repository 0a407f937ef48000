using CovidSchoolReporting.Domain.Guide;

namespace CovidSchoolReporting.Tests.Domain.Guide;

/// <summary>Walks the guide in every way that it can be walked.</summary>
internal static class GuideWays
{
    /// <summary>More questions than this on one way means that the guide turns in circles.</summary>
    private const int Longest = 12;

    public static readonly IReadOnlyList<(GuideAnswers Answers, GuideRow Row)> All = [.. From(GuideAnswers.None, 0)];

    /// <summary>Every combination of answers to all questions, whether the guide would ask them or not.</summary>
    public static IEnumerable<GuideAnswers> Combinations() => Enum.GetValues<GuideQuestion>().Aggregate(
        (IEnumerable<GuideAnswers>)[GuideAnswers.None],
        (sets, question) => sets.SelectMany(_ => CloseContactGuide.AnswersTo(question), (set, answer) => set.With(question, answer)));

    /// <summary>The rows that the answers could still lead to.</summary>
    public static IReadOnlyList<GuideReason> ReachableFrom(GuideAnswers answers) =>
        [.. From(answers, 0).Select(way => way.Row.Reason).Distinct()];

    private static IEnumerable<(GuideAnswers Answers, GuideRow Row)> From(GuideAnswers answers, int depth)
    {
        Assert.True(depth <= Longest, $"The guide does not end: {answers}");
        return CloseContactGuide.Next(answers) switch
        {
            GuideStep.Ask ask => ask.Answers.SelectMany(answer => From(answers.With(ask.Question, answer), depth + 1)),
            GuideStep.Found found => [(answers, found.Row)],
            _ => throw new InvalidOperationException("The guide neither asks nor answers."),
        };
    }
}
