using CovidSchoolReporting.Domain.Letters;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>Begins the text of a kind of letter in one more language.</summary>
public partial class AddLanguage
{
    private string? _chosen;

    [Inject]
    public required IStringLocalizer<LetterTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public LetterKind Kind { get; set; }

    /// <summary>Those that have no text of this kind yet.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Languages { get; set; } = [];

    private string Id => $"add-{LetterAddress.WordOf(Kind)}";
}
