using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Retention;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Retention;

/// <summary>Conservazione: which cases have been kept long enough, and their removal.</summary>
public partial class RetentionPage
{
    private RetentionOverview? _overview;
    private (NoticeKind Kind, string Sentence)? _said;
    private bool _asked;
    private bool _sending;

    [Inject]
    public required RetentionDesk Desk { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<RetentionTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    protected override Task OnInitializedAsync() => ReadAsync();

    // Cases that change meanwhile are not of the days that are shown here.
    protected override Task OnChangedAsync(Change change) => Task.CompletedTask;

    private async Task ReadAsync()
    {
        _overview = await Desk.OverviewAsync(await ActorAsync(), Gone);
        if (_overview is null)
        {
            Navigation.NotFound();
        }
    }

    private Task RemoveAsync() => SendAsync(actor => Desk.RemoveAsync(actor, CancellationToken.None));

    private Task AnnounceAsync() => SendAsync(actor => Desk.AnnounceAsync(actor, CancellationToken.None));

    private Task CallOffAsync() => SendAsync(actor => Desk.CallOffAsync(actor, CancellationToken.None));

    private async Task SendAsync(Func<Actor, Task<RetentionOutcome>> command)
    {
        if (_sending)
        {
            return;
        }

        _sending = true;
        try
        {
            var outcome = await command(await ActorAsync());
            _said = outcome switch
            {
                RetentionOutcome.Removed removed => (NoticeKind.Success, Text["Removed", removed.Cases, removed.Contacts]),
                RetentionOutcome.Announced announced => (NoticeKind.Success, Text["WasAnnounced", announced.Cases, DayText.Of(announced.RunsOn)]),
                RetentionOutcome.CalledOff => (NoticeKind.Success, Text["CalledOff"]),
                RetentionOutcome.NothingSaved => (NoticeKind.Error, Text["NothingSaved"]),
                _ => (NoticeKind.Info, Text["NothingToDo"]),
            };
            await ReadAsync();
        }
        finally
        {
            (_sending, _asked) = (false, false);
        }
    }
}
