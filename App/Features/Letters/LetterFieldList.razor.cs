using CovidSchoolReporting.Domain.Letters;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>The fields that a kind of letter knows, and what each becomes.</summary>
public partial class LetterFieldList
{
    [Inject]
    public required IStringLocalizer<LetterTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public LetterKind Kind { get; set; }
}
