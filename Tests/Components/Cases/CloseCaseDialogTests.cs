using Bunit;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Components.Cases;

public sealed class CloseCaseDialogTests : ReferentContext
{
    private readonly List<int> _closed = [];
    private int _cancelled;

    [Fact]
    public async Task Dialog_OpenCase_ShowsTheSummaryAndTheWarning()
    {
        var id = await Portal.ReportAsync(School);
        await Portal.AddContactAsync(School, id);

        var dialog = Show(id);

        Assert.Equal([$"{id}", "Rossi", "Mario", "20/11/2020", "1"], dialog.FindAll("dd").Select(fact => fact.TextContent));
        Assert.Contains(
            "non sarà più possibile modificare i dati del caso e dei relativi contatti", dialog.Find("#close-warning").TextContent, StringComparison.Ordinal);
        Assert.Equal(["SÌ", "NO"], dialog.FindAll(".btn-answer").Select(answer => answer.TextContent));
        Assert.Empty(dialog.FindAll("#NoContactsReason"));
    }

    [Fact]
    public async Task Yes_CaseWithContacts_ClosesAndTells()
    {
        var id = await Portal.ReportAsync(School);
        await Portal.AddContactAsync(School, id);
        var dialog = Show(id);

        Press(dialog, "SÌ");

        dialog.WaitForAssertion(() => Assert.NotEmpty(_closed));
        Assert.Equal(CaseStatus.Closed, (await SheetAsync(id)).Row.Status);
    }

    [Fact]
    public async Task Yes_NoContactsAndNoReason_AsksForTheReasonAndClosesNothing()
    {
        var id = await Portal.ReportAsync(School);
        var dialog = Show(id);

        Press(dialog, "SÌ");

        dialog.WaitForAssertion(() => Assert.Contains(
            "Il caso non ha contatti: indicare il motivo", MessageAt(dialog, "NoContactsReason"), StringComparison.Ordinal));
        Assert.Empty(_closed);
        Assert.Equal(CaseStatus.Open, (await SheetAsync(id)).Row.Status);

        dialog.Find("#NoContactsReason").Change("Assente da giorni");
        Press(dialog, "SÌ");

        dialog.WaitForAssertion(() => Assert.Equal([id], _closed.Distinct()));
        Assert.Equal("Assente da giorni", (await SheetAsync(id)).NoContactsReason);
    }

    [Fact]
    public async Task Dialog_EveryContactDayAfterTheLastDay_OffersThatReason()
    {
        var id = await Portal.ReportAsync(School, Drafts.Case(d => d.PositiveSwabDate = "24/11/2020"));
        var dialog = Show(id);

        Press(dialog, "Usa questo motivo");
        Press(dialog, "SÌ");

        dialog.WaitForAssertion(() => Assert.NotEmpty(_closed));
        Assert.Equal(
            "I giorni di contatto (dal 22/11/2020) sono tutti successivi all'ultimo giorno di frequenza (20/11/2020): il caso non era più a scuola.",
            (await SheetAsync(id)).NoContactsReason);
    }

    [Fact]
    public async Task Dialog_ThereAreContactDays_OffersNoReason()
    {
        var dialog = Show(await Portal.ReportAsync(School));

        Assert.Equal(["SÌ", "NO"], dialog.FindAll("button").Select(button => button.TextContent));
    }

    [Fact]
    public async Task Yes_ClickedTwice_ClosesOnce()
    {
        var id = await Portal.ReportAsync(School);
        await Portal.AddContactAsync(School, id);
        var dialog = Show(id);
        Saves.Hold();

        var first = PressAsync(dialog, "SÌ");
        Assert.True(Button(dialog, "SÌ").HasAttribute("disabled"));
        await PressAsync(dialog, "SÌ");
        Saves.LetGo();
        await first;

        dialog.WaitForAssertion(() => Assert.NotEmpty(_closed));
        Assert.Equal(1, Saves.Begun);
    }

    [Fact]
    public async Task No_OrEscape_CancelsAndClosesNothing()
    {
        var id = await Portal.ReportAsync(School);
        var dialog = Show(id);

        Press(dialog, "NO");
        dialog.Find("dialog").TriggerEvent("oncancel", EventArgs.Empty);

        Assert.Equal(2, _cancelled);
        Assert.Empty(_closed);
        Assert.Equal(CaseStatus.Open, (await SheetAsync(id)).Row.Status);
    }

    [Fact]
    public async Task Dialog_ColleagueClosesMeanwhile_TellsInsteadOfAsking()
    {
        var id = await Portal.ReportAsync(School);
        var dialog = Show(id);

        await CloseAsync(id);

        dialog.WaitForAssertion(() => Assert.Equal([id], _closed));
        dialog.WaitForAssertion(() => Assert.Empty(dialog.FindAll("dialog")));
    }

    [Fact]
    public async Task Dialog_CaseClosedBefore_TellsAtOnce()
    {
        var id = await Portal.ReportAsync(School);
        await CloseAsync(id);

        var dialog = Show(id);

        dialog.WaitForAssertion(() => Assert.Equal([id], _closed));
        Assert.Empty(dialog.FindAll("dialog"));
    }

    [Fact]
    public async Task Dialog_UnknownOrForeignCase_IsNotFoundAlike()
    {
        var other = await Portal.AddSchoolAsync("Volta");
        var foreign = await Portal.ReportAsync(other, Drafts.Case(d => d.SchoolName = "Scuola primaria Volta"));

        var unknownMarkup = Show(9999).Markup;
        var foreignMarkup = Show(foreign).Markup;

        Assert.Equal(2, TimesNotFound);
        Assert.Equal(unknownMarkup, foreignMarkup);
        Assert.Empty(_closed);
    }

    [Fact]
    public async Task Yes_DatabaseCannotBeWritten_SaysThatNothingWasSent()
    {
        var id = await Portal.ReportAsync(School);
        await Portal.AddContactAsync(School, id);
        var dialog = Show(id);
        BreakTheDatabase();

        Press(dialog, "SÌ");

        dialog.WaitForAssertion(() => Assert.Contains("nulla è stato inviato", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(_closed);
        Assert.False(Button(dialog, "SÌ").HasAttribute("disabled"));
    }

    private IRenderedComponent<CloseCaseDialog> Show(int id) => Render<CloseCaseDialog>(p => p
        .Add(d => d.CaseId, id)
        .Add(d => d.OnClosed, _closed.Add)
        .Add(d => d.OnCancelled, () => _cancelled++));
}
