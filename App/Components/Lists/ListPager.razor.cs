using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Components.Lists;

/// <summary>The ways to the neighbouring pages of a list: plain links, so that Back and a bookmark work.</summary>
public partial class ListPager
{
    [Inject]
    public required IStringLocalizer<ListTexts> Text { get; init; }

    /// <summary>Address of the page before, or null on the first.</summary>
    [Parameter, EditorRequired]
    public string? Previous { get; set; }

    /// <summary>Address of the page after, or null on the last.</summary>
    [Parameter, EditorRequired]
    public string? Next { get; set; }
}
