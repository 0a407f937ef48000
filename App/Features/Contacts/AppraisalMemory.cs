using CovidSchoolReporting.Domain.Guide;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>Carries the answers from the guide of a case to the new contact that they are about. Lives as long as the user's circuit.</summary>
public sealed class AppraisalMemory
{
    private int _caseId;
    private GuideAnswers _answers = GuideAnswers.None;

    public void Leave(int caseId, GuideAnswers answers) => (_caseId, _answers) = (caseId, answers);

    /// <summary>The answers about a contact of this case, once.</summary>
    public GuideAnswers Take(int caseId)
    {
        var answers = _caseId == caseId ? _answers : GuideAnswers.None;
        _answers = GuideAnswers.None;
        return answers;
    }
}
