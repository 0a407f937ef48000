namespace CovidSchoolReporting.Domain.Guide;

/// <summary>A question with its answer.</summary>
public sealed record GivenAnswer(GuideQuestion Question, GuideAnswer Answer);

/// <summary>What was answered, in the order in which it was asked. Two with the same answers in the same order are equal.</summary>
public sealed class GuideAnswers : IEquatable<GuideAnswers>
{
    private const char Between = ' ';
    private const char Is = '=';

    public static readonly GuideAnswers None = new([]);

    private GuideAnswers(IReadOnlyList<GivenAnswer> given) => Given = given;

    public IReadOnlyList<GivenAnswer> Given { get; }

    /// <summary>The answer to a question, or null.</summary>
    public GuideAnswer? this[GuideQuestion question] => Given.FirstOrDefault(given => given.Question == question)?.Answer;

    public static GuideAnswers Of(params IEnumerable<GivenAnswer> given) => new([.. given]);

    /// <summary>Adds an answer, or changes one. What was asked after a changed answer may no longer follow from it, and goes.</summary>
    public GuideAnswers With(GuideQuestion question, GuideAnswer answer) =>
        new([.. Given.TakeWhile(given => given.Question != question), new GivenAnswer(question, answer)]);

    /// <summary>Takes an answer back, with all that was asked after it.</summary>
    public GuideAnswers Before(GuideQuestion question) => new([.. Given.TakeWhile(given => given.Question != question)]);

    /// <summary>Reads the notation of <see cref="ToString"/>: <c>Case=Pupil Person=Teacher</c>. What cannot be read is as if nothing was answered.</summary>
    public static GuideAnswers Parse(string notation)
    {
        var given = new List<GivenAnswer>();
        foreach (var part in notation.Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(Is) is not [var question, var answer]
                || !Enum.TryParse<GuideQuestion>(question, out var asked) || !Enum.TryParse<GuideAnswer>(answer, out var said)
                || !CloseContactGuide.AnswersTo(asked).Contains(said) || given.Any(before => before.Question == asked))
            {
                return None;
            }

            given.Add(new GivenAnswer(asked, said));
        }

        return new GuideAnswers(given);
    }

    public override string ToString() => string.Join(Between, Given.Select(given => $"{given.Question}{Is}{given.Answer}"));

    public bool Equals(GuideAnswers? other) => other is not null && Given.SequenceEqual(other.Given);

    public override bool Equals(object? obj) => Equals(obj as GuideAnswers);

    public override int GetHashCode() => Given.Aggregate(0, (hash, given) => HashCode.Combine(hash, given));
}
