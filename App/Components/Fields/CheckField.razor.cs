using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>A yes or no with its sentence beside it.</summary>
public partial class CheckField
{
    [Parameter]
    public bool Value { get; set; }

    [Parameter]
    public EventCallback<bool> ValueChanged { get; set; }

    private Task SendAsync(bool value) => ValueChanged.InvokeAsync(value);
}
