using CovidSchoolReporting.App.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace CovidSchoolReporting.App.Components;

public partial class App
{
    [CascadingParameter] public required HttpContext Http { get; set; }

    // The import map is the one inline script of the page: without the request's nonce the browser would not read it.
    private Dictionary<string, object> ImportMapAttributes => new() { ["nonce"] = Http.GetCspNonce() };

    /// <summary>Pages that say so are plain documents: they need no circuit, and so no signed-in user.</summary>
    private IComponentRenderMode? PageMode => Http.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;
}
