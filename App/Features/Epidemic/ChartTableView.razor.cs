using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>The numbers of a chart as a table.</summary>
public partial class ChartTableView
{
    [Parameter, EditorRequired]
    public ChartTable Table { get; set; } = null!;

    private bool IsNumber(int column) => Table.Rows.Count > 0 && Table.Rows[0][column].IsNumber;
}
