using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Rosters;

/// <summary>«Classi»: the roster of the institute, class by class.</summary>
public partial class ClassesPage
{
    private const string Screen = "/classi";

    private IReadOnlyList<RosterClassRow>? _classes;
    private IReadOnlyList<RosterEvent> _events = [];
    private string? _message;
    private bool _asking;
    private bool _removing;
    private bool _failed;

    [Inject]
    public required IRosterQueries Roster { get; init; }

    [Inject]
    public required RosterKeeping Keeping { get; init; }

    [Inject]
    public required SchoolYear Year { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required IStringLocalizer<RosterTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    protected override Task OnInitializedAsync()
    {
        _message = Message.Take();
        return ReadAsync();
    }

    /// <summary>Only cases tell of changes.</summary>
    protected override Task OnChangedAsync(Change change) => Task.CompletedTask;

    private string NameOf(RosterClassRow row) => row.Name.Length > 0 ? row.Name : Text["StaffWithoutClass"];

    private async Task ReadAsync()
    {
        var actor = await ActorAsync();
        _events = await Roster.EventsAsync(actor, Gone);
        _classes = await Roster.ClassesAsync(actor, Gone);
    }

    private async Task RemoveAllAsync()
    {
        if (_removing)
        {
            return;
        }

        _removing = true;
        try
        {
            var outcome = await Keeping.RemoveAllAsync(await ActorAsync(), Screen, CancellationToken.None);
            _failed = outcome is RosterOutcome.NothingSaved;
            if (outcome is RosterOutcome.Removed removed)
            {
                _asking = false;
                _message = Text["RemovedAll", removed.Count];
                await ReadAsync();
            }
        }
        finally
        {
            _removing = false;
        }
    }
}
