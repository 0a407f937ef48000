using CovidSchoolReporting.Domain.Letters;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>What was issued for a report, one line for each file.</summary>
public partial class IssuedLetterTable
{
    [Inject]
    public required IStringLocalizer<LetterTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public int ReportId { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<IssuedLetterRow> Issued { get; set; } = [];
}
