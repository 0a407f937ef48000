using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Supplements;

/// <summary>
/// What a school adds to a closed case, and what the agency says to it. Every command may be sent twice and is done once. What is added
/// is judged by the same rules as what was sent.
/// </summary>
public sealed class SupplementDesk(
    ISupplementStore store, ISupplementQueries queries, ICaseQueries cases, ICaseStore settings, CaseDraftValidator caseRules,
    ContactDraftValidator contactRules, DraftReader reader, DraftTidying tidying, PortalClock clock)
{
    /// <summary>Adds a forgotten contact.</summary>
    /// <returns><see cref="SaveOutcome.Saved"/> with the number of the integrazione as its id.</returns>
    public Task<SaveOutcome> AddContactAsync(Actor actor, int caseId, ContactDraft draft, CancellationToken cancellationToken) =>
        ForSchoolAsync<SaveOutcome>(actor, async () =>
        {
            if (await SettingAsync(actor, caseId, cancellationToken) is not { } setting)
            {
                return new SaveOutcome.NotFound();
            }

            var findings = contactRules.Check(draft, setting);
            if (findings.Any(f => f.IsError))
            {
                return new SaveOutcome.Invalid(findings);
            }

            // The same contact sent again has met itself among those that were added: that is not somebody else.
            var unconfirmed = findings.Where(f => !draft.Confirms(f)).ToList();
            if (unconfirmed.Count > 0 && !await IsKnownAsync(actor, caseId, draft, cancellationToken))
            {
                return new SaveOutcome.NeedsConfirmation(unconfirmed);
            }

            var contact = Read(draft, findings);
            var added = await store.AddAsync(
                actor, caseId, draft.RequestKey,
                (report, number) => Supplement.AddContact(report, number, actor, draft.RequestKey, contact, note: null, clock.UtcNow),
                cancellationToken);
            return added is null ? new SaveOutcome.NotFound() : new SaveOutcome.Saved(added.Number, 0);
        }, new SaveOutcome.NotFound(), new SaveOutcome.NothingSaved());

    /// <summary>What the rules of an added contact must know: the case as it was sent, and whoever was listed or added before.</summary>
    /// <returns>Null when the actor has no such received case.</returns>
    public async Task<ContactSetting?> SettingAsync(Actor actor, int caseId, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(actor, caseId, cancellationToken) is not { Row.Status: CaseStatus.Closed } sheet
            || await queries.ListAsync(actor, caseId, cancellationToken) is not { } before)
        {
            return null;
        }

        var setting = sheet.SettingFor(contactId: null);
        return setting with
        {
            Others =
            [
                .. setting.Others,
                .. before.Where(s => s is { Contact: not null, State: not SupplementState.Refused }).Select(s => IdentityOf(s.Contact!.Person)),
            ],
        };
    }

    /// <summary>Corrects a value of the case or of one of its contacts.</summary>
    public Task<SupplementOutcome> CorrectAsync(Actor actor, int caseId, CorrectionDraft draft, CancellationToken cancellationToken) =>
        ForSchoolAsync<SupplementOutcome>(actor, async () =>
        {
            if (await cases.FindAsync(actor, caseId, cancellationToken) is not { Row.Status: CaseStatus.Closed } sheet
                || SentDraft(sheet, draft.ContactId) is not { } sent || !CorrectableFields.Contains(sent, draft.Field))
            {
                return new SupplementOutcome.NotFound();
            }

            var mine = CorrectableFields.With(sent, draft.Field, draft.Value.Trim());
            tidying.Tidy(mine);
            var findings = mine is ContactDraft contact
                ? contactRules.Check(contact, sheet.SettingFor(draft.ContactId))
                : caseRules.Check((CaseDraft)mine, await settings.SettingAsync(actor, cancellationToken));

            // Of what else a right value makes look strange the agency judges: it sees both values.
            List<Finding> errors = [.. findings.Where(f => f.IsError && f.Field == draft.Field), .. CheckNote(draft.Note)];
            if (errors.Count > 0)
            {
                return new SupplementOutcome.Invalid(errors);
            }

            var correction = new Correction(
                draft.ContactId, draft.Field, CorrectableFields.Read(sent, draft.Field), CorrectableFields.Read(mine, draft.Field));
            if (correction.OldValue == correction.NewValue)
            {
                return new SupplementOutcome.Unchanged();
            }

            var added = await store.AddAsync(
                actor, caseId, draft.RequestKey,
                (report, number) => Supplement.Correct(report, number, actor, draft.RequestKey, correction, draft.Note, clock.UtcNow),
                cancellationToken);
            return added is null ? new SupplementOutcome.NotFound() : new SupplementOutcome.Done(added.Number);
        }, new SupplementOutcome.NotFound(), new SupplementOutcome.NothingSaved());

    /// <summary>Accetta l'integrazione: of two operators who judge at once, one is first and the other is told who.</summary>
    public Task<SupplementOutcome> AcceptAsync(Actor actor, int caseId, int number, CancellationToken cancellationToken) =>
        JudgeAsync(actor, caseId, number, SupplementState.Accepted, supplement => supplement.Accept(actor, clock.UtcNow), cancellationToken);

    /// <summary>Rifiuta l'integrazione, with a reason that the school reads.</summary>
    public async Task<SupplementOutcome> RefuseAsync(
        Actor actor, int caseId, int number, string reason, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator)
        {
            return new SupplementOutcome.NotFound();
        }

        var findings = string.IsNullOrWhiteSpace(reason) ? [Found(nameof(Supplement.RefusalReason), RuleCodes.Required)]
            : CheckText(nameof(Supplement.RefusalReason), reason);
        return findings.Count > 0
            ? new SupplementOutcome.Invalid(findings)
            : await JudgeAsync(
                actor, caseId, number, SupplementState.Refused, supplement => supplement.Refuse(actor, reason, clock.UtcNow), cancellationToken);
    }

    private static PersonDraft? SentDraft(CaseSheet sheet, int? contactId) =>
        contactId is { } id ? sheet.Contacts.FirstOrDefault(c => c.Id == id)?.Draft : sheet.Draft;

    private static PersonIdentity IdentityOf(ReportedPersonData person) => new(
        person.FiscalCode is { } code ? PersonSearch.FiscalCodeKey(code) : null,
        PersonSearch.Key(person.Surname, person.Name),
        person.BirthDate);

    private static List<Finding> CheckNote(string note) =>
        string.IsNullOrWhiteSpace(note) ? [] : CheckText(nameof(Supplement.Note), note);

    private static List<Finding> CheckText(string field, string text) =>
        text.Trim().Length > FieldLimits.Reason ? [Found(field, RuleCodes.TooLong, FieldLimits.Reason)]
        : !DraftRules.IsPlainText(text.Trim()) ? [Found(field, RuleCodes.ForbiddenCharacters)]
        : [];

    private static Finding Found(string field, string code, params object?[] values) =>
        new(field, code, FindingWeight.Error, RuleTexts.Say(code, values));

    private static async Task<TOutcome> ForSchoolAsync<TOutcome>(
        Actor actor, Func<Task<TOutcome>> command, TOutcome notFound, TOutcome nothingSaved)
    {
        if (!actor.IsSchool)
        {
            return notFound;
        }

        try
        {
            return await command();
        }
        catch (StoreUnavailableException)
        {
            return nothingSaved;
        }
    }

    private async Task<SupplementOutcome> JudgeAsync(
        Actor actor, int caseId, int number, SupplementState verdict, Func<Supplement, bool> judge, CancellationToken cancellationToken)
    {
        if (!actor.IsAgencyOperator)
        {
            return new SupplementOutcome.NotFound();
        }

        try
        {
            return await store.ChangeAsync<SupplementOutcome>(
                actor, caseId, number,
                supplement => judge(supplement) || (supplement.JudgedBy == actor.UserId && supplement.State == verdict)
                    ? new SupplementOutcome.Done(number)
                    : new SupplementOutcome.AlreadyJudged(supplement.State, supplement.JudgedByName ?? "", supplement.JudgedAt!.Value),
                cancellationToken) ?? new SupplementOutcome.NotFound();
        }
        catch (StoreUnavailableException)
        {
            return new SupplementOutcome.NothingSaved();
        }
    }

    private async Task<bool> IsKnownAsync(Actor actor, int caseId, ContactDraft draft, CancellationToken cancellationToken) =>
        await store.FindNumberAsync(actor, caseId, draft.RequestKey, cancellationToken) is not null;

    private ReportedContact Read(ContactDraft draft, IReadOnlyList<Finding> findings)
    {
        var details = reader.Read(draft, findings);
        return new ReportedContact(
            0,
            new ReportedPersonData(
                details.Role, details.ClassName, details.Section, details.Surname, details.Name, details.FiscalCode?.Value,
                details.FiscalCodeUnavailableReason, details.Sex, details.BirthDate, details.DomicileCode, details.Phone,
                details.ConfirmedWarnings),
            details.Address,
            details.LastContactDate,
            Guide: null);
    }
}
