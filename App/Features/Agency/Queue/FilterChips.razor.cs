using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Places;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency.Queue;

/// <summary>The conditions that are asked for, each a link to the list without it.</summary>
public partial class FilterChips
{
    private IReadOnlyList<Chip> _chips = [];
    private SiteChoiceRow? _site;

    [Inject]
    public required IQueueQueries Around { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Inject]
    public required IStringLocalizer<QueueTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter, EditorRequired]
    public ReportListRequest Request { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<Actor> Colleagues { get; set; } = [];

    protected override async Task OnParametersSetAsync()
    {
        var filter = Request.Filter;
        if (filter.SiteId is { } id && id != _site?.Id)
        {
            _site = await Around.SiteAsync(await Current.RequireAsync(CancellationToken.None), id, CancellationToken.None);
        }

        _chips = [.. Chips(filter).Select(chip => new Chip(chip.Text, ReportListAddress.Of(Request.Where(chip.Without))))];
    }

    private IEnumerable<(string Text, ReportFilter Without)> Chips(ReportFilter filter)
    {
        if (filter.SiteId is not null)
        {
            yield return (Text["ChipSite", _site?.Name ?? Text["ChipUnknown"]], filter with { SiteId = null });
        }

        if (filter.MunicipalityCode is { } code)
        {
            yield return (Text["ChipMunicipality", Places.FindByCode(code)?.Label ?? code], filter with { MunicipalityCode = null });
        }

        if (filter.SchoolType is { } type)
        {
            yield return (Shared.Of(type), filter with { SchoolType = null });
        }

        if (filter.ClassKey is { } key)
        {
            yield return (Text["ChipClass", key], filter with { ClassKey = null });
        }

        if (!filter.Received.IsAny)
        {
            yield return (Days("ChipReceived", filter.Received), filter with { Received = default });
        }

        if (!filter.LastDayAttended.IsAny)
        {
            yield return (Days("ChipAttended", filter.LastDayAttended), filter with { LastDayAttended = default });
        }

        if (filter.Waiting is { } waiting)
        {
            yield return (Text.Of(waiting), filter with { Waiting = null });
        }

        if (filter.Missing != ReportGaps.None)
        {
            yield return (QueueWords.Of(Text, filter.Missing), filter with { Missing = ReportGaps.None });
        }

        if (filter.Assignee is { } assignee)
        {
            yield return (QueueWords.Of(Text, assignee, Colleagues), filter with { Assignee = null });
        }
    }

    private string Days(string key, DayRange days) => (days.From, days.To) switch
    {
        (null, { } to) => Text[$"{key}_To", DayText.Of(to)],
        ({ } from, null) => Text[$"{key}_From", DayText.Of(from)],
        var (from, to) => Text[$"{key}_Both", DayText.Of(from), DayText.Of(to)],
    };

    /// <param name="Without">The address of the list without this condition.</param>
    private sealed record Chip(string Text, string Without);
}
