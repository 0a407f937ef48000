using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Guide;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>What the form begins with: what is stored, a draft, or something new.</summary>
public partial class ContactEditor
{
    protected override Task StartOverAsync() => ReadAsync(draft: null, resume: false);

    protected override async Task ResumeAsync(KeptForm kept)
    {
        if (await Queries.FindAsync(await ActorAsync(), CaseId, Gone) is { } sheet)
        {
            Resume(sheet, kept);
        }
    }

    /// <summary>Reads the case and shows the contact, the draft of it, or the given draft of a new one.</summary>
    private async Task ReadAsync(ContactDraft? draft, bool resume = true)
    {
        var sheet = await Queries.FindAsync(await ActorAsync(), CaseId, Gone);
        _row = sheet?.Row;
        if (sheet is null)
        {
            OnNotFound();
            return;
        }

        _rosterSite = await Roster.ExistsAsync(await ActorAsync(), Gone) ? () => sheet.SiteId : null;

        // The guide of the case may have been walked before anybody was written down: its answers are about somebody new.
        var answers = ContactId is null ? Appraisals.Take(CaseId) : GuideAnswers.None;
        var contact = sheet.Contacts.FirstOrDefault(c => c.Id == ContactId);
        var key = Key();
        if (resume && draft is null && !IsDeleting && answers.Given.Count == 0
            && await FindDraftAsync(key, DraftKind.Contact, CaseId) is { } kept
            && (contact is null || DraftComparison.Differences(kept.Form.Mine, contact.Draft).Count > 0))
        {
            Resume(sheet, kept);
        }
        else if ((ContactId is not null && contact is null) || (ContactId is null && IsClosed && draft is null))
        {
            OnNotFound();
        }
        else
        {
            Begin(new ContactDraftForm(contact?.Draft ?? draft ?? NewDraft(null), sheet.SettingFor(ContactId), Rules, Tidying), key);
            TakeOver(answers);
        }
    }

    /// <summary>What was answered is as good as typed: it is kept at once.</summary>
    private void TakeOver(GuideAnswers answers)
    {
        if (answers.Given.Count > 0 && Form is { IsReadOnly: false } form)
        {
            form.Draft.Role = GuideFacts.RoleOf(answers[GuideQuestion.Person]);
            form.Appraise(answers);
        }
    }

    /// <summary>The key that was asked for; null when any draft of a new contact will do.</summary>
    private DraftKey? Key() => (ContactId, Mark) switch
    {
        ({ } id, _) => DraftKey.OfContact(CaseId, id) with { Mark = Mark },
        (null, { } mark) => DraftKey.NewContact(CaseId, mark),
        _ => null,
    };

    private void Begin(ContactDraftForm form, DraftKey? key)
    {
        if (IsClosed)
        {
            ShowOnly(form);
            Lock();
        }
        else if (IsDeleting)
        {
            ShowOnly(form);
            form.LockedBecause = ContactText["LockedDeleting"];
        }
        else
        {
            Show(form, key is null || _added is not null ? DraftKey.NewContact(CaseId, Guid.NewGuid()) : key);
        }
    }

    private void Resume(CaseSheet sheet, KeptForm kept)
    {
        var stored = sheet.Contacts.FirstOrDefault(c => c.Id == ContactId);
        Show(new ContactDraftForm((ContactDraft)kept.Form.Mine, sheet.SettingFor(ContactId), Rules, Tidying, kept.Form.Original), kept);
        if (ContactId is not null && stored is null)
        {
            // What survived before is still the same new contact: it may be saved already.
            SurviveDeletion(kept.Form.Mine.Id is null ? kept.Form.Mine.RequestKey : Guid.CreateVersion7());
        }
        else if (stored is not null && stored.Draft.Revision != kept.Form.Mine.Revision)
        {
            Warn();
        }
    }
}
