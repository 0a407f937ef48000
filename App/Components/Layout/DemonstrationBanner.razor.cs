using CovidSchoolReporting.Domain.Time;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Layout;

/// <summary>Says on every page that what is shown is invented, and on which day the portal is working.</summary>
public partial class DemonstrationBanner
{
    [Inject]
    public required IHostEnvironment Environment { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }
}
