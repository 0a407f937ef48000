using CovidSchoolReporting.Domain.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>The case day by day: as a drawing, and in words.</summary>
public partial class TimelinePanel
{
    private CaseTimeline _timeline = null!;

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required IStringLocalizer<CaseFileTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public CaseFile File { get; set; } = null!;

    protected override void OnParametersSet() => _timeline = CaseTimeline.Of(File.Sheet.Measures, File.Contacts, Clock.Today);
}
