using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Rosters;

/// <summary>A class of the roster with its people.</summary>
public partial class ClassPage
{
    private const string Screen = "/classi/{id}";

    private RosterClassSheet? _sheet;
    private bool _asking;
    private bool _removing;
    private bool _failed;

    [Inject]
    public required IRosterQueries Roster { get; init; }

    [Inject]
    public required RosterKeeping Keeping { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<RosterTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter]
    public int ClassId { get; set; }

    private string Title => _sheet is { Row.Name.Length: > 0 } named ? Text["ClassTitle", named.Row.Name]
        : _sheet is null ? Text["ClassTitleUnknown"] : Text["StaffWithoutClass"];

    protected override async Task OnParametersSetAsync()
    {
        _sheet = await Roster.FindAsync(await ActorAsync(), ClassId, Gone);
        if (_sheet is null)
        {
            Navigation.NotFound();
        }
    }

    /// <summary>Only cases tell of changes.</summary>
    protected override Task OnChangedAsync(Change change) => Task.CompletedTask;

    private static string Known(string text) => text.Length > 0 ? text : "—";

    private async Task RemoveAsync()
    {
        if (_removing)
        {
            return;
        }

        _removing = true;
        try
        {
            var outcome = await Keeping.RemoveClassAsync(await ActorAsync(), ClassId, Screen, CancellationToken.None);
            _failed = outcome is RosterOutcome.NothingSaved;
            if (!_failed)
            {
                // Removed by a colleague a moment ago is removed too.
                Message.Leave(_sheet!.Row.Name is { Length: > 0 } name ? Text["RemovedClass", name] : Text["RemovedStaff"]);
                Navigation.NavigateTo("/classi");
            }
        }
        finally
        {
            _removing = false;
        }
    }
}
