using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>
/// What a school does with its cases. Every command may be sent twice and is done once; every one checks the rules again,
/// whatever the screen has checked before.
/// </summary>
public sealed class CaseReporting(
    ICaseStore store, IPolicyStore policies, CaseDraftValidator caseRules, ContactDraftValidator contactRules, DraftReader reader, PortalClock clock)
{
    private readonly ContactListSaving _lists = new(contactRules, reader);

    /// <summary>Saves a new or an amended case.</summary>
    public Task<SaveOutcome> SaveCaseAsync(Actor actor, CaseDraft draft, CancellationToken cancellationToken) =>
        ForSchoolAsync(actor, async () =>
        {
            var setting = await store.SettingAsync(actor, cancellationToken);
            var findings = caseRules.Check(draft, setting);
            if (Objection(draft, findings) is { } objection)
            {
                return draft.Id is { } open ? await LockedOrAsync(actor, open, objection, cancellationToken) : objection;
            }

            var details = reader.Read(draft, setting, findings);
            if (draft.Id is not { } id)
            {
                var now = clock.UtcNow;
                var policy = (await policies.TimelineAsync(cancellationToken)).InForceOn(PortalClock.DayOf(now));
                var kept = await store.AddAsync(
                    actor, CovidCase.Open(actor, draft.RequestKey, details, policy, now), cancellationToken);
                return First(kept, reader.Draft(kept), current => reader.Read(current, setting, []).SaysTheSameAs(details));
            }

            return await store.ChangeAsync<SaveOutcome>(actor, id, stored =>
            {
                if (Refusal(stored, stored, draft, () => reader.Draft(stored)) is { } refusal)
                {
                    return () => refusal;
                }

                stored.Amend(details, clock.UtcNow);
                return () => new SaveOutcome.Saved(stored.Id, stored.Revision);
            }, cancellationToken);
        });

    /// <summary>Saves a new or an amended contact of a case.</summary>
    public Task<SaveOutcome> SaveContactAsync(
        Actor actor, int caseId, ContactDraft draft, CancellationToken cancellationToken) =>
        ForSchoolAsync(actor, () => store.ChangeAsync<SaveOutcome>(actor, caseId, stored =>
        {
            var contact = draft.Id is { } id
                ? stored.Contacts.FirstOrDefault(c => c.Id == id)
                : stored.Contacts.Concat(stored.RemovedContacts).FirstOrDefault(c => c.RequestKey == draft.RequestKey);
            if (draft.Id is not null && contact is null)
            {
                return () => new SaveOutcome.NotFound();
            }

            var findings = contactRules.Check(draft, ContactSetting.Of(stored, contact?.Id));
            if (draft.Id is null && contact is not null)
            {
                var outcome = First(contact, reader.Draft(contact), current =>
                    !findings.Any(f => f.IsError) && reader.Read(stored, current, []).SaysTheSameAs(reader.Read(stored, draft, [])));
                return () => outcome;
            }

            if (Refusal(stored, contact, draft, () => reader.Draft(contact!)) is { } refusal)
            {
                return () => refusal;
            }

            if (Objection(draft, findings) is { } objection)
            {
                return () => objection;
            }

            var details = reader.Read(stored, draft, findings);
            if (contact is null)
            {
                contact = stored.AddContact(draft.RequestKey, details, clock.UtcNow);
            }
            else
            {
                stored.AmendContact(contact, details, clock.UtcNow);
            }

            return () => new SaveOutcome.Saved(contact.Id, contact.Revision);
        }, cancellationToken));

    /// <summary>Adds a list of new contacts in one commit: all of them, or none. A row that was added by the same command before is not added again.</summary>
    /// <param name="drafts">Each with a request key of its own.</param>
    public Task<SaveManyOutcome> SaveContactsAsync(
        Actor actor, int caseId, IReadOnlyList<ContactDraft> drafts, CancellationToken cancellationToken) =>
        ForSchoolAsync(
            actor,
            () => store.ChangeAsync(actor, caseId, stored => _lists.Save(stored, drafts, clock.UtcNow), cancellationToken),
            new SaveManyOutcome.NotFound(),
            new SaveManyOutcome.NothingSaved());

    /// <summary>Takes a contact away. One that is gone already, or never was, is not found: nobody learns which.</summary>
    public Task<SaveOutcome> RemoveContactAsync(
        Actor actor, int caseId, int contactId, CancellationToken cancellationToken) =>
        ForSchoolAsync(actor, () => store.ChangeAsync<SaveOutcome>(actor, caseId, stored =>
        {
            if (stored.Status == CaseStatus.Closed)
            {
                return () => new SaveOutcome.Locked();
            }

            if (stored.Contacts.FirstOrDefault(c => c.Id == contactId) is not { } contact)
            {
                return () => new SaveOutcome.NotFound();
            }

            stored.RemoveContact(contact, clock.UtcNow);
            return () => new SaveOutcome.Saved(contactId, contact.Revision);
        }, cancellationToken));

    /// <summary>
    /// Brings a deleted contact back, as long as the case is open. One that was never deleted is simply there. Whoever typed the same person
    /// again meanwhile is warned of it.
    /// </summary>
    public Task<SaveOutcome> RestoreContactAsync(
        Actor actor, int caseId, int contactId, CancellationToken cancellationToken) =>
        ForSchoolAsync(actor, () => store.ChangeAsync<SaveOutcome>(actor, caseId, stored =>
        {
            if (stored.Status == CaseStatus.Closed)
            {
                return () => new SaveOutcome.Locked();
            }

            if (stored.RemovedContacts.FirstOrDefault(c => c.Id == contactId) is { } removed)
            {
                stored.RestoreContact(removed);
            }

            if (stored.Contacts.FirstOrDefault(c => c.Id == contactId) is not { } contact)
            {
                return () => new SaveOutcome.NotFound();
            }

            var warning = ContactDraftValidator.WarningOfSamePerson(PersonIdentity.Of(contact), ContactSetting.Of(stored, contactId));
            return () => new SaveOutcome.Saved(contactId, contact.Revision) { Warning = warning };
        }, cancellationToken));

    /// <summary>Chiudi e invia il caso in ATS.</summary>
    /// <param name="noContactsReason">Asked for only when the case has no contacts.</param>
    public Task<CloseOutcome> CloseAndSendAsync(
        Actor actor, int caseId, string? noContactsReason, CancellationToken cancellationToken) =>
        ForSchoolAsync(actor, () => store.ChangeAsync<CloseOutcome>(actor, caseId, stored =>
        {
            if (stored.Status == CaseStatus.Open)
            {
                if (stored.ContactCount == 0 && ReasonFinding(noContactsReason) is { } missing)
                {
                    return () => new CloseOutcome.Incomplete(missing);
                }

                if (ContactsToCheck(stored) is { Count: > 0 } doubtful)
                {
                    return () => new CloseOutcome.ContactsToCheck(doubtful);
                }

                stored.CloseAndSend(actor, noContactsReason, clock.UtcNow);
            }

            return () => new CloseOutcome.Closed();
        }, cancellationToken), new CloseOutcome.NotFound(), new CloseOutcome.NothingSaved());

    /// <summary>A contact that was inside the window when it was saved may be outside since the dates of the case were amended.</summary>
    private static List<int> ContactsToCheck(CovidCase stored)
    {
        var setting = ContactSetting.Of(stored, contactId: null);
        return [.. stored.Contacts
            .Where(contact => setting.Objection(contact.LastContactDate) is { } objection
                && !contact.ConfirmedWarnings.Any(confirmed => confirmed.Code == objection.Code))
            .Select(contact => contact.Id)];
    }

    private static Finding? ReasonFinding(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? Found(RuleCodes.NoContactsReason)
        : reason.Trim().Length > FieldLimits.Reason ? Found(RuleCodes.TooLong, FieldLimits.Reason)
        : !DraftRules.IsPlainText(reason) ? Found(RuleCodes.ForbiddenCharacters)
        : null;

    private static Finding Found(string code, params object?[] values) =>
        new(nameof(CovidCase.NoContactsReason), code, FindingWeight.Error, RuleTexts.Say(code, values));

    private static Task<SaveOutcome> ForSchoolAsync(Actor actor, Func<Task<SaveOutcome?>> command) =>
        ForSchoolAsync(actor, command, new SaveOutcome.NotFound(), new SaveOutcome.NothingSaved());

    private static async Task<TOutcome> ForSchoolAsync<TOutcome>(
        Actor actor, Func<Task<TOutcome?>> command, TOutcome notFound, TOutcome nothingSaved)
        where TOutcome : class
    {
        if (!actor.IsSchool)
        {
            return notFound;
        }

        try
        {
            return await command() ?? notFound;
        }
        catch (StoreUnavailableException)
        {
            return nothingSaved;
        }
    }

    /// <summary>
    /// What became of a first save that may have been sent before. Typed differently since, it is not done and must not pass
    /// for saved: the user chooses between the two.
    /// </summary>
    private static SaveOutcome First<TDraft>(ReportedPerson kept, TDraft current, Func<TDraft, bool> isTheSame)
        where TDraft : PersonDraft =>
        isTheSame(current) ? new SaveOutcome.Saved(kept.Id, kept.Revision) : new SaveOutcome.Stale(current);

    /// <summary>Why what is stored may not be overwritten by this draft, or null.</summary>
    private static SaveOutcome? Refusal(CovidCase stored, ReportedPerson? person, PersonDraft draft, Func<PersonDraft> current) =>
        stored.Status == CaseStatus.Closed ? new SaveOutcome.Locked()
        : person is not null && person.Revision != draft.Revision ? new SaveOutcome.Stale(current())
        : null;

    private static SaveOutcome? Objection(PersonDraft draft, IReadOnlyList<Finding> findings)
    {
        if (findings.Any(f => f.IsError))
        {
            return new SaveOutcome.Invalid(findings);
        }

        var unconfirmed = findings.Where(f => !draft.Confirms(f)).ToList();
        return unconfirmed.Count > 0 ? new SaveOutcome.NeedsConfirmation(unconfirmed) : null;
    }

    /// <summary>A locked or unknown case says so before its draft is judged: correcting it would lead nowhere.</summary>
    private async Task<SaveOutcome> LockedOrAsync(
        Actor actor, int caseId, SaveOutcome otherwise, CancellationToken cancellationToken) =>
        await store.ChangeAsync<SaveOutcome>(
            actor, caseId,
            stored => () => stored.Status == CaseStatus.Closed ? new SaveOutcome.Locked() : otherwise,
            cancellationToken) ?? new SaveOutcome.NotFound();
}
