using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>What the dashboard is about. A choice counts at once; the two days of a period count together.</summary>
public partial class EpidemicFilters
{
    private const int Week = 7, FourWeeks = EpidemicPeriod.DefaultDays, Quarter = 91;

    private EpidemicFilter? _shown;
    private IReadOnlyList<Municipality> _places = [];
    private IReadOnlyList<Territory> _placesOf = [];
    private string _from = "";
    private string _to = "";
    private string _place = "";
    private bool _wasSent;

    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required PlaceRegister Register { get; init; }

    [Parameter, EditorRequired]
    public EpidemicView View { get; set; } = null!;

    /// <summary>The operator's; empty until they are known.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Territory> Territories { get; set; } = [];

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<EpidemicView> OnChoose { get; set; }

    private EpidemicFilter Filter => View.Filter;

    private bool IsNarrowed => Filter != new EpidemicFilter(EpidemicPeriod.Default(Today).From, Today);

    private IReadOnlyList<FilterLink> Periods =>
    [
        PeriodLink(Text["PeriodWeek"], EpidemicPeriod.LastDays(Week, Today)),
        PeriodLink(Text["PeriodFourWeeks"], EpidemicPeriod.LastDays(FourWeeks, Today)),
        PeriodLink(Text["PeriodQuarter"], EpidemicPeriod.LastDays(Quarter, Today)),
        PeriodLink(Text["PeriodSchoolYear"], new EpidemicPeriod(new DateOnly(Today.Month >= 9 ? Today.Year : Today.Year - 1, 9, 1), Today)),
    ];

    protected override void OnParametersSet()
    {
        if (_shown != Filter)
        {
            (_shown, _place, _wasSent) = (Filter, Filter.MunicipalityCode ?? "", false);
            (_from, _to) = (LenientDate.Format(Filter.From), LenientDate.Format(Filter.To));
        }

        IReadOnlyList<Territory> wanted = [.. Territories.Where(territory => Filter.Territory is null || Filter.Territory == territory)];
        if (!wanted.SequenceEqual(_placesOf))
        {
            _placesOf = wanted;
            _places = [.. Register.Municipalities.Where(place => place.Territory is { } territory && wanted.Contains(territory))];
        }
    }

    private string? ErrorOf(string typed) => _wasSent && !LenientDate.TryParse(typed, Today, out _) ? Text["NotADay"].Value : null;

    private async Task ShowPeriodAsync()
    {
        _wasSent = true;
        if (LenientDate.TryParse(_from, Today, out var from) && LenientDate.TryParse(_to, Today, out var to))
        {
            await ChooseAsync(Filter with { From = from, To = to });
        }
    }

    private Task ChoosePlaceAsync(string code) => ChooseAsync(Filter with { MunicipalityCode = code.Length == 0 ? null : code });

    // A comune of the other territory would leave nothing.
    private Task ChooseTerritoryAsync(Territory? territory) => ChooseAsync(Filter with { Territory = territory, MunicipalityCode = null });

    private Task ChooseAsync(EpidemicFilter filter) => OnChoose.InvokeAsync(View with { Filter = filter });

    private FilterLink PeriodLink(string text, EpidemicPeriod period) => new(
        text,
        EpidemicAddress.Of(View with { Filter = Filter with { From = period.From, To = period.To } }),
        (Filter.From, Filter.To) == (period.From, period.To));
}
