using CovidSchoolReporting.App.Features.Matches;
using CovidSchoolReporting.Domain.Matches;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>The pairs that this case is one of.</summary>
public partial class MatchPanel
{
    /// <summary>So many stand open; the others are folded, or the case itself would be far below.</summary>
    private const int MostShown = 2;

    [Inject]
    public required IStringLocalizer<MatchTexts> Match { get; init; }

    [Parameter, EditorRequired]
    public CaseFile File { get; set; } = null!;

    [Parameter]
    public EventCallback OnSaid { get; set; }

    private int Open => File.Matches.Count(row => row.State == MatchState.Open);
}
