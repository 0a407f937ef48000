using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Supplements;

/// <summary>Integrazioni: what the school has added to a closed case, and what the agency made of it.</summary>
public partial class SupplementsPage
{
    private CaseRow? _row;
    private IReadOnlyList<SupplementRow>? _supplements;
    private string? _message;

    [Inject]
    public required ICaseQueries Cases { get; init; }

    [Inject]
    public required ISupplementQueries Queries { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required IStringLocalizer<SupplementTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public int CaseId { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_row?.Id != CaseId)
        {
            _message = Message.Take();
            await ReadAsync();
        }
    }

    protected override Task OnChangedAsync(Change change) => change.CaseId == CaseId ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        var actor = await ActorAsync();
        _row = await Cases.FindRowAsync(actor, CaseId, Gone);
        if (_row is not { Status: CaseStatus.Closed })
        {
            _row = null; // An open case is amended, not added to.
            Navigation.NotFound();
            return;
        }

        _supplements = await Queries.ListAsync(actor, CaseId, Gone);
    }
}
