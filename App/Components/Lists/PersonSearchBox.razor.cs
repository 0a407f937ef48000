using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Lists;

/// <summary>Finds a person in a list. What is typed is a name: it goes to the owner, never into the address.</summary>
public partial class PersonSearchBox
{
    private string _typed = "";

    [Inject]
    public required IStringLocalizer<ListTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>What the list is searched for now; empty when it is not.</summary>
    [Parameter, EditorRequired]
    public string Searched { get; set; } = "";

    /// <summary>What may be typed, where it is not what the lists of cases take.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public EventCallback<string> OnSearch { get; set; }

    private string HintId => $"{Id}-hint";

    protected override void OnInitialized() => _typed = Searched;

    private Task ClearAsync()
    {
        _typed = "";
        return OnSearch.InvokeAsync("");
    }
}
