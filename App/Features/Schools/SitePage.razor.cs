using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Schools;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Features.Schools;

/// <summary>Adds a plesso to an institute, or puts right one that is open.</summary>
public partial class SitePage
{
    private string? _institute;

    [Inject]
    public required PlaceRegister Places { get; init; }

    [Parameter]
    public int InstituteId { get; set; }

    /// <summary>Null for a new plesso.</summary>
    [Parameter]
    public int? SiteId { get; set; }

    private string Title => SiteId is null ? Text["SiteNewTitle"] : Text["SiteEditTitle"];

    protected override async Task OnInitializedAsync()
    {
        var sheet = await Desk.FindAsync(await ActorAsync(), InstituteId, Gone);
        var site = SiteId is { } id ? sheet?.Sites.FirstOrDefault(known => known.Id == id && known.ClosedOn is null) : null;
        if (sheet is null || (SiteId is not null && site is null))
        {
            Navigation.NotFound();
            return;
        }

        _institute = sheet.Name;
        if (site is not null)
        {
            (Form.SiteCode, Form.SiteName, Form.Type) = (site.Code, site.Name, site.Type);
            (Form.Municipality, Form.Opened) = (NameOf(site.MunicipalityCode), SiteValues.Of(site));
        }
    }

    protected override async Task<string?> ReadStandingAsync()
    {
        var sheet = await Desk.FindAsync(await ActorAsync(), InstituteId, Gone);
        if (sheet?.Sites.FirstOrDefault(known => known.Id == SiteId) is not { } site)
        {
            return null;
        }

        Form.Opened = SiteValues.Of(site);
        return Text["SiteStale", site.Name, Shared.Of(site.Type), NameOf(site.MunicipalityCode)];
    }

    private string NameOf(string municipalityCode) => Places.FindByCode(municipalityCode)?.Label ?? "";

    private Task SaveAsync() => SendAsync(
        async () => await Desk.SaveSiteAsync(await ActorAsync(), InstituteId, SiteId, Form.Read(), CancellationToken.None),
        Text["SiteSaved", Form.SiteName]);
}
