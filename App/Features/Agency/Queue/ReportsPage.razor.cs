using CovidSchoolReporting.App.Components.Layout;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency.Queue;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency.Queue;

/// <summary>Casi ricevuti: the screen in which an operator lives. Filters and place are in the address; what was searched for is a name and is not.</summary>
public partial class ReportsPage
{
    private ReportListRequest? _request;

    [Inject]
    public required IStringLocalizer<QueueTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required ISavedViews Views { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter(Name = MainLayout.AddressName)]
    public string Address { get; set; } = "";

    protected override async Task OnParametersSetAsync()
    {
        if (ReportListAddress.IsHome(Address))
        {
            var views = await Views.ListAsync(await Current.RequireAsync(CancellationToken.None), CancellationToken.None);
            if (views.FirstOrDefault(view => view.IsDefault) is { } preferred)
            {
                Navigation.NavigateTo(ReportListAddress.Of(preferred.Words), new NavigationOptions { ReplaceHistoryEntry = true });
                return;
            }
        }

        _request = ReportListAddress.Read(Address);
    }
}
