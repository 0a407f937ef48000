using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Pages;

/// <summary>What stands at an address that is none. Typed in as an address itself, it is one of those: 404, not 200.</summary>
public partial class NotFoundPage
{
    /// <summary>Null inside a circuit, where nothing has a status.</summary>
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    protected override void OnInitialized()
    {
        if (Http is { Response.HasStarted: false } http)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
