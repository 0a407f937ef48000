using CovidSchoolReporting.App.Localization;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Layout;

/// <summary>The two languages, each leading back to the page that is open.</summary>
public partial class LanguageSwitch
{
    /// <summary>The open page: path and query.</summary>
    [Parameter, EditorRequired]
    public string Here { get; set; } = "";

    private static string? CurrentIf(bool isCurrent) => isCurrent ? "true" : null;

    private string AddressOf(string culture) => LanguageEndpoint.Address(culture, Here);
}
