using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Identity.Pages;

public sealed partial class NoticePage
{
    [Parameter, EditorRequired] public required IdentityNotice Notice { get; set; }

    [Parameter] public string? AntiforgeryToken { get; set; }

    [CascadingParameter] public HttpContext? Context { get; set; }

    /// <summary>Where the user was, if the address says so: the way back leads there.</summary>
    private string? Return => Context?.Request.Query[IdentityPaths.Return];

    private string Text(string part) => IdentityText.Get($"{Notice.Key}_{part}");
}
