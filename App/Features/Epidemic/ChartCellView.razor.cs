using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>What a cell of a chart's table says.</summary>
public partial class ChartCellView
{
    [Parameter, EditorRequired]
    public ChartCell Cell { get; set; } = null!;
}
