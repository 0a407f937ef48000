using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Features.Home;

/// <summary>One section of the portal. Without an address it says that it is not open yet.</summary>
public partial class SectionCard
{
    [Parameter, EditorRequired]
    public int Number { get; set; }

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter, EditorRequired]
    public string Explain { get; set; } = "";

    [Parameter]
    public string? Address { get; set; }

    [Parameter]
    public string? Command { get; set; }
}
