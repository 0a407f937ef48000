using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>
/// Ties a field of the screen to a property of the draft in the form around it: value, label, hint, message. The name of the
/// property is also the field's id, so that a finding leads to it.
/// </summary>
public abstract class DraftFieldBase : ComponentBase
{
    private PropertyInfo? _property;

    [Inject]
    public required IStringLocalizer<FormTexts> Text { get; init; }

    [CascadingParameter]
    public required DraftForm Form { get; set; }

    /// <summary>The property of the draft.</summary>
    [Parameter, EditorRequired]
    public string Field { get; set; } = "";

    /// <summary>Another label than the property's own.</summary>
    [Parameter]
    public string? Label { get; set; }

    [Parameter]
    public bool Required { get; set; } = true;

    protected string LabelText => Label ?? Text[$"Label_{Field}"];

    protected string? HintText => !Form.IsReadOnly && Text[$"Hint_{Field}"] is { ResourceNotFound: false } hint ? hint.Value : null;

    protected string? Error => Form.ErrorOf(Field);

    protected string? Warning => Form.WarningOf(Field);

    private PropertyInfo Property => _property ??= Form.Draft.GetType().GetProperty(Field)
        ?? throw new InvalidOperationException($"{Form.Draft.GetType().Name} has no field {Field}.");

    protected void Leave() => Form.Left(Field);

    protected TValue? Get<TValue>() => (TValue?)Property.GetValue(Form.Draft);

    protected void Set<TValue>(TValue? value)
    {
        if (Equals(Get<TValue>(), value))
        {
            return;
        }

        Property.SetValue(Form.Draft, value);
        Form.Typed(Field);
    }
}
