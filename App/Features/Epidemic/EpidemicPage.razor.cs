using CovidSchoolReporting.App.Components.Layout;
using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>Andamento: the figures of the epidemic in the operator's territories. What is filtered stands in the address.</summary>
public partial class EpidemicPage
{
    /// <summary>Reports that come close together are shown together: the screen is drawn at most once in so long.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private EpidemicView _view = new(new EpidemicFilter(default, default));
    private IReadOnlyList<Territory> _territories = [];
    private IReadOnlyList<Territory> _shownTerritories = [];
    private IReadOnlyList<MapShape> _shapes = [];
    private EpidemicFigures? _figures;
    private DailyCurve _curve = null!;
    private DateTime _readAt;
    private bool _isDue;

    [Inject]
    public required IEpidemicQueries Queries { get; init; }

    [Inject]
    public required ChartTables Tables { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [CascadingParameter(Name = MainLayout.AddressName)]
    public string Address { get; set; } = "";

    private bool IsEmpty => _figures!.Cases == 0;

    private string EmptyText => _shownTerritories.Count == 0 ? Text["NotYourTerritory"] : Text["NoCasesHere"];

    private string FaultText => _view.Fault switch
    {
        PeriodFault.Backwards => Text["Fault_Backwards", EpidemicPeriod.DefaultDays],
        PeriodFault.TooLong => Text["Fault_TooLong", EpidemicPeriod.LongestDays, EpidemicPeriod.DefaultDays],
        _ => Text["Fault_Malformed", EpidemicPeriod.DefaultDays],
    };

    private string BasisText => _view.Filter.Basis switch
    {
        EpidemicBasis.Swab => Text["BasisExplain_Swab"],
        EpidemicBasis.Onset => Text["BasisExplain_Onset"],
        _ => Text["BasisExplain_Reported"],
    };

    private IReadOnlyList<FilterLink> StepChoices =>
    [
        Link(Text["ByDay"], _view with { AskedStep = CurveStep.Day }, _view.Step == CurveStep.Day),
        Link(Text["ByWeek"], _view with { AskedStep = CurveStep.Week }, _view.Step == CurveStep.Week),
    ];

    private IReadOnlyList<FilterLink> ColourChoices =>
    [
        Link(Text["ByRole"], _view with { Colours = CurveColours.Role }, _view.Colours == CurveColours.Role),
        Link(Text["BySchool"], _view with { Colours = CurveColours.SchoolType }, _view.Colours == CurveColours.SchoolType),
    ];

    private IReadOnlyList<FilterLink> MeasureChoices =>
    [
        Link(Text["ByRate"], _view with { Measure = MapMeasure.Rate }, _view.Measure == MapMeasure.Rate),
        Link(Text["ByCount"], _view with { Measure = MapMeasure.Cases }, _view.Measure == MapMeasure.Cases),
    ];

    private IReadOnlyList<RankBar> WaitingBars =>
    [
        .. _figures!.Waiting.Select(waiting => new RankBar(
            Tables.AgeOf(waiting.DaysOld), null, waiting.Reports, waiting.DaysOld switch { 0 => "#0072b2", 1 => "#e69f00", _ => "#d55e00" })),
    ];

    private IReadOnlyList<RankBar> SchoolBars =>
        [.. _figures!.Schools.Select(school => new RankBar(school.Name, Tables.PlaceName(school.MunicipalityCode), school.Cases, "#0072b2", QueueAddress.OfSchool(_figures.Filter, school.SiteId)))];

    private IReadOnlyList<RankBar> ClassBars =>
    [
        .. _figures!.Classes.Select(one => new RankBar(
            Text["ClassOf", ClassLabel.OfKey(one.ClassKey), one.SchoolName], Tables.PlaceName(one.MunicipalityCode), one.Cases, "#009e73",
            QueueAddress.OfClass(_figures.Filter, one.SiteId, one.ClassKey))),
    ];

    protected override async Task OnParametersSetAsync()
    {
        var view = EpidemicAddress.Read(Address, Clock.Today, Places);
        var isSame = _figures is not null && view.Filter == _view.Filter;
        _view = view;
        if (isSame)
        {
            Draw();
        }
        else
        {
            await LoadAsync();
        }
    }

    protected override async Task OnChangedAsync(Change change)
    {
        if (_isDue)
        {
            return;
        }

        _isDue = true;
        await Task.Delay(Pause, Time, Gone);
        _isDue = false;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var actor = await ActorAsync();
        var asked = _view.Filter;
        _territories = [.. actor.Territories.Order()];
        var figures = await Queries.ReadAsync(actor, asked, Gone);
        if (_shapes.Count == 0)
        {
            _shapes = await Queries.ShapesAsync(actor, Gone);
        }

        // While it was read the user may have asked for something else, which is being read too.
        if (asked == _view.Filter)
        {
            (_figures, _shownTerritories, _readAt) = (figures, asked.TerritoriesOf(actor), Clock.UtcNow);
            Draw();
        }
    }

    private void Draw() => _curve = DailyCurve.Of(_figures!, _view.Step, _view.Colours);

    private void Choose(EpidemicView view) => Navigation.NavigateTo(EpidemicAddress.Of(view));

    private static FilterLink Link(string text, EpidemicView view, bool isCurrent) => new(text, EpidemicAddress.Of(view), isCurrent);
}
