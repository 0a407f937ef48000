using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Documents;

/// <summary>A headed part of a <see cref="LongDocument"/>.</summary>
public partial class DocumentSection
{
    [CascadingParameter]
    public LongDocument? Document { get; set; }

    /// <summary>The fragment of its address; the same in both languages, so that a link survives the switch.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void OnInitialized() => Document?.Add(this);
}
