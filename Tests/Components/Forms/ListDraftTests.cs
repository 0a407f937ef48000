using Bunit;
using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.App.Identity;
using CovidSchoolReporting.Domain.Drafts;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Forms;

/// <summary>How a list is kept while it is put right.</summary>
public sealed class ListDraftTests : ReferentContext
{
    private IDraftStore Store => Portal.Get<IDraftStore>();

    [Fact]
    public async Task List_Kept_IsFoundAgainUntilItIsForgotten()
    {
        var key = DraftKey.ContactImport(await Portal.ReportAsync(School));
        var list = await OpenAsync(key);
        Assert.Null(list.Found);

        await list.KeepAsync("una riga");
        await list.KeepAsync("due righe");

        var again = await OpenAsync(key);
        Assert.Equal(("due righe", Portal.Clock.GetUtcNow().UtcDateTime), (again.Found!.Rows, again.ResumedAt));
        await again.ForgetAsync();
        Assert.Null((await OpenAsync(key)).Found);
        await again.KeepAsync("un altro elenco");
        Assert.Equal("un altro elenco", (await OpenAsync(key)).Found!.Rows);
    }

    [Fact]
    public async Task List_InTwoTabs_KeepsBoth()
    {
        var key = DraftKey.ContactImport(await Portal.ReportAsync(School));
        var (first, second) = (await OpenAsync(key), await OpenAsync(key));

        await first.KeepAsync("prima scheda");
        await second.KeepAsync("seconda scheda");

        Assert.Equal("prima scheda", (await OpenAsync(key)).Found!.Rows);
        Assert.Equal("seconda scheda", (await OpenAsync(second.Key)).Found!.Rows);
        Assert.Equal(2, (await Store.ListAsync(School, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Frame_SaysWhenTheListWasKept_AndWhenACellWasHandedIn()
    {
        var key = DraftKey.ContactImport(await Portal.ReportAsync(School));
        var list = await OpenAsync(key);
        var frame = Render<ListDraftFrame>(p => p.Add(f => f.Draft, list).AddChildContent("<p>le righe</p>"));
        Assert.Equal("", frame.Find(".draft-status").TextContent);

        await frame.InvokeAsync(() => list.KeepAsync("una riga"));
        frame.Render();
        Assert.Equal("Bozza salvata alle 10:00", frame.Find(".draft-status").TextContent);
        Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        var stored = (await Store.FindAsync(School, key, CancellationToken.None))!;
        var halfTyped = ListDraft.Read(stored)!.With(new Dictionary<string, string> { ["cell-1-Surname"] = "Quattrocch" });
        await Store.SaveAsync(School, key, halfTyped.Write(), stored.Version, CancellationToken.None);
        Services.GetRequiredService<HandInNews>().Tell(School.UserId, key);

        frame.WaitForAssertion(() => Assert.Equal("Bozza salvata alle 10:02", frame.Find(".draft-status").TextContent));
        Assert.Equal("Quattrocch", (await OpenAsync(key)).Found!.Cells["cell-1-Surname"]);
        await frame.InvokeAsync(() => list.KeepAsync("una riga con la cella"));
        Assert.Empty((await OpenAsync(key)).Found!.Cells);
    }

    [Fact]
    public async Task Database_NotWritable_IsSaid()
    {
        var list = await OpenAsync(DraftKey.RosterImport);
        BreakTheDatabase();

        await list.KeepAsync("una riga");

        Assert.True(list.Status.Failed);
        MendTheDatabase();
        await list.KeepAsync("una riga");
        Assert.False(list.Status.Failed);
    }

    private Task<ListDraftKeeper> OpenAsync(DraftKey key) => new ListDrafts(
        Store, Services.GetRequiredService<CurrentActor>(), Services.GetRequiredService<FormTickets>()).OpenAsync(key);
}
