using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Retention;
using CovidSchoolReporting.Infrastructure.Retention;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Retention;

/// <summary>Tells the agency's staff beforehand which cases will be removed; nothing when none will.</summary>
public partial class AnnouncedRemoval
{
    private RetentionRun? _pending;

    [Inject]
    public required RetentionDesk Desk { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IStringLocalizer<RetentionTexts> Text { get; init; }

    protected override async Task OnInitializedAsync() =>
        _pending = await Desk.AnnouncedAsync(await Current.RequireAsync(), CancellationToken.None);
}
