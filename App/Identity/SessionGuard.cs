using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CovidSchoolReporting.App.Identity;

/// <summary>
/// Goes once into the layout. When the session of the circuit is over it takes the browser to the page that says so,
/// whatever is on the screen: nobody reads on over the shoulder of someone who signed out.
/// </summary>
public sealed class SessionGuard : ComponentBase, IDisposable
{
    [Inject] public required AuthenticationStateProvider Authentication { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    public void Dispose() => Authentication.AuthenticationStateChanged -= Check;

    protected override void OnInitialized() => Authentication.AuthenticationStateChanged += Check;

    private async void Check(Task<AuthenticationState> changed)
    {
        try
        {
            if ((await changed).User.Identity?.IsAuthenticated is not true)
            {
                await InvokeAsync(Leave);
            }
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void Leave() => Navigation.NavigateTo(
        IdentityPaths.WithReturn(IdentityPaths.SessionEnded, "/" + Navigation.ToBaseRelativePath(Navigation.Uri)), forceLoad: true);
}
