using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CovidSchoolReporting.App.Components.Layout;

/// <summary>The frame of every page: header, banner of the demonstration, content with its error panel, footer.</summary>
public partial class MainLayout
{
    /// <summary>
    /// Cascades the address of the page as it is now. A list reads its place from it: it changes together with the layout, in one
    /// render, where the framework's own query parameters make a second one.
    /// </summary>
    public const string AddressName = "PageAddress";

    private ErrorBoundary? _boundary;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    // A bare "#contenuto" would mean the root of the site because of <base href="/">.
    private string FragmentAddress => $"{Navigation.Uri.Split('#')[0]}#contenuto";

    // Another page is another chance: the panel must not follow the user around.
    protected override void OnParametersSet() => _boundary?.Recover();
}
