using System.Globalization;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Tests.Support;
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
            if (Verdicts.Of(outcome) is var verdict && verdict != expected)
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
                actor,
                actor.IsSchool ? DraftKey.NewCase(Guid.NewGuid()) : DraftKey.Letter(LetterKind.ClassMeasure, "it"),
                async _ => (await drafts.ListAsync(actor, CancellationToken.None)) is [var first, ..] ? first : null),
            "IDraftStore.RemoveAsync" => DraftAsync(actor, DraftKey.OfCase(subject.Case), async key =>
            {
                await drafts.RemoveAsync(actor, key, _none);
                return await drafts.SaveAsync(actor, key, "{}", 0, _none); // 0: there is none any more.
            }),
            _ => new AgencyWalk(stage).CallAsync(how, actor, subject),
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

    /// <summary>What the second finds of what the first corrected.</summary>
    private async Task<object?> RememberAsync(Actor first, Actor second)
    {
        var memory = stage.Portal.Get<IColumnMemory>();
        await memory.RememberAsync(first, "key", new ColumnMapping([ImportField.Surname]), _none);
        return await memory.RecallAsync(second, "key", _none);
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

    internal static async Task<object?> Ask<T>(Task<T> question) => await question;

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
