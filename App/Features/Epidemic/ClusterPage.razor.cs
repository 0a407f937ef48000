using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>One cluster: its days as a drawing, its cases, and what the agency says of it.</summary>
public partial class ClusterPage
{
    private ClusterSheet? _sheet;
    private ClusterOutcome? _outcome;

    [Inject]
    public required IClusterQueries Queries { get; init; }

    [Inject]
    public required ClusterDesk Desk { get; init; }

    [Inject]
    public required ChartTables Tables { get; init; }

    [Inject]
    public required IStringLocalizer<EpidemicTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public int ClusterId { get; set; }

    private string Title => _sheet is null ? Text["ClustersTitle"] : Text["ClusterTitle", ClassLabel.OfKey(_sheet.Row.ClassKey)];

    /// <summary>The states that the cluster can be put in.</summary>
    private IEnumerable<ClusterState> Steps => _sheet!.Row.State switch
    {
        ClusterState.Open => [ClusterState.Watched, ClusterState.Closed],
        ClusterState.Watched => [ClusterState.Closed],
        _ => [ClusterState.Open],
    };

    private NoticeKind OutcomeKind => _outcome switch
    {
        ClusterOutcome.Put or ClusterOutcome.Charged { OfOthers: 0 } => NoticeKind.Success,
        ClusterOutcome.Charged => NoticeKind.Warning,
        _ => NoticeKind.Error,
    };

    private string OutcomeText => _outcome switch
    {
        ClusterOutcome.Put put => Text[$"OutcomePut_{put.State}"],
        ClusterOutcome.Charged { OfOthers: 0 } charged => Text["OutcomeCharged", charged.Taken],
        ClusterOutcome.Charged charged => Text["OutcomeChargedPart", charged.Taken, charged.OfOthers],
        ClusterOutcome.NothingSaved { Taken: > 0 } part => Text["OutcomeStopped", part.Taken],
        ClusterOutcome.NothingSaved => Text["OutcomeNothingSaved"],
        _ => Text["OutcomeNotFound"],
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_sheet?.Row.Id != ClusterId)
        {
            _outcome = null;
            await LoadAsync();
        }
    }

    // A new case of the class is none of those that are on the screen: any news of the territory may be about it.
    protected override Task OnChangedAsync(Change change) => LoadAsync();

    private async Task LoadAsync()
    {
        _sheet = await Queries.FindAsync(await ActorAsync(), ClusterId, Gone);
        if (_sheet is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task TakeAllAsync()
    {
        // A command that was sent is carried out, even if the operator leaves the screen meanwhile.
        _outcome = await Desk.TakeAllInChargeAsync(await ActorAsync(), ClusterId, CancellationToken.None);
        await LoadAsync();
    }

    private async Task PutAsync(ClusterState state)
    {
        _outcome = await Desk.PutAsync(await ActorAsync(), ClusterId, state, CancellationToken.None);
        await LoadAsync();
    }
}
