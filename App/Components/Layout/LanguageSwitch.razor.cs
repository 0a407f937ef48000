using CovidSchoolReporting.App.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CovidSchoolReporting.App.Components.Layout;

/// <summary>The two languages, each leading back to the page that is open.</summary>
public sealed partial class LanguageSwitch : IDisposable
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    public void Dispose() => Navigation.LocationChanged -= Follow;

    protected override void OnInitialized() => Navigation.LocationChanged += Follow;

    private static string? CurrentIf(bool isCurrent) => isCurrent ? "true" : null;

    private string AddressOf(string culture) =>
        LanguageEndpoint.Address(culture, "/" + Navigation.ToBaseRelativePath(Navigation.Uri));

    private void Follow(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(StateHasChanged);
}
