using Bunit;
using CovidSchoolReporting.App.Features.Contacts;

namespace CovidSchoolReporting.Tests.Components.Contacts;

public sealed class ContactsPageTests : ReferentContext
{
    [Fact]
    public async Task Page_ColleagueChangesTheSwab_RedrawsTheDaysAndTheDates()
    {
        var id = await Portal.ReportAsync(School);
        var page = Render<ContactsPage>(p => p.Add(c => c.CaseId, id));
        page.WaitForAssertion(() => Assert.Equal(["19", "20"], page.FindAll("td.window > span:first-child").Select(day => day.TextContent)));

        await AmendAsync(id, draft => draft.PositiveSwabDate = "19/11/2020");

        page.WaitForAssertion(() => Assert.Equal(["17", "18", "19", "20"], page.FindAll("td.window > span:first-child").Select(day => day.TextContent)));
        Assert.Contains("almeno fino al 29/11/2020", page.Find(".case-dates").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Contacts_ShowUntilWhenQuarantineIsProposed()
    {
        var id = await Portal.ReportAsync(School);
        await Portal.AddContactAsync(School, id);

        var page = Render<ContactsPage>(p => p.Add(c => c.CaseId, id));

        page.WaitForAssertion(() => Assert.Equal(
            ["con test: 30/11/2020", "senza test: 04/12/2020"], page.FindAll(".lines span").Select(line => line.TextContent)));
        Assert.Contains("Misura proposta", page.FindAll("th").Select(th => th.TextContent));
    }
}
