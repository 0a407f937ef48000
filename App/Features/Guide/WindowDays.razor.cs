using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Time;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Features.Guide;

/// <summary>Gives what it holds the number of days that the rules of today look back, which no text says by itself.</summary>
public partial class WindowDays
{
    private PolicyTerms? _terms;

    [Inject]
    public required IPolicyStore Rules { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Parameter, EditorRequired]
    public RenderFragment<PolicyTerms> ChildContent { get; set; } = null!;

    /// <summary>The days of a case whose swab was taken on the last school day.</summary>
    public static ContactWindow Example(PolicyTerms terms, DateOnly day) => ContactWindow.Of(terms.WindowDaysBefore, null, day, day)!;

    protected override async Task OnInitializedAsync() =>
        _terms = (await Rules.TimelineAsync(CancellationToken.None)).InForceOn(Clock.Today).Terms;
}
