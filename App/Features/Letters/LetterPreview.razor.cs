using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Letters;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>A letter as it will read, on the screen.</summary>
public partial class LetterPreview
{
    [Inject]
    public required IStringLocalizer<LetterTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter, EditorRequired]
    public LetterPage Page { get; set; } = null!;
}
