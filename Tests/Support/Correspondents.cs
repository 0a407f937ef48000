using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Supplements;
using CovidSchoolReporting.Infrastructure.Delivery;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>A case that the agency has received, and who writes about it. The portal needs its delivery.</summary>
internal static class Correspondents
{
    public static readonly Actor Operator = Actor.OfAgency(901, "Ada Operatrice", Role.AgencyOperator, Territory.Milano);

    public static readonly Actor OfLodi = Actor.OfAgency(903, "Lia Lodigiana", Role.AgencyOperator, Territory.Lodi);

    /// <summary>Reports a case, closes it and sees it received.</summary>
    public static async Task<int> ReceivedCaseAsync(this TestPortal portal, Actor school, CaseDraft? draft = null)
    {
        var id = await portal.ReportAsync(school, draft);
        Assert.IsType<CloseOutcome.Closed>(await portal.Reporting.CloseAndSendAsync(school, id, "Assente da giorni", CancellationToken.None));
        await portal.CarryAsync(id);
        return id;
    }

    /// <summary>The agency receives a closed case.</summary>
    public static async Task CarryAsync(this TestPortal portal, int caseId)
    {
        await using var context = await portal.OpenAsync();
        var delivery = await context.Set<CaseDelivery>().Where(d => d.CaseId == caseId).Select(d => d.Id).SingleAsync();
        await portal.Get<Courier>().CarryAsync(delivery, CancellationToken.None);
    }

    /// <summary>The school sends a contact after the case: an integrazione.</summary>
    public static async Task AddLaterAsync(this TestPortal portal, Actor school, int caseId, string surname) =>
        Assert.IsType<SaveOutcome.Saved>(await portal.Get<SupplementDesk>().AddContactAsync(
            school, caseId, Drafts.Contact(draft => (draft.RequestKey, draft.Surname) = (Guid.CreateVersion7(), surname)), CancellationToken.None));

    /// <summary>The school corrects a value after the case was sent: an integrazione.</summary>
    /// <param name="contactId">Null for a value of the case.</param>
    public static async Task CorrectLaterAsync(this TestPortal portal, Actor school, int caseId, int? contactId, string field, string value) =>
        Assert.IsType<SupplementOutcome.Done>(await portal.Get<SupplementDesk>().CorrectAsync(
            school, caseId, new CorrectionDraft(Guid.CreateVersion7(), contactId, field, value, ""), CancellationToken.None));

    public static async Task<int> SayAsync(this TestPortal portal, Actor by, int caseId, string text, bool asks = false) =>
        Assert.IsType<SendOutcome.Sent>(await portal.Get<ConversationDesk>().SendAsync(
            by, caseId, new MessageDraft(Guid.CreateVersion7(), text, asks), CancellationToken.None)).Number;

    public static async Task<ConversationSheet> ConversationAsync(this TestPortal portal, Actor by, int caseId) =>
        (await portal.Get<IConversationQueries>().FindAsync(by, caseId, CancellationToken.None))!;
}
