using System.Diagnostics;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Pages;

/// <summary>Where a request that failed on the server ends: the trace's id is what the logs can be searched by.</summary>
public partial class ErrorPage
{
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private string? Reference => Activity.Current?.TraceId.ToString() ?? Http?.TraceIdentifier;
}
