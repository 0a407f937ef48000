using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>What the fields have in common whose value is a text as it was typed.</summary>
public abstract class TextFieldBase : FieldBase
{
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Sent when the field is left with another text than before, never key by key.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>Longest text that the browser lets in. Give the limit that stands beside the entity.</summary>
    [Parameter, EditorRequired]
    public int MaxLength { get; set; }

    /// <summary>HTML <c>inputmode</c>: which keyboard a tablet shows («tel», «email», «numeric»).</summary>
    [Parameter]
    public string? InputMode { get; set; }

    /// <summary>HTML <c>autocomplete</c>. The default keeps one person's data from being offered for the next.</summary>
    [Parameter]
    public string Autocomplete { get; set; } = "off";

    protected Task SendAsync(string? text) => ValueChanged.InvokeAsync(text ?? "");
}
