using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>One line of text.</summary>
public partial class TextField
{
    /// <summary>HTML <c>type</c>: «text», «tel», «email». Anything may be typed in all of them; the form judges.</summary>
    [Parameter]
    public string Type { get; set; } = "text";
}
