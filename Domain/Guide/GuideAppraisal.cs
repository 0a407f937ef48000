using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Guide;

/// <summary>
/// A finished walk through the guide, kept with the contact: the answers, and what was proposed then, because a later table may
/// propose otherwise.
/// </summary>
/// <param name="Note">The referent's own judgement; given exactly when the guide leaves it to them.</param>
public sealed record GuideAppraisal(GuideAnswers Answers, GuideVerdict Verdict, GuideRule Rule, GuideReason Reason, string? Note)
{
    /// <summary>The appraisal that the answers give, or null while a question is open.</summary>
    public static GuideAppraisal? Of(GuideAnswers answers, string note)
    {
        var walked = CloseContactGuide.Walk(GuideAnswers.None, answers);
        return CloseContactGuide.Next(walked) is GuideStep.Found { Row: var row }
            ? new GuideAppraisal(walked, row.Verdict, row.Rule, row.Reason, row.Verdict == GuideVerdict.ReferentJudges ? note.Trim() : null)
            : null;
    }

    /// <summary>Whether the answers about case, school and person still are what case and contact say. A contradiction makes it worthless.</summary>
    public bool Suits(GuideFacts facts, PersonRole person) =>
        Agrees(GuideQuestion.Case, GuideFacts.AnswerOf(facts.Case))
        && Agrees(GuideQuestion.School, GuideFacts.AnswerOf(facts.School))
        && Agrees(GuideQuestion.Person, GuideFacts.AnswerOf(person));

    private bool Agrees(GuideQuestion question, GuideAnswer fact) => Answers[question] is not { } given || given == fact;
}
