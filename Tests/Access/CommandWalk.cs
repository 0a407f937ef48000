using System.Globalization;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.LineLists;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Retention;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Audit;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.LineLists;
using CovidSchoolReporting.Infrastructure.Retention;
using CovidSchoolReporting.Infrastructure.Schools;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Access;

/// <summary>Calls the queries and commands of a row as each visitor, as a circuit would if a page had let it.</summary>
internal sealed class CommandWalk(AccessStage stage)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    /// <summary>What is wrong with the row; nothing when every cell is true.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(AccessRow row)
    {
        List<string> faults = [];
        foreach (var (visitor, expected) in row.Cells)
        {
            if (await ActorAsync(visitor) is not { } actor)
            {
                faults.AddRange(expected == Verdict.SignIn ? [] : [$"{visitor}: expected {expected}, but nobody is signed in"]);
                continue;
            }

            faults.AddRange(await CellFaultsAsync(row.How, visitor, actor, expected));
        }

        return faults;
    }

    private async Task<IReadOnlyList<string>> CellFaultsAsync(string how, Visitor visitor, Actor actor, Verdict expected)
    {
        List<string> faults = [];
        var fresh = Subjects.Unknown;
        var isAboutOwnClass = actor.IsSchool && how.Contains("Roster", StringComparison.Ordinal) && !how.Contains("{no-class}", StringComparison.Ordinal);
        if (isAboutOwnClass)
        {
            (actor, fresh) = await stage.WithFreshClassAsync(actor);
        }

        var nothing = await stage.Statements.HearAsync(() => CallAsync(how, actor, Subjects.Nothing));
        foreach (var planned in stage.Subjects.Expand(how))
        {
            var subject = how.Contains("{own}", StringComparison.Ordinal) ? await FreshAsync(how, planned)
                : how.Contains("{draft}", StringComparison.Ordinal) ? planned with { Policy = await stage.FreshPolicyAsync(planned: false) }
                : how.Contains("{planned}", StringComparison.Ordinal) ? planned with { Policy = await stage.FreshPolicyAsync(planned: true) }
                : how.Contains("{institute}", StringComparison.Ordinal) && await stage.FreshSchoolAsync() is var (institute, site)
                    ? planned with { Institute = institute, Site = site }
                : how.Contains("{user}", StringComparison.Ordinal) ? planned with { User = await stage.FreshUserAsync() }
                : planned;
            if (isAboutOwnClass)
            {
                subject = subject with { Class = fresh };
            }

            var (outcome, sent) = await stage.Statements.HearAsync(() => CallAsync(how, actor, subject));
            if (VerdictOf(outcome) is var verdict && verdict != expected)
            {
                faults.Add($"{visitor}: expected {expected}, got {verdict} ({outcome?.GetType().Name}) for {subject}");
            }
            else if (verdict == Verdict.NotThere && (outcome?.GetType() != nothing.Result?.GetType() || !sent.SequenceEqual(nothing.Sent)))
            {
                faults.Add($"{visitor}: what is not there can be told from nothing by the outcome or the statements for {subject}");
            }
        }

        return faults;
    }

    /// <summary>A case that the command may change, without touching those of the other walks.</summary>
    private async Task<Subject> FreshAsync(string how, Subject planned)
    {
        var fresh = await stage.FreshCaseAsync();
        return planned with { Case = fresh.Case, Contact = how.Contains("{gone}", StringComparison.Ordinal) ? planned.Contact : fresh.Contact };
    }

    private Task<object?> CallAsync(string how, Actor actor, Subject subject)
    {
        var cases = stage.Portal.Queries;
        var reporting = stage.Portal.Reporting;
        var roster = stage.Portal.Get<IRosterQueries>();
        var keeping = stage.Portal.Get<RosterKeeping>();
        var drafts = stage.Portal.Get<IDraftStore>();
        var contact = how.Contains("{contact}", StringComparison.Ordinal) || how.Contains("{gone}", StringComparison.Ordinal);
        var draft = AccessStage.CalvinoDraft();
        if (how.Contains('{', StringComparison.Ordinal))
        {
            (draft.Id, draft.Revision) = (subject.Case, 1);
        }

        var desk = stage.Portal.Get<PolicyDesk>();
        var (texts, letters) = (stage.Portal.Get<LetterTemplateDesk>(), stage.Portal.Get<LetterIssuing>());
        return how.Split(' ')[0] switch
        {
            "ICaseQueries.ListAsync" => Ask(cases.ListAsync(actor, new CaseListRequest(Search: draft.Surname), _none)),
            "ICaseQueries.StartDraftAsync" => Ask(cases.StartDraftAsync(actor, _none)),
            "ICaseQueries.StartFromContactAsync" => Ask(cases.StartFromContactAsync(actor, subject.Case, subject.Contact, _none)),
            "IKnownPeople.FindAsync" => Ask(stage.Portal.Get<IKnownPeople>().FindAsync(actor, Somebody(how, subject), null, Guid.Empty, _none)),
            "ICaseQueries.FindRowAsync" => Ask(cases.FindRowAsync(actor, subject.Case, _none)),
            "ICaseQueries.FindAsync" => Ask(cases.FindAsync(actor, subject.Case, _none)),
            "ICaseQueries.ExportContactsAsync" => Ask(cases.ExportContactsAsync(actor, subject.Case, _none)),
            "CaseReporting.SaveCaseAsync" => Ask(reporting.SaveCaseAsync(actor, draft, _none)),
            "CaseReporting.SaveContactAsync" => Ask(reporting.SaveContactAsync(actor, subject.Case, ContactDraft(contact ? subject.Contact : null), _none)),
            "CaseReporting.SaveContactsAsync" => Ask(reporting.SaveContactsAsync(actor, subject.Case, [ContactDraft(null)], _none)),
            "CaseReporting.RemoveContactAsync" => Ask(reporting.RemoveContactAsync(actor, subject.Case, subject.Contact, _none)),
            "CaseReporting.RestoreContactAsync" => Ask(reporting.RestoreContactAsync(actor, subject.Case, subject.Contact, _none)),
            "CaseReporting.CloseAndSendAsync" => Ask(reporting.CloseAndSendAsync(actor, subject.Case, null, _none)),
            "IConversationQueries.FindAsync" => Ask(stage.Portal.Get<IConversationQueries>().FindAsync(actor, subject.Case, _none)),
            "IConversationQueries.NewsOfAsync" => Ask(stage.Portal.Get<IConversationQueries>().NewsOfAsync(actor, subject.Case, _none)),
            "IConversationQueries.NewsAsync" => NewsAsync(actor),
            "ConversationDesk.SendAsync" => Ask(stage.Portal.Get<ConversationDesk>().SendAsync(actor, subject.Case, new MessageDraft(Guid.NewGuid(), "Buongiorno"), _none)),
            "ConversationDesk.MarkReadAsync" => Ask(stage.Portal.Get<ConversationDesk>().MarkReadAsync(actor, subject.Case, 1, _none)),
            "ISupplementQueries.ListAsync" => Ask(stage.Portal.Get<ISupplementQueries>().ListAsync(actor, subject.Case, _none)),
            "ISupplementQueries.AcceptedAsync" => AddedAsync(actor, subject.Case, async _ => await stage.Portal.Get<ISupplementQueries>().AcceptedAsync(actor, subject.Case, _none)),
            "SupplementDesk.SettingAsync" => Ask(stage.Portal.Get<SupplementDesk>().SettingAsync(actor, subject.Case, _none)),
            "SupplementDesk.AddContactAsync" => Ask(stage.Portal.Get<SupplementDesk>().AddContactAsync(actor, subject.Case, NewSupplement(), _none)),
            "SupplementDesk.CorrectAsync" => Ask(stage.Portal.Get<SupplementDesk>().CorrectAsync(actor, subject.Case, Correction(), _none)),
            "SupplementDesk.AcceptAsync" => AddedAsync(actor, subject.Case, number => Ask(stage.Portal.Get<SupplementDesk>().AcceptAsync(actor, subject.Case, number, _none))),
            "SupplementDesk.RefuseAsync" => AddedAsync(actor, subject.Case, number => Ask(stage.Portal.Get<SupplementDesk>().RefuseAsync(actor, subject.Case, number, "Doppio", _none))),
            "IColumnMemory.RememberAsync" => RememberAsync(actor, actor),
            "IColumnMemory.RecallAsync" => RememberAsync(stage.ActorOf(Visitor.Referent), actor),
            "IRosterQueries.ExistsAsync" => Ask(roster.ExistsAsync(actor, _none)),
            "IRosterQueries.ClassesAsync" => Ask(roster.ClassesAsync(actor, _none)),
            "IRosterQueries.SearchAsync" => Ask(roster.SearchAsync(actor, "ol", null, _none)),
            "IRosterQueries.EventsAsync" => Ask(roster.EventsAsync(actor, _none)),
            "IRosterQueries.FindAsync" => Ask(roster.FindAsync(actor, subject.Class, _none)),
            "RosterKeeping.SettingAsync" => Ask(keeping.SettingAsync(actor, null, _none)),
            "RosterKeeping.LoadAsync" => Ask(keeping.LoadAsync(actor, Guid.NewGuid(), new Dictionary<RosterPlace, Guid>(), null, [], Rosters.Screen, _none)),
            "RosterKeeping.RemoveAllAsync" => Ask(keeping.RemoveAllAsync(actor, Rosters.Screen, _none)),
            "RosterKeeping.RemoveClassAsync" => Ask(keeping.RemoveClassAsync(actor, subject.Class, Rosters.Screen, _none)),
            "IDraftStore.SaveAsync" => Ask(drafts.SaveAsync(actor, KeyOf(how, subject), "{}", null, _none)),
            "IDraftStore.FindAsync" => DraftAsync(actor, KeyOf(how, subject), key => Ask(drafts.FindAsync(actor, key, _none))),
            "IDraftStore.FindNewestAsync" => DraftAsync(
                actor, DraftKey.NewContact(subject.Case, Guid.NewGuid()), key => Ask(drafts.FindNewestAsync(actor, key.Kind, key.CaseId, _none))),
            "IDraftStore.ListAsync" => DraftAsync(
                actor, DraftKey.NewCase(Guid.NewGuid()), async _ => (await drafts.ListAsync(actor, CancellationToken.None)) is [var first, ..] ? first : null),
            "IDraftStore.RemoveAsync" => DraftAsync(actor, DraftKey.OfCase(subject.Case), async key =>
            {
                await drafts.RemoveAsync(actor, key, _none);
                return await drafts.SaveAsync(actor, key, "{}", 0, _none); // 0: there is none any more.
            }),
            "IReportQueries.ListAsync" => Ask(stage.Portal.Get<IReportQueries>().ListAsync(actor, new ReportListRequest(), _none)),
            "IReportQueries.FindAsync" => Ask(stage.Portal.Get<IReportQueries>().FindAsync(actor, subject.Report, _none)),
            "IQueueQueries.CountsAsync" => Ask(stage.Portal.Get<IQueueQueries>().CountsAsync(actor, DayRange.Any, _none)),
            "IQueueQueries.SitesAsync" => Ask(stage.Portal.Get<IQueueQueries>().SitesAsync(actor, "p", _none)),
            "IQueueQueries.SiteAsync" => SiteAsync(actor),
            "ISavedViews.ListAsync" => ViewAsync(actor, async (views, _) => (await views.ListAsync(actor, CancellationToken.None)) is [var first, ..] ? first : null),
            "ISavedViews.SaveAsync" => ViewAsync(actor, (views, _) => Ask(views.SaveAsync(actor, "Miei", "assegnati=a-me", _none))),
            "ISavedViews.RenameAsync" => ViewAsync(actor, (views, id) => Ask(views.RenameAsync(actor, id, "Urgenti", _none))),
            "ISavedViews.PreferAsync" => ViewAsync(actor, (views, id) => Ask(views.PreferAsync(actor, id, false, _none))),
            "ISavedViews.RemoveAsync" => ViewAsync(actor, (views, id) => Ask(views.RemoveAsync(actor, id, _none))),
            "ReportBatch.TakeInChargeAsync" => Ask(stage.Portal.Get<ReportBatch>().TakeInChargeAsync(actor, [subject.Report], _none)),
            "ReportBatch.AssignAsync" => Ask(stage.Portal.Get<ReportBatch>().AssignAsync(actor, [subject.Report], actor.UserId, _none)),
            "IReportHistory.FindAsync" => Ask(stage.Portal.Get<IReportHistory>().FindAsync(actor, subject.Report, _none)),
            "IDecisionQueries.OfReportAsync" => Ask(stage.Portal.Get<IDecisionQueries>().OfReportAsync(actor, subject.Report, _none)),
            "DecisionDesk.DecideAsync" => Ask(stage.Portal.Get<DecisionDesk>().DecideAsync(
                actor, subject.Report, new DecisionDraft { Status = ContactStatus.LowRisk }, [new SeenContact(stage.Subjects.Closed.Contact, 1)], _none)),
            "DecisionDesk.AcceptProposalsAsync" => Ask(stage.Portal.Get<DecisionDesk>().AcceptProposalsAsync(
                actor, subject.Report, [new SeenProposal(stage.Subjects.Closed.Contact, 1, ContactStatus.Close)], _none)),
            "IRelatedCases.FindAsync" => Ask(stage.Portal.Get<IRelatedCases>().FindAsync(actor, subject.Report, _none)),
            "IMatchQueries.OfReportAsync" => Ask(stage.Portal.Get<IMatchQueries>().OfReportAsync(actor, subject.Report, _none)),
            "IMatchQueries.ListAsync" => MatchesAsync(actor),
            "MatchDesk.SayAsync" => Ask(stage.Portal.Get<MatchDesk>().SayAsync(actor, subject.Match, MatchState.Linked, 0, _none)),
            "AgencyDesk.AssignAsync" => Ask(stage.Portal.Get<AgencyDesk>().AssignAsync(actor, subject.Report, actor.UserId, _none)),
            "AgencyDesk.IssueMeasuresAsync" => Ask(stage.Portal.Get<AgencyDesk>().IssueMeasuresAsync(actor, subject.Report, _none)),
            "AgencyDesk.ConcludeAsync" => Ask(stage.Portal.Get<AgencyDesk>().ConcludeAsync(actor, subject.Report, _none)),
            "AgencyDesk.TakeInChargeAsync" => Ask(stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(actor, subject.Report, _none)),
            "IEpidemicQueries.ReadAsync" => Ask(stage.Portal.Get<IEpidemicQueries>().ReadAsync(actor, AccessStage.AllDays, _none)),
            "IEpidemicQueries.ShapesAsync" => Ask(stage.Portal.Get<IEpidemicQueries>().ShapesAsync(actor, _none)),
            "IClusterQueries.ListAsync" => Ask(stage.Portal.Get<IClusterQueries>().ListAsync(actor, new ClusterListRequest(Closed: true), _none)),
            "IClusterQueries.FindAsync" => Ask(stage.Portal.Get<IClusterQueries>().FindAsync(actor, subject.Cluster, _none)),
            "IClusterQueries.OfReportAsync" => Ask(stage.Portal.Get<IClusterQueries>().OfReportAsync(actor, subject.Report, _none)),
            "ClusterDesk.PutAsync" => Ask(stage.Portal.Get<ClusterDesk>().PutAsync(actor, subject.Cluster, ClusterState.Watched, _none)),
            "ClusterDesk.TakeAllInChargeAsync" => Ask(stage.Portal.Get<ClusterDesk>().TakeAllInChargeAsync(actor, subject.Cluster, _none)),
            var command when AdministrationWalk.Knows(command) => new AdministrationWalk(stage).CallAsync(command, actor, subject),
            "PolicyDesk.TimelineAsync" => Ask(desk.TimelineAsync(actor, _none)),
            "PolicyDesk.SaveDraftAsync" => Ask(desk.SaveDraftAsync(actor, PolicyDraft(how.Contains('{', StringComparison.Ordinal) ? subject.Policy : null), _none)),
            "PolicyDesk.PublishAsync" => Ask(desk.PublishAsync(actor, subject.Policy, 1, _none)),
            "PolicyDesk.WithdrawAsync" => Ask(desk.WithdrawAsync(actor, subject.Policy, how.Contains("{planned}", StringComparison.Ordinal) ? 2 : 1, _none)),
            "PolicyDesk.RemoveDraftAsync" => Ask(desk.RemoveDraftAsync(actor, subject.Policy, 1, _none)),
            "LetterTemplateDesk.ListAsync" => Ask(texts.ListAsync(actor, _none)),
            "LetterTemplateDesk.SaveAsync" => TextAsync(text => texts.SaveAsync(actor, LetterTemplateDraft.Of(text), _none)),
            "LetterTemplateDesk.RestoreAsync" => TextAsync(text => texts.RestoreAsync(actor, text.Kind, text.Language, text.Version, _none)),
            "LetterTemplateDesk.WithdrawAsync" => TextAsync(text => texts.WithdrawAsync(actor, text.Kind, text.Language, text.Version, _none)),
            "LetterIssuing.OpenAsync" => Ask(letters.OpenAsync(actor, subject.Report, _none)),
            "LetterIssuing.IssueAsync" => IssueAsync(actor, subject.Report, letters),
            "LetterIssuing.PagesAsync" => Ask(letters.PagesAsync(actor, subject.Report, Subjects.Issue, _none)),
            "LetterIssuing.MeasureAsync" => Ask(letters.MeasureAsync(actor, subject.Case, _none)),
            "LineListExports.MakeAsync" => Ask(stage.Portal.Get<LineListExports>().MakeAsync(actor, ContactList, LineListFormat.Csv, "/", new Progress<LineListProgress>(), _none)),
            "LineListExports.Open" => OpenOthersAsync(actor),
            var unknown => throw new InvalidOperationException($"The walk knows no command '{unknown}'."),
        };
    }

    /// <summary>What there is to read once both sides have written.</summary>
    private async Task<object?> NewsAsync(Actor actor)
    {
        foreach (var writer in new[] { Visitor.Referent, Visitor.OperatorHere })
        {
            await stage.Portal.Get<ConversationDesk>().SendAsync(
                stage.ActorOf(writer), stage.Subjects.Closed.Case, new MessageDraft(Guid.NewGuid(), "Buongiorno", AsksForAnswer: true), _none);
        }

        return await stage.Portal.Get<IConversationQueries>().NewsAsync(actor, _none);
    }

    /// <summary>Asks about what the school has just added to its closed case; of it something is accepted already.</summary>
    private async Task<object?> AddedAsync(Actor actor, int caseId, Func<int, Task<object?>> ask)
    {
        var (desk, closed) = (stage.Portal.Get<SupplementDesk>(), stage.Subjects.Closed.Case);
        var (school, staff) = (stage.ActorOf(Visitor.Referent), stage.ActorOf(Visitor.OperatorHere));
        var first = (SupplementOutcome.Done)await desk.CorrectAsync(school, closed, Correction(), _none);
        await desk.AcceptAsync(staff, closed, first.Number, _none);
        var next = (SupplementOutcome.Done)await desk.CorrectAsync(school, closed, Correction(), _none);
        return await ask(caseId == closed ? next.Number : Subjects.Unknown);
    }

    private static CorrectionDraft Correction() =>
        new(Guid.NewGuid(), null, nameof(PersonDraft.Phone), $"347{Random.Shared.Next(1_000_000, 9_999_999)}");

    private static ContactDraft NewSupplement() => Drafts.Contact(d =>
    {
        // Somebody new each time: the same person twice would be a warning.
        (d.Surname, d.BirthDate) = ("Pioppini", new DateOnly(2009, 1, 1).AddDays(Random.Shared.Next(700)).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture));
    });

    private static LineListRequest ContactList => new(LineListSubject.Contacts, new LineListFilter(), new HashSet<LineListColumn> { LineListColumn.Surname });

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

    /// <summary>What the second finds of what the first corrected.</summary>
    private async Task<object?> RememberAsync(Actor first, Actor second)
    {
        var memory = stage.Portal.Get<IColumnMemory>();
        await memory.RememberAsync(first, "key", new ColumnMapping([ImportField.Surname]), _none);
        return await memory.RecallAsync(second, "key", _none);
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

    /// <summary>Somebody of this institute, of the other one, or of none.</summary>
    private static PersonIdentity Somebody(string how, Subject subject) => PersonIdentity.Of(
        !how.Contains('{', StringComparison.Ordinal) ? AccessStage.CalvinoDraft()
            : subject.Case == Subjects.Unknown ? Drafts.Case(d => d.Surname = "Inesistente") : AccessStage.PandiniDraft(),
        new DateOnly(2020, 11, 25));

    private static DraftKey KeyOf(string how, Subject subject) =>
        how.Contains('{', StringComparison.Ordinal) ? DraftKey.OfCase(subject.Case) : DraftKey.Letter(LetterKind.ClassMeasure, LetterLanguages.Italian);

    /// <summary>Asks about a draft after the actor has tried to begin it.</summary>
    private async Task<object?> DraftAsync(Actor actor, DraftKey key, Func<DraftKey, Task<object?>> ask)
    {
        await stage.Portal.Get<IDraftStore>().SaveAsync(actor, key, "{}", null, _none);
        return await ask(key);
    }

    private static ContactDraft ContactDraft(int? id) => Drafts.Contact(d =>
    {
        (d.Id, d.Revision) = (id, id is null ? 0 : 1);
        d.Surname = "Pioppini"; // Not the name of the contact that is there: the same person twice would be a warning.
    });

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

    private static async Task<object?> Ask<T>(Task<T> question) => await question;

    private static Verdict? VerdictOf(object? outcome) => outcome switch
    {
        null or false or DecisionOutcome.NotFound or MatchOutcome.NotFound or RelatedCases { Reports.Count: 0 } or RosterOutcome.NotFound or RosterSetting { Sites.Count: 0 } => Verdict.NotThere,
        SaveOutcome.NotFound or SaveManyOutcome.NotFound or CloseOutcome.NotFound or TakeInChargeOutcome.NotFound or StepOutcome.NotFound or PolicyOutcome.NotFound or CaseDraft { SchoolName: "" } => Verdict.NotThere,
        UserOutcome.NotFound or RetentionOutcome.NotFound or SchoolOutcome.NotFound => Verdict.NotThere,
        SchoolOutcome.Done or SchoolSheet or RetentionOutcome or RetentionOverview or RetentionRun or AuditPerson or AuditFile => Verdict.Yes,
        UserOutcome.Done or UserOutcome.PasswordSet or UserSheet => Verdict.Yes,
        true or RosterOutcome.Loaded or RosterOutcome.Removed or RosterSetting or RosterClassSheet => Verdict.Yes,
        IReadOnlyCollection<DecidedContact> decided => decided.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        IReadOnlyCollection<DecisionRow> decisions => decisions.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        IReadOnlyCollection<MatchRow> pairs => pairs.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        ReportHistory or RelatedCases => Verdict.Yes,

        // The command reached the report, whatever the walks before have made of it.
        DecisionOutcome or MatchOutcome or StepOutcome.TooEarly or StepOutcome.Undecided or StepOutcome.SupplementsWaiting => Verdict.Yes,
        IReadOnlyCollection<RosterClassRow> classes => classes.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        IReadOnlyCollection<RosterMatch> matches => matches.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        IReadOnlyCollection<RosterEvent> events => events.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        IReadOnlyList<KnownPerson> known => known.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        SaveOutcome.Locked or SaveManyOutcome.Locked or PolicyOutcome.Refused => Verdict.Locked,
        SaveOutcome.Saved or SaveManyOutcome.Saved or CloseOutcome.Closed or TakeInChargeOutcome.TakenInCharge or StepOutcome.Done or StepOutcome.TooEarly or PolicyOutcome.Done => Verdict.Yes,
        CaseDraft or CaseRow or CaseSheet or IReadOnlyList<ContactDraft> or ReportSheet or ColumnMapping or PolicyTimeline => Verdict.Yes,
        SendOutcome.NotFound => Verdict.NotThere,
        SendOutcome.Sent or ConversationSheet or ConversationNews => Verdict.Yes,
        IReadOnlyList<ConversationNews> news => news.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        SupplementOutcome.NotFound or AcceptedSupplements { Corrections.Count: 0 } => Verdict.NotThere,
        SupplementOutcome.Done or AcceptedSupplements or ContactSetting or IReadOnlyList<SupplementRow> => Verdict.Yes,
        LetterTemplateOutcome.NotFound or IssueOutcome.NotFound or LineListOutcome.NotFound => Verdict.NotThere,
        LetterTemplateOutcome.Done or LineListOutcome.Made or IReadOnlyList<LetterTemplate> or LetterSheet or IssueOutcome.Issued or IReadOnlyList<LetterPage> or SchoolMeasure => Verdict.Yes,
        DraftOutcome.Refused => Verdict.NotThere,
        SavedViewOutcome.NotFound or StateCounts { All: 0 } or BatchOutcome { NotThere: > 0 } => Verdict.NotThere,
        SavedViewOutcome.Done or SavedViewRow or StateCounts or SiteChoiceRow or BatchOutcome { IsWhole: true } => Verdict.Yes,
        IReadOnlyCollection<SiteChoiceRow> sites => sites.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        DraftOutcome.Kept or StoredDraft or DraftRow => Verdict.Yes,
        CovidSchoolReporting.Domain.Lists.Page<CaseRow> page => page.Rows.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        CovidSchoolReporting.Domain.Lists.Page<ReportRow> page => page.Rows.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        EpidemicFigures figures => figures.Days.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        IReadOnlyList<MapShape> shapes => shapes.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        ClusterOutcome.NotFound => Verdict.NotThere,
        ClusterOutcome.Put or ClusterOutcome.Charged or ClusterSheet or ClusterRow => Verdict.Yes,
        CovidSchoolReporting.Domain.Lists.Page<ClusterRow> page => page.Rows.Count > 0 ? Verdict.Yes : Verdict.NotThere,
        _ => null,
    };

    private async Task<Actor?> ActorAsync(Visitor visitor)
    {
        await using var circuit = new Circuit(stage.Portal, stage.PrincipalOf(visitor));
        try
        {
            return await circuit.Services.GetRequiredService<CurrentActor>().RequireAsync(_none);
        }
        catch (SessionEndedException)
        {
            return null;
        }
    }
}
