using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Documents;

/// <summary>A page to read: title, table of contents made from its sections, text.</summary>
public partial class LongDocument
{
    private readonly List<DocumentSection> _sections = [];

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter, EditorRequired]
    public string Lead { get; set; } = "";

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>A section announces itself, so that the table of contents cannot fall behind the text.</summary>
    internal void Add(DocumentSection section)
    {
        _sections.Add(section);
        StateHasChanged();
    }

    private string AddressOf(DocumentSection section) => $"{Navigation.Uri.Split('#')[0]}#{section.Id}";
}
