using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Epidemic;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Retention;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Audit;
using CovidSchoolReporting.Infrastructure.Identity;
using CovidSchoolReporting.Infrastructure.LineLists;
using CovidSchoolReporting.Infrastructure.Retention;
using CovidSchoolReporting.Infrastructure.Schools;

namespace CovidSchoolReporting.Tests.Access;

/// <summary>What an answer says about the rights of who asked.</summary>
internal static class Verdicts
{
    public static Verdict? Of(object? outcome) => outcome switch
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
}
