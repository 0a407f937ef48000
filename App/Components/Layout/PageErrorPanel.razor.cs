using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Layout;

/// <summary>What stands in place of a page that failed.</summary>
public partial class PageErrorPanel
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    private void Reload() => Navigation.Refresh(forceReload: true);
}
