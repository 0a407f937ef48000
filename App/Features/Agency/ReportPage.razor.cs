using CovidSchoolReporting.App.Features.CaseFiles;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency;

/// <summary>One received case on one page: what the school sent, what the agency does with it, and what has to do with it.</summary>
public partial class ReportPage
{
    private CaseFile? _file;

    [Inject]
    public required CaseFileReader Reader { get; init; }

    [Inject]
    public required IStringLocalizer<AgencyTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public int ReportId { get; set; }

    private string Title => _file is null
        ? Text["ListTitle"]
        : Text["SheetTitle", _file.Sheet.Row.ProtocolNumber];

    protected override Task OnParametersSetAsync() => _file?.Sheet.Row.Id == ReportId ? Task.CompletedTask : LoadAsync();

    protected override Task OnChangedAsync(Change change) =>
        change.CaseId == _file?.Sheet.Row.CaseId ? LoadAsync() : Task.CompletedTask;

    private async Task LoadAsync()
    {
        _file = await Reader.ReadAsync(await ActorAsync(), ReportId, Gone);
        if (_file is null)
        {
            Navigation.NotFound();
        }
    }
}
