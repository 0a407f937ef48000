using CovidSchoolReporting.Domain.Epidemic;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>A chart with its title, its numbers and its file.</summary>
public partial class ChartPanel
{
    private bool _open;

    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Inject]
    public required ChartTables Tables { get; init; }

    [Parameter, EditorRequired]
    public ChartName Chart { get; set; }

    [Parameter, EditorRequired]
    public EpidemicFigures Figures { get; set; } = null!;

    [Parameter, EditorRequired]
    public EpidemicView View { get; set; } = null!;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public string? Explain { get; set; }

    /// <summary>What there is nothing to show of; by default that there are no cases.</summary>
    [Parameter]
    public string? Empty { get; set; }

    [Parameter]
    public bool IsEmpty { get; set; }

    /// <summary>The chart is its own table: the numbers stand beside the bars.</summary>
    [Parameter]
    public bool TableShown { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>Choices beside the title.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string Name => EpidemicAddress.NameOf(Chart);

    // The table of a year has hundreds of rows: it is there for whoever opens it, not for everybody.
    private void Toggled() => _open = !_open;
}
