using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Features.ReportingPolicies;

/// <summary>A count of days of the draft.</summary>
public partial class CountField
{
    [CascadingParameter]
    public PolicyForm Form { get; set; } = null!;

    /// <summary>The name that findings give the field; its id too.</summary>
    [Parameter, EditorRequired]
    public string Field { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public bool Required { get; set; }

    private Task SendAsync(string typed)
    {
        Form.Typed();
        return ValueChanged.InvokeAsync(typed);
    }
}
