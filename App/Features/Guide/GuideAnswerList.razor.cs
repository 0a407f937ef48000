using CovidSchoolReporting.Domain.Guide;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Guide;

/// <summary>The answers given in the guide, to be read or to be changed.</summary>
public partial class GuideAnswerList
{
    [Inject]
    public required IStringLocalizer<GuideScreenTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public GuideAnswers Answers { get; set; } = GuideAnswers.None;

    /// <summary>Answers of these questions cannot be changed.</summary>
    [Parameter]
    public GuideAnswers Known { get; set; } = GuideAnswers.None;

    /// <summary>Without it the list is only read.</summary>
    [Parameter]
    public EventCallback<GuideQuestion> OnChange { get; set; }
}
