using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>A field of a sheet that is only read: its name and its value, inside a <c>dl</c>.</summary>
public partial class Fact
{
    [Inject]
    public required IStringLocalizer<AgencyTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Nothing is shown as «non indicato».</summary>
    [Parameter, EditorRequired]
    public string? Value { get; set; }
}
