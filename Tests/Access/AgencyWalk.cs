using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.LineLists;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Infrastructure.LineLists;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Access;

/// <summary>Calls what the agency's pages call.</summary>
internal sealed class AgencyWalk(AccessStage stage)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    private static LineListRequest ContactList => new(LineListSubject.Contacts, new LineListFilter(), new HashSet<LineListColumn> { LineListColumn.Surname });

    public Task<object?> CallAsync(string how, Actor actor, Subject subject)
    {
        var desk = stage.Portal.Get<PolicyDesk>();
        var (texts, letters) = (stage.Portal.Get<LetterTemplateDesk>(), stage.Portal.Get<LetterIssuing>());
        return how.Split(' ')[0] switch
        {
            "IReportQueries.ListAsync" => CommandWalk.Ask(stage.Portal.Get<IReportQueries>().ListAsync(actor, new ReportListRequest(), _none)),
            "IReportQueries.FindAsync" => CommandWalk.Ask(stage.Portal.Get<IReportQueries>().FindAsync(actor, subject.Report, _none)),
            "IQueueQueries.CountsAsync" => CommandWalk.Ask(stage.Portal.Get<IQueueQueries>().CountsAsync(actor, DayRange.Any, _none)),
            "IQueueQueries.SitesAsync" => CommandWalk.Ask(stage.Portal.Get<IQueueQueries>().SitesAsync(actor, "p", _none)),
            "IQueueQueries.SiteAsync" => SiteAsync(actor),
            "ISavedViews.ListAsync" => ViewAsync(actor, async (views, _) => (await views.ListAsync(actor, CancellationToken.None)) is [var first, ..] ? first : null),
            "ISavedViews.SaveAsync" => ViewAsync(actor, (views, _) => CommandWalk.Ask(views.SaveAsync(actor, "Miei", "assegnati=a-me", _none))),
            "ISavedViews.RenameAsync" => ViewAsync(actor, (views, id) => CommandWalk.Ask(views.RenameAsync(actor, id, "Urgenti", _none))),
            "ISavedViews.PreferAsync" => ViewAsync(actor, (views, id) => CommandWalk.Ask(views.PreferAsync(actor, id, false, _none))),
            "ISavedViews.RemoveAsync" => ViewAsync(actor, (views, id) => CommandWalk.Ask(views.RemoveAsync(actor, id, _none))),
            "ReportBatch.TakeInChargeAsync" => CommandWalk.Ask(stage.Portal.Get<ReportBatch>().TakeInChargeAsync(actor, [subject.Report], _none)),
            "ReportBatch.AssignAsync" => CommandWalk.Ask(stage.Portal.Get<ReportBatch>().AssignAsync(actor, [subject.Report], actor.UserId, _none)),
            "IReportHistory.FindAsync" => CommandWalk.Ask(stage.Portal.Get<IReportHistory>().FindAsync(actor, subject.Report, _none)),
            "IDecisionQueries.OfReportAsync" => CommandWalk.Ask(stage.Portal.Get<IDecisionQueries>().OfReportAsync(actor, subject.Report, _none)),
            "DecisionDesk.DecideAsync" => CommandWalk.Ask(stage.Portal.Get<DecisionDesk>().DecideAsync(
                actor, subject.Report, new DecisionDraft { Status = ContactStatus.LowRisk }, [new SeenContact(stage.Subjects.Closed.Contact, 1)], _none)),
            "DecisionDesk.AcceptProposalsAsync" => CommandWalk.Ask(stage.Portal.Get<DecisionDesk>().AcceptProposalsAsync(
                actor, subject.Report, [new SeenProposal(stage.Subjects.Closed.Contact, 1, ContactStatus.Close)], _none)),
            "IRelatedCases.FindAsync" => CommandWalk.Ask(stage.Portal.Get<IRelatedCases>().FindAsync(actor, subject.Report, _none)),
            "IMatchQueries.OfReportAsync" => CommandWalk.Ask(stage.Portal.Get<IMatchQueries>().OfReportAsync(actor, subject.Report, _none)),
            "IMatchQueries.ListAsync" => MatchesAsync(actor),
            "MatchDesk.SayAsync" => CommandWalk.Ask(stage.Portal.Get<MatchDesk>().SayAsync(actor, subject.Match, MatchState.Linked, 0, _none)),
            "AgencyDesk.AssignAsync" => CommandWalk.Ask(stage.Portal.Get<AgencyDesk>().AssignAsync(actor, subject.Report, actor.UserId, _none)),
            "AgencyDesk.IssueMeasuresAsync" => CommandWalk.Ask(stage.Portal.Get<AgencyDesk>().IssueMeasuresAsync(actor, subject.Report, _none)),
            "AgencyDesk.ConcludeAsync" => CommandWalk.Ask(stage.Portal.Get<AgencyDesk>().ConcludeAsync(actor, subject.Report, _none)),
            "AgencyDesk.TakeInChargeAsync" => CommandWalk.Ask(stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(actor, subject.Report, _none)),
            "IEpidemicQueries.ReadAsync" => CommandWalk.Ask(stage.Portal.Get<IEpidemicQueries>().ReadAsync(actor, AccessStage.AllDays, _none)),
            "IEpidemicQueries.ShapesAsync" => CommandWalk.Ask(stage.Portal.Get<IEpidemicQueries>().ShapesAsync(actor, _none)),
            "IClusterQueries.ListAsync" => CommandWalk.Ask(stage.Portal.Get<IClusterQueries>().ListAsync(actor, new ClusterListRequest(Closed: true), _none)),
            "IClusterQueries.FindAsync" => CommandWalk.Ask(stage.Portal.Get<IClusterQueries>().FindAsync(actor, subject.Cluster, _none)),
            "IClusterQueries.OfReportAsync" => CommandWalk.Ask(stage.Portal.Get<IClusterQueries>().OfReportAsync(actor, subject.Report, _none)),
            "ClusterDesk.PutAsync" => CommandWalk.Ask(stage.Portal.Get<ClusterDesk>().PutAsync(actor, subject.Cluster, ClusterState.Watched, _none)),
            "ClusterDesk.TakeAllInChargeAsync" => CommandWalk.Ask(stage.Portal.Get<ClusterDesk>().TakeAllInChargeAsync(actor, subject.Cluster, _none)),
            "PolicyDesk.TimelineAsync" => CommandWalk.Ask(desk.TimelineAsync(actor, _none)),
            "PolicyDesk.SaveDraftAsync" => CommandWalk.Ask(desk.SaveDraftAsync(actor, PolicyDraft(how.Contains('{', StringComparison.Ordinal) ? subject.Policy : null), _none)),
            "PolicyDesk.PublishAsync" => CommandWalk.Ask(desk.PublishAsync(actor, subject.Policy, 1, _none)),
            "PolicyDesk.WithdrawAsync" => CommandWalk.Ask(desk.WithdrawAsync(actor, subject.Policy, how.Contains("{planned}", StringComparison.Ordinal) ? 2 : 1, _none)),
            "PolicyDesk.RemoveDraftAsync" => CommandWalk.Ask(desk.RemoveDraftAsync(actor, subject.Policy, 1, _none)),
            "LetterTemplateDesk.ListAsync" => CommandWalk.Ask(texts.ListAsync(actor, _none)),
            "LetterTemplateDesk.SaveAsync" => TextAsync(text => texts.SaveAsync(actor, LetterTemplateDraft.Of(text), _none)),
            "LetterTemplateDesk.RestoreAsync" => TextAsync(text => texts.RestoreAsync(actor, text.Kind, text.Language, text.Version, _none)),
            "LetterTemplateDesk.WithdrawAsync" => TextAsync(text => texts.WithdrawAsync(actor, text.Kind, text.Language, text.Version, _none)),
            "LetterIssuing.OpenAsync" => CommandWalk.Ask(letters.OpenAsync(actor, subject.Report, _none)),
            "LetterIssuing.IssueAsync" => IssueAsync(actor, subject.Report, letters),
            "LetterIssuing.PagesAsync" => CommandWalk.Ask(letters.PagesAsync(actor, subject.Report, Subjects.Issue, _none)),
            "LetterIssuing.MeasureAsync" => CommandWalk.Ask(letters.MeasureAsync(actor, subject.Case, _none)),
            "LineListExports.MakeAsync" => CommandWalk.Ask(stage.Portal.Get<LineListExports>().MakeAsync(actor, ContactList, LineListFormat.Csv, "/", new Progress<LineListProgress>(), _none)),
            "LineListExports.Open" => OpenOthersAsync(actor),
            var command when AdministrationWalk.Knows(command) => new AdministrationWalk(stage).CallAsync(command, actor, subject),
            var unknown => throw new InvalidOperationException($"The walk knows no command '{unknown}'."),
        };
    }

    /// <summary>Asks for a list that another operator has made.</summary>
    private async Task<object?> OpenOthersAsync(Actor actor)
    {
        var exports = stage.Portal.Get<LineListExports>();
        var other = Actor.OfAgency(900_001, "Altra", Role.AgencyOperator, Enum.GetValues<Territory>());
        var made = (LineListOutcome.Made)await exports.MakeAsync(other, ContactList, LineListFormat.Csv, "/", new Progress<LineListProgress>(), _none);
        return exports.Open(actor, made.Key);
    }

    /// <summary>Acts on a text that may be taken out of use.</summary>
    private async Task<object?> TextAsync(Func<LetterTemplate, Task<LetterTemplateOutcome>> act)
    {
        var all = await stage.Portal.Get<ILetterTemplateStore>().NewestAsync(_none);
        return await act(all.First(text => text.Kind == LetterKind.IsolationEnd && text.Language == "en"));
    }

    /// <summary>Issues one of the letters that the report calls for now: another walk may have decided otherwise about its contact.</summary>
    private async Task<object?> IssueAsync(Actor actor, int report, LetterIssuing letters)
    {
        var due = (await letters.OpenAsync(stage.ActorOf(Visitor.OperatorHere), stage.Subjects.Report, _none))!.Due;
        return await letters.IssueAsync(actor, new IssueRequest(report, Guid.NewGuid(), new HashSet<string> { due[0].Key }, []), _none);
    }

    private async Task<object?> SiteAsync(Actor actor)
    {
        await using var context = await stage.Portal.OpenAsync();
        var site = await context.Set<SchoolSite>().SingleAsync(one => one.Code == "MIEE0DEM12", _none);
        return await stage.Portal.Get<IQueueQueries>().SiteAsync(actor, site.Id, _none);
    }

    /// <summary>Asks about a saved view after the actor has tried to save one.</summary>
    private async Task<object?> ViewAsync(Actor actor, Func<ISavedViews, int, Task<object?>> ask)
    {
        var views = stage.Portal.Get<ISavedViews>();
        var saved = await views.SaveAsync(actor, "Urgenti", "attesa=48", _none);
        return await ask(views, saved is SavedViewOutcome.Done done ? done.ViewId : Subjects.Unknown);
    }

    private PolicyDraft PolicyDraft(int? id)
    {
        var draft = stage.NewPolicy();
        (draft.Id, draft.Version) = (id, id is null ? 0 : 1);
        return draft;
    }

    /// <summary>Whatever has been said of them.</summary>
    private async Task<object?> MatchesAsync(Actor actor)
    {
        List<MatchRow> rows = [];
        foreach (var state in Enum.GetValues<MatchState>())
        {
            rows.AddRange((await stage.Portal.Get<IMatchQueries>().ListAsync(actor, new MatchListRequest(state), _none)).Rows);
        }

        return rows;
    }
}
