using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Supplements;

/// <summary>On the agency's page of a report: what the school has added since, to be accepted or refused. Nothing where there is nothing.</summary>
public partial class SupplementReview
{
    private IReadOnlyList<SupplementRow>? _supplements;
    private int? _refusing;
    private string _reason = "";
    private string? _error;
    private string? _news;
    private NoticeKind _newsKind;
    private bool _sending;

    [Inject]
    public required ISupplementQueries Queries { get; init; }

    [Inject]
    public required SupplementDesk Desk { get; init; }

    [Inject]
    public required IStringLocalizer<SupplementTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public int CaseId { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override Task OnChangedAsync(Change change) => change.CaseId == CaseId ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync() => _supplements = await Queries.ListAsync(await ActorAsync(), CaseId, Gone);

    private void BeginRefusal(int? number)
    {
        (_refusing, _reason, _error, _news) = (number, "", null, null);
    }

    private Task AcceptAsync(int number) =>
        JudgeAsync(number, "AcceptedNews", actor => Desk.AcceptAsync(actor, CaseId, number, CancellationToken.None));

    private Task RefuseAsync() => _refusing is { } number
        ? JudgeAsync(number, "RefusedNews", actor => Desk.RefuseAsync(actor, CaseId, number, _reason, CancellationToken.None))
        : Task.CompletedTask;

    private async Task JudgeAsync(int number, string done, Func<Actor, Task<SupplementOutcome>> judge)
    {
        if (_sending)
        {
            return;
        }

        _sending = true;
        try
        {
            var outcome = await judge(await ActorAsync());
            _error = (outcome as SupplementOutcome.Invalid)?.Findings[0].Message;
            if (_error is not null)
            {
                return;
            }

            BeginRefusal(null);
            (_newsKind, _news) = outcome switch
            {
                SupplementOutcome.Done => (NoticeKind.Success, Text[done, number].Value),
                SupplementOutcome.AlreadyJudged judged =>
                    (NoticeKind.Warning, Text["AlreadyJudged", number, judged.ByName, DayText.OfInstant(judged.At)].Value),
                _ => (NoticeKind.Error, Text["NothingSaved"].Value),
            };
            await ReadAsync();
        }
        finally
        {
            _sending = false;
        }
    }
}
