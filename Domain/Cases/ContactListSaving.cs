using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>Adds a list of contacts to a case: all of them, or none and the reasons.</summary>
internal sealed class ContactListSaving(ContactDraftValidator rules, DraftReader reader)
{
    /// <summary>Judges the drafts and adds those that the case has not yet.</summary>
    /// <returns>The outcome once the case is stored.</returns>
    public Func<SaveManyOutcome> Save(CovidCase stored, IReadOnlyList<ContactDraft> drafts, DateTime now)
    {
        var before = stored.Contacts.Concat(stored.RemovedContacts).ToDictionary(contact => contact.RequestKey);
        var (added, refused) = Judge(stored, before, drafts);
        if (added.Count > 0 || refused.Count > 0)
        {
            if (stored.Status == CaseStatus.Closed)
            {
                return () => new SaveManyOutcome.Locked();
            }

            if (refused.Count > 0)
            {
                return () => new SaveManyOutcome.Refused(refused);
            }
        }

        foreach (var (draft, findings) in added)
        {
            stored.AddContact(draft.RequestKey, reader.Read(stored, draft, findings), now);
        }

        return () => new SaveManyOutcome.Saved(drafts.Count);
    }

    private (List<(ContactDraft, IReadOnlyList<Finding>)> Added, Dictionary<Guid, IReadOnlyList<Finding>> Refused) Judge(
        CovidCase stored, Dictionary<Guid, Contact> before, IReadOnlyList<ContactDraft> drafts)
    {
        var listed = new ListedPeople();
        var inList = ContactSetting.Of(stored, contactId: null) with { EarlierRow = listed.FirstRowOf };
        List<(ContactDraft, IReadOnlyList<Finding>)> added = [];
        Dictionary<Guid, IReadOnlyList<Finding>> refused = [];
        foreach (var (number, draft) in drafts.Index())
        {
            if (before.TryGetValue(draft.RequestKey, out var contact))
            {
                if (!SaysTheSame(stored, contact, draft))
                {
                    refused[draft.RequestKey] =
                    [
                        new Finding(nameof(ContactDraft.Surname), RuleCodes.SavedOtherwise, FindingWeight.Error, RuleTexts.Say(RuleCodes.SavedOtherwise)),
                    ];
                }

                continue;
            }

            var findings = rules.Check(draft, inList);
            if (findings.Any(finding => finding.IsError || !draft.Confirms(finding)))
            {
                refused[draft.RequestKey] = findings;
            }

            added.Add((draft, findings));
            if (rules.IdentityOf(draft) is { } identity)
            {
                listed.Add(identity, number + 1);
            }
        }

        return (added, refused);
    }

    private bool SaysTheSame(CovidCase stored, Contact contact, ContactDraft draft)
    {
        var findings = rules.Check(draft, ContactSetting.Of(stored, contact.Id));
        return !findings.Any(finding => finding.IsError) && reader.Read(stored, reader.Draft(contact), []).SaysTheSameAs(reader.Read(stored, draft, []));
    }
}
