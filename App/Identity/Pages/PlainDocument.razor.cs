using CovidSchoolReporting.App.Localization;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Identity.Pages;

public sealed partial class PlainDocument
{
    [Parameter, EditorRequired] public required string Title { get; set; }

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    [CascadingParameter] public HttpContext? Context { get; set; }

    private static string OtherCulture => PortalCultures.IsEnglish ? PortalCultures.Italian : PortalCultures.English;

    private string Here => Context is null ? "/" : Context.Request.Path + Context.Request.QueryString;
}
