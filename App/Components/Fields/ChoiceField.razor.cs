using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>One choice out of a few, with the browser's own list: it works with a finger, a keyboard and a screen reader alike.</summary>
/// <typeparam name="T">The type of the choices; use a nullable one so that «nothing chosen» can be told from the first choice.</typeparam>
public partial class ChoiceField<T>
{
    [Parameter]
    public T? Value { get; set; }

    /// <summary>The new choice, or the default of <typeparamref name="T"/> when the user goes back to «choose».</summary>
    [Parameter]
    public EventCallback<T?> ValueChanged { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<T> Options { get; set; } = [];

    /// <summary>What the user reads for a choice.</summary>
    [Parameter, EditorRequired]
    public Func<T, string> TextOf { get; set; } = value => value?.ToString() ?? "";

    /// <summary>What the list says before a choice; «Scegliere…» when not given.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    private int CurrentIndex
    {
        get
        {
            for (var index = 0; index < Options.Count; index++)
            {
                if (EqualityComparer<T>.Default.Equals(Options[index], Value))
                {
                    return index;
                }
            }

            return -1;
        }
    }

    private string CurrentText => CurrentIndex is var index and >= 0 ? TextOf(Options[index]) : "";

    private Task ChooseAsync(int index) =>
        ValueChanged.InvokeAsync(index >= 0 && index < Options.Count ? Options[index] : default);
}
