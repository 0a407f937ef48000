using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>
/// What every field of a form has in common: the words around it, and how assistive technology finds them.
/// A field keeps nothing: its value comes from the owner and goes back to the owner.
/// </summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>The id of the input itself: the target of the error summary's links. Unique in the page.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Help that stays visible, between label and input.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Why the value cannot be saved; null or empty when it can.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>What looks strange without blocking; shown only when there is no error.</summary>
    [Parameter]
    public string? Warning { get; set; }

    /// <summary>A field that may stay empty says «(facoltativo)»; the others say nothing.</summary>
    [Parameter]
    public bool Required { get; set; } = true;

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The focus has left the field, after any change was sent: the moment to normalise, check and keep the value.</summary>
    [Parameter]
    public EventCallback OnLeft { get; set; }

    protected bool HasError => !string.IsNullOrEmpty(Error);

    protected bool HasWarning => !HasError && !string.IsNullOrEmpty(Warning);

    protected string? AriaInvalid => HasError ? "true" : null;

    protected string? AriaRequired => Required && !ReadOnly ? "true" : null;

    /// <summary>The ids of the texts that FieldFrame shows for this field, in the order in which they are read.</summary>
    protected string? DescribedBy
    {
        get
        {
            var hint = string.IsNullOrEmpty(Hint) ? null : FieldFrame.HintId(Id);
            var message = HasError || HasWarning ? FieldFrame.MessageId(Id) : null;
            return (hint, message) switch
            {
                (null, null) => null,
                (null, _) => message,
                (_, null) => hint,
                _ => $"{hint} {message}",
            };
        }
    }
}
