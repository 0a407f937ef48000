using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>One received case with its contacts, only to be read, and «Prendi in carico».</summary>
public partial class ReportPage
{
    private ReportSheet? _sheet;
    private TakeInChargeOutcome? _outcome;

    [Inject]
    public required IReportQueries Queries { get; init; }

    [Inject]
    public required AgencyDesk Desk { get; init; }

    [Inject]
    public required IStringLocalizer<AgencyTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public int ReportId { get; set; }

    private string Title => _sheet is null ? Text["ListTitle"] : Text["SheetTitle", _sheet.Row.ProtocolNumber];

    protected override async Task OnParametersSetAsync()
    {
        if (_sheet?.Row.Id != ReportId)
        {
            _outcome = null;
            await LoadAsync();
        }
    }

    protected override Task OnChangedAsync(Change change) =>
        change.CaseId == _sheet?.Row.CaseId ? LoadAsync() : Task.CompletedTask;

    private async Task LoadAsync()
    {
        _sheet = await Queries.FindAsync(await ActorAsync(), ReportId, Gone);
        if (_sheet is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task TakeInChargeAsync()
    {
        // A command that was sent is carried out, even if the operator leaves the screen meanwhile.
        _outcome = await Desk.TakeInChargeAsync(await ActorAsync(), ReportId, CancellationToken.None);
        await LoadAsync();
    }
}
