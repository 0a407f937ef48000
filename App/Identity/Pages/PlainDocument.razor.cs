using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Identity.Pages;

public partial class PlainDocument
{
    [Parameter, EditorRequired] public required string Title { get; set; }

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "it";
}
