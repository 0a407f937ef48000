using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>Some lines of text: a reason, a note.</summary>
public partial class LongTextField
{
    [Parameter]
    public int Rows { get; set; } = 3;
}
