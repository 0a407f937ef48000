using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Places;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>Whose clusters are shown, by plesso and comune: chosen as in «Casi ricevuti», and nothing is asked for until it is sent.</summary>
public partial class ClusterSearch
{
    private const int MostSuggestions = 8;

    private IReadOnlyList<SiteChoiceRow> _sites = [];
    private (int? SiteId, string? MunicipalityCode)? _shown;
    private string _site = "";
    private int? _siteId;
    private string _place = "";
    private string? _siteError;
    private string? _placeError;

    [Inject]
    public required IQueueQueries Queue { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    /// <summary>What the list shows now.</summary>
    [Parameter, EditorRequired]
    public ClusterListRequest Request { get; set; } = null!;

    [Parameter, EditorRequired]
    public EventCallback<ClusterListRequest> OnSearch { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Request.SiteId, Request.MunicipalityCode))
        {
            return; // Another page or state of the same: what is typed and not yet sent stays.
        }

        _shown = (Request.SiteId, Request.MunicipalityCode);
        (_siteError, _placeError) = (null, null);
        _place = Places.FindByCode(Request.MunicipalityCode)?.Label ?? "";
        var site = Request.SiteId is { } id ? await Queue.SiteAsync(await ActorAsync(), id, CancellationToken.None) : null;
        (_site, _siteId) = (site?.Name ?? "", site?.Id);
    }

    private async Task<Actor> ActorAsync() => await Current.RequireAsync(CancellationToken.None);

    private async Task<IReadOnlyList<string>> SitesAsync(string typed)
    {
        _sites = await Queue.SitesAsync(await ActorAsync(), typed, CancellationToken.None);
        return [.. _sites.Select(site => $"{site.Name}, {Places.FindByCode(site.MunicipalityCode)?.Label ?? site.MunicipalityCode}, {Shared.Of(site.Type)}")];
    }

    private void ChooseSite(int index) => (_site, _siteId) = (_sites[index].Name, _sites[index].Id);

    private void TypeSite(string text) => (_site, _siteId) = (text, null);

    private IReadOnlyList<string> Municipalities(string typed) =>
        [.. Places.Search(typed, MostSuggestions, ofTerritoryOnly: true).Select(municipality => municipality.Label)];

    private async Task SearchAsync()
    {
        if (_siteId is null && !string.IsNullOrWhiteSpace(_site)
            && await Queue.SitesAsync(await ActorAsync(), _site, CancellationToken.None) is [var only])
        {
            (_site, _siteId) = (only.Name, only.Id); // Only one plesso can be meant.
        }

        var place = string.IsNullOrWhiteSpace(_place) ? null : Places.Resolve(_place);
        _siteError = _siteId is null && !string.IsNullOrWhiteSpace(_site) ? Text["ErrorSite"].Value : null;
        _placeError = place is null && !string.IsNullOrWhiteSpace(_place) ? Text["ErrorPlace"].Value : null;
        if (_siteError is null && _placeError is null)
        {
            await OnSearch.InvokeAsync(Request with { SiteId = _siteId, MunicipalityCode = place?.Code, Anchor = null });
        }
    }
}
