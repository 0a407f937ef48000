using Bunit;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Tests.Components.Contacts;

/// <summary>The list of contacts after a deletion.</summary>
public sealed class RemovedContactsTests : ReferentContext
{
    [Fact]
    public async Task Undo_AfterADeletion_BringsTheContactBackAndSaysSo()
    {
        var (caseId, id) = await DeletedAsync();
        var page = Show(caseId);
        Assert.Contains($"Il contatto {id} è stato eliminato", page.Find(".notice-success").TextContent, StringComparison.Ordinal);
        Assert.Contains("Contatti eliminati (1)", page.Find(".removed summary").TextContent, StringComparison.Ordinal);

        Press(page, "Annulla l'eliminazione");

        page.WaitForAssertion(() => Assert.Contains("è di nuovo nell'elenco", page.Find(".notice-success").TextContent, StringComparison.Ordinal));
        Assert.Single(page.FindAll("table.data tbody tr"));
        Assert.Empty(page.FindAll(".removed"));
        Assert.Single((await SheetAsync(caseId)).Contacts);
    }

    [Fact]
    public async Task Restore_FromTheSection_BringsTheContactBack()
    {
        var caseId = await Portal.ReportAsync(School);
        var id = await Portal.AddContactAsync(School, caseId);
        await RemoveAsync(caseId, id);
        var page = Show(caseId);
        Assert.Empty(page.FindAll(".notice-success"));

        page.Find($"button[aria-label='Ripristina contatto {id}']").Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("table.data tbody tr")));
    }

    [Fact]
    public async Task Undo_ColleagueWasFirst_IsNotOfferedAnyMore()
    {
        var (caseId, id) = await DeletedAsync();
        var page = Show(caseId);

        await Portal.Reporting.RestoreContactAsync(School, caseId, id, CancellationToken.None);

        page.WaitForAssertion(() => Assert.Single(page.FindAll("table.data tbody tr")));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == "Annulla l'eliminazione");
    }

    [Fact]
    public async Task Undo_DatabaseCannotBeWritten_SaysSo()
    {
        var (caseId, _) = await DeletedAsync();
        var page = Show(caseId);
        BreakTheDatabase();

        Press(page, "Annulla l'eliminazione");

        page.WaitForAssertion(() => Assert.Contains("non è stato ripristinato", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Single((await SheetAsync(caseId)).Removed);
    }

    [Fact]
    public async Task Removed_CaseClosed_AreNowhere()
    {
        var (caseId, _) = await DeletedAsync();
        await CloseAsync(caseId);

        var page = Show(caseId);

        Assert.Empty(page.FindAll(".removed"));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == "Annulla l'eliminazione");
    }

    /// <summary>A contact was deleted on its own screen a moment ago.</summary>
    private async Task<(int CaseId, int ContactId)> DeletedAsync()
    {
        var caseId = await Portal.ReportAsync(School);
        var id = await Portal.AddContactAsync(School, caseId);
        var editor = Render<ContactEditor>(p => p.Add(e => e.CaseId, caseId).Add(e => e.ContactId, id).Add(e => e.IsDeleting, true));
        editor.WaitForElement("form");
        await PressAsync(editor, "SÌ");
        editor.WaitForAssertion(() => Assert.Equal($"casi/{caseId}/contatti", Place));
        return (caseId, id);
    }

    private async Task RemoveAsync(int caseId, int id) => Assert.IsType<SaveOutcome.Saved>(
        await Portal.Reporting.RemoveContactAsync(School, caseId, id, CancellationToken.None));

    private IRenderedComponent<ContactsPage> Show(int caseId)
    {
        var page = Render<ContactsPage>(p => p.Add(c => c.CaseId, caseId));
        page.WaitForElement(".case-header");
        return page;
    }
}
