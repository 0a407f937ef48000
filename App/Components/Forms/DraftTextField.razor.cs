using CovidSchoolReporting.App.Components.Fields;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>How a text of a draft is typed.</summary>
public enum DraftTextKind
{
    Line,
    Day,
    Suggested,
    Lines,
}

/// <summary>A text of the draft.</summary>
public partial class DraftTextField
{
    [Parameter]
    public DraftTextKind Kind { get; set; }

    /// <summary>The limit that stands beside the entity.</summary>
    [Parameter, EditorRequired]
    public int MaxLength { get; set; }

    [Parameter]
    public string Type { get; set; } = "text";

    [Parameter]
    public string? InputMode { get; set; }

    [Parameter]
    public string Autocomplete { get; set; } = "off";

    /// <summary>The last day that the calendar offers.</summary>
    [Parameter]
    public DateOnly? Latest { get; set; }

    [Parameter]
    public Func<string, IReadOnlyList<string>> Suggest { get; set; } = _ => [];

    /// <inheritdoc cref="SuggestField.Lookup"/>
    [Parameter]
    public Func<string, Task<IReadOnlyList<string>>>? Lookup { get; set; }

    /// <inheritdoc cref="SuggestField.OnChosen"/>
    [Parameter]
    public EventCallback<int> OnChosen { get; set; }

    private string? TypedText => Get<string>();
}
