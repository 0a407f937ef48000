using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Layout;

/// <summary>The agency, the service, who is signed in, and the way to the sections.</summary>
public partial class SiteHeader
{
    /// <summary>The open page: path and query.</summary>
    [Parameter, EditorRequired]
    public string Here { get; set; } = "";
}
