using CovidSchoolReporting.App.Features.Agency;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Home;

/// <summary>
/// What waits for the user, with the way to it: for a school the questions of ATS, for an operator the reports that nobody has taken in
/// charge and what schools have written. Nothing when nothing waits.
/// </summary>
public partial class WaitingWork
{
    /// <summary>More are counted, not listed.</summary>
    private const int MostListed = 5;

    private IReadOnlyList<WaitingTask> _tasks = [];

    [Inject]
    public required IConversationQueries Conversations { get; init; }

    [Inject]
    public required IQueueQueries Queue { get; init; }

    [Inject]
    public required IStringLocalizer<HomeTexts> Text { get; init; }

    private static string Unclaimed { get; } = ReportListAddress.Of(ReportListAddress.Words(
        new ReportListRequest { Filter = new ReportFilter { State = AgencyState.Received } }));

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override Task OnChangedAsync(Change change) => ReadAsync();

    private async Task ReadAsync()
    {
        var actor = await ActorAsync();
        var news = await Conversations.NewsAsync(actor, Gone);
        _tasks = actor.IsSchool ? OfSchool([.. news.Where(one => one.IsAsked)]) : [.. await UnclaimedAsync(actor), .. OfOperator(news)];
    }

    private List<WaitingTask> OfSchool(IReadOnlyList<ConversationNews> asked) =>
    [
        .. asked.Take(MostListed).Select(one => new WaitingTask(Text["Asked", one.CaseId], $"/casi/{one.CaseId}/messaggi")),
        .. asked.Count > MostListed ? [new WaitingTask(Text["AskedMore", asked.Count - MostListed], "/casi")] : (WaitingTask[])[],
    ];

    private IEnumerable<WaitingTask> OfOperator(IReadOnlyList<ConversationNews> written) =>
        written.Take(MostListed).Select(one => new WaitingTask(
            one.State is ConversationState.Answered ? Text["Answered", one.CaseId] : Text["Written", one.CaseId],
            ReportListAddress.Of(one.ReportId!.Value)));

    private async Task<IReadOnlyList<WaitingTask>> UnclaimedAsync(Actor actor) =>
        (await Queue.CountsAsync(actor, DayRange.Any, Gone))[AgencyState.Received] switch
        {
            0 => [],
            1 => [new WaitingTask(Text["UnclaimedOne"], Unclaimed)],
            var count => [new WaitingTask(Text["Unclaimed", count], Unclaimed)],
        };

    private sealed record WaitingTask(string Sentence, string Address);
}
