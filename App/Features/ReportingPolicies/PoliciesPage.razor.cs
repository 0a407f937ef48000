using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.ReportingPolicies;

/// <summary>Regole: every policy with its state.</summary>
public partial class PoliciesPage
{
    private PolicyTimeline? _timeline;
    private string? _message;

    [Inject]
    public required PolicyDesk Desk { get; init; }

    [Inject]
    public required PortalClock Clock { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required IStringLocalizer<PolicyTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    protected override Task OnInitializedAsync()
    {
        _message = Message.Take();
        return ReadAsync();
    }

    protected override Task OnChangedAsync(Change change) => change == Change.OfThePolicies ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync() => _timeline = await Desk.TimelineAsync(await ActorAsync(), Gone);
}
