using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>The words around an input: label, hint, and the error or the warning below it.</summary>
public partial class FieldFrame
{
    private int _kept;

    [Parameter, EditorRequired]
    public string For { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public string? Warning { get; set; }

    [Parameter]
    public bool Optional { get; set; }

    /// <summary>True when the input brings its own label, as a checkbox does.</summary>
    [Parameter]
    public bool LabelAfter { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private bool HasError => !string.IsNullOrEmpty(Error);

    private bool HasWarning => !HasError && !string.IsNullOrEmpty(Warning);

    internal static string HintId(string id) => $"{id}-hint";

    internal static string MessageId(string id) => $"{id}-message";

    private void NoticeCut(TextCutEventArgs cut) => _kept = cut.Kept;
}
