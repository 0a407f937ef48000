using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CovidSchoolReporting.App.Components.Layout;

/// <summary>The frame of every page: header, banner of the demonstration, content with its error panel, footer.</summary>
public partial class MainLayout
{
    private ErrorBoundary? _boundary;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    // A bare "#contenuto" would mean the root of the site because of <base href="/">.
    private string FragmentAddress => $"{Navigation.Uri.Split('#')[0]}#contenuto";

    // Another page is another chance: the panel must not follow the user around.
    protected override void OnParametersSet() => _boundary?.Recover();
}
