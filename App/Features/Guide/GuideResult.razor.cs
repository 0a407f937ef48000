using CovidSchoolReporting.App.Components;
using CovidSchoolReporting.Domain.Guide;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Guide;

/// <summary>What the guide proposes, why, and by which sentence of the manual. Told by word and drawing, not by colour alone.</summary>
public partial class GuideResult
{
    [Inject]
    public required IStringLocalizer<GuideScreenTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public GuideVerdict Verdict { get; set; }

    [Parameter, EditorRequired]
    public GuideReason Reason { get; set; }

    [Parameter, EditorRequired]
    public GuideRule Rule { get; set; }

    private string Kind => Verdict switch
    {
        GuideVerdict.Close => "guide-close",
        GuideVerdict.NotClose => "guide-not",
        _ => "guide-ask",
    };

    private IconName Drawing => Verdict switch
    {
        GuideVerdict.Close => IconName.Warning,
        GuideVerdict.NotClose => IconName.Success,
        _ => IconName.Info,
    };
}
