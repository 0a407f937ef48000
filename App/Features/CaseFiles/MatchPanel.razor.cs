using CovidSchoolReporting.App.Features.Matches;
using CovidSchoolReporting.Domain.Matches;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>The pairs that this case is one of.</summary>
public partial class MatchPanel
{
    [Inject]
    public required IStringLocalizer<MatchTexts> Match { get; init; }

    [Parameter, EditorRequired]
    public CaseFile File { get; set; } = null!;

    [Parameter]
    public EventCallback OnSaid { get; set; }

    private int Open => File.Matches.Count(row => row.State == MatchState.Open);
}
