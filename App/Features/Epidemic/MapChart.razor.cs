using System.Globalization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Places;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>
/// The comuni, coloured by rate or count: filled shapes where they were imported, else circles. Each leads to its cases; the keyboard finds
/// the same links in the table below.
/// </summary>
public partial class MapChart
{
    private MapDrawing _drawing = null!;
    private (EpidemicFigures, EpidemicView)? _drawn;
    private bool _changed;

    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Inject]
    public required PlaceRegister Register { get; init; }

    [Parameter, EditorRequired]
    public EpidemicFigures Figures { get; set; } = null!;

    [Parameter, EditorRequired]
    public EpidemicView View { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<MapShape> Shapes { get; set; } = [];

    /// <summary>Whose comuni are drawn.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Territory> Territories { get; set; } = [];

    protected override void OnParametersSet()
    {
        _changed = _drawn is not { } drawn || !ReferenceEquals(drawn.Item1, Figures) || drawn.Item2 != View;
        if (_changed)
        {
            _drawn = (Figures, View);
            _drawing = new MapDrawing(Figures.Places, Shapes, Territories.ToHashSet(), View.Measure, Register);
        }
    }

    protected override bool ShouldRender() => _changed;

    private static string ColourOf(MapPlace place) => place.Step is { } step ? ChartColours.OfMap(step) : ChartColours.NoCases;

    private static string N(double value) => ChartScale.Svg(value);

    private string Said(MapPlace place) => place.Count is not { } count ? Text["PlaceNone", place.Place.Label]
        : count.Rate is { } rate ? Text["PlaceRate", place.Place.Label, count.Cases.ToString("N0", CultureInfo.CurrentCulture), MapDrawing.Shown(rate)]
        : Text["PlaceCases", place.Place.Label, count.Cases.ToString("N0", CultureInfo.CurrentCulture)];
}
