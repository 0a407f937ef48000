using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Lists;

/// <summary>One choice of what a list shows.</summary>
public sealed record FilterLink(string Text, string Address, bool IsCurrent);

/// <summary>What a list shows: plain links, so that each choice has its address.</summary>
public partial class FilterLinks
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<FilterLink> Choices { get; set; } = [];
}
