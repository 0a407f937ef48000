using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Infrastructure.Delivery;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>Cases that a school has closed and the agency has received, without a worker to wait for. The portal needs <c>AddDelivery</c>.</summary>
internal static class Received
{
    /// <summary>Reports, closes and delivers a case with these contacts.</summary>
    /// <returns>The id of the agency's report.</returns>
    public static async Task<int> ReceiveAsync(this TestPortal portal, Actor school, Action<CaseDraft>? change = null, params Action<ContactDraft>[] contacts)
    {
        var id = await portal.ReportAsync(school, Drafts.Case(change));
        foreach (var contact in contacts)
        {
            await portal.AddContactAsync(school, id, Drafts.Contact(contact));
        }

        return await portal.ReceiveAsync(school, id);
    }

    /// <summary>Closes and delivers a case that was reported before.</summary>
    /// <returns>The id of the agency's report.</returns>
    public static async Task<int> ReceiveAsync(this TestPortal portal, Actor school, int id)
    {
        Assert.IsType<CloseOutcome.Closed>(await portal.Reporting.CloseAndSendAsync(school, id, "Assente da prima", CancellationToken.None));
        await using var context = await portal.OpenAsync();
        var delivery = await context.Set<CaseDelivery>().Where(d => d.CaseId == id).Select(d => d.Id).SingleAsync();
        await portal.Get<Courier>().CarryAsync(delivery, CancellationToken.None);
        return await context.Set<ReceivedReport>().Where(r => r.CaseId == id).Select(r => r.Id).SingleAsync();
    }
}
