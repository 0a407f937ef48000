using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>A colour with its pattern, inside the <c>defs</c> of a picture.</summary>
public partial class ChartPattern
{
    /// <summary>By which it is filled in; unique on the page.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Colour { get; set; } = "";

    /// <summary>White strokes over the colour; null for a plain one.</summary>
    [Parameter, EditorRequired]
    public string? Strokes { get; set; }
}
