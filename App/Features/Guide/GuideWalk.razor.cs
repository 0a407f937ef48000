using CovidSchoolReporting.Domain.Guide;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Guide;

/// <summary>The guide to close contacts, one question at a time, with the answers so far above it.</summary>
public partial class GuideWalk
{
    private ElementReference _place;
    private GuideAnswer? _chosen;
    private bool _missing;
    private bool _moved;

    [Inject]
    public required IStringLocalizer<GuideScreenTexts> Text { get; init; }

    /// <summary>What need not be asked, and cannot be changed here.</summary>
    [Parameter, EditorRequired]
    public GuideAnswers Known { get; set; } = GuideAnswers.None;

    /// <summary>What was answered.</summary>
    [Parameter, EditorRequired]
    public GuideAnswers Answers { get; set; } = GuideAnswers.None;

    [Parameter]
    public EventCallback<GuideAnswers> AnswersChanged { get; set; }

    /// <summary>What follows on a result.</summary>
    [Parameter]
    public RenderFragment<GuideRow>? After { get; set; }

    private GuideAnswers Walked => CloseContactGuide.Walk(Known, Answers);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The button that was pressed is gone: the keyboard goes on at what has come in its place.
        if (_moved)
        {
            _moved = false;
            await _place.FocusAsync();
        }
    }

    private static string IdOf(GuideQuestion question, GuideAnswer answer) => $"guide-{question}-{answer}";

    private void Choose(GuideAnswer answer) => (_chosen, _missing) = (answer, false);

    private Task AnswerAsync(GuideQuestion question)
    {
        // The second half of a double click: another question stands here by now.
        if (CloseContactGuide.Next(Walked) is not GuideStep.Ask { Question: var asked } || asked != question)
        {
            return Task.CompletedTask;
        }

        if (_chosen is not { } answer)
        {
            _missing = true;
            return Task.CompletedTask;
        }

        return MoveAsync(Walked.With(question, answer), chosen: null);
    }

    private Task ChangeAsync(GuideQuestion question) => MoveAsync(Walked.Before(question), Walked[question]);

    private Task MoveAsync(GuideAnswers answers, GuideAnswer? chosen)
    {
        (_chosen, _missing, _moved) = (chosen, false, true);
        return AnswersChanged.InvokeAsync(CloseContactGuide.Walk(Known, answers));
    }
}
