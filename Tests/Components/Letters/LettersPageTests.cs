using Bunit;
using CovidSchoolReporting.App.Features.Letters;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Tests.Components.Agency;
using CovidSchoolReporting.Tests.Infrastructure.Delivery;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CovidSchoolReporting.Tests.Components.Letters;

/// <summary>The letters of a case at the operator's screen: what is ticked, and what becomes of it.</summary>
public sealed class LettersPageTests : OperatorContext
{
    private static CancellationToken Patience => Xunit.TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Issue_Some_AreMarkedAndNotTickedAgain()
    {
        await using var stage = await SetAsync();
        var (page, report) = await OpenAsync(stage, "Valeri");
        Assert.Equal([true, true, true, true], Ticks(page));
        await TickAsync(page, 0, false);

        await PressAsync(page, "Emetti le lettere scelte (3)");

        page.WaitForAssertion(() => Assert.Contains("Lettere emesse in un solo file: 3.", page.Find(".notice-success").TextContent, StringComparison.Ordinal));
        Assert.Equal([false, false, false, false], Ticks(page));
        Assert.Equal([false, true, true, true], page.FindAll("form tbody tr").Select(row => row.TextContent.Contains("emessa il 25/11/2020", StringComparison.Ordinal)));
        var again = Render<LettersPage>(screen => screen.Add(p => p.ReportId, report));
        again.WaitForElement("form");
        Assert.Equal([true, false, false, false], Ticks(again));
    }

    [Fact(Timeout = 60_000)]
    public async Task Issue_NameThatCannotBePrinted_NamesItAndLeavesTheOthersTicked()
    {
        await using var stage = await SetAsync();
        var (page, _) = await OpenAsync(stage, "王");

        await PressAsync(page, "Emetti le lettere scelte (4)");

        page.WaitForAssertion(() => Assert.Contains("nome di 王 Valerio", page.Find(".notice-warning").TextContent, StringComparison.Ordinal));
        Assert.Equal(3, Ticks(page).Count(ticked => ticked));
        await PressAsync(page, "Emetti le lettere scelte (3)");
        page.WaitForAssertion(() => Assert.Contains("un solo file: 3.", page.Find(".notice-success").TextContent, StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Letters_ContactWhoIsACaseElsewhere_IsSaidAndNotTicked()
    {
        await using var stage = await SetAsync();
        await stage.ReceiveWithContactsAsync(0, Patience, d =>
            (d.Surname, d.Name, d.BirthDate, d.FiscalCode, d.FiscalCodeUnavailable, d.FiscalCodeUnavailableReason) =
            ("Verdi", "Valerio", "13/01/2010", "", true, "In attesa di rilascio"));

        var (page, _) = await OpenAsync(stage, "Verdi");

        Assert.Equal([true, true, false, true], Ticks(page));
        Assert.Contains("a sua volta un caso", page.FindAll("form tbody tr")[2].TextContent, StringComparison.Ordinal);
    }

    /// <summary>A class, two contacts and the case: four letters.</summary>
    private async Task<(IRenderedComponent<LettersPage> Page, int Report)> OpenAsync(DeliveryStage stage, string secondSurname)
    {
        var me = await SignInAsync(stage, "Ugo Operatore", Territory.Milano);
        Services.AddSingleton(stage.Portal.Get<LetterIssuing>());
        var (report, _) = await stage.ReceiveWithContactsAsync(2, Patience, change: (draft, index) => draft.Surname = index == 0 ? draft.Surname : secondSurname);
        await stage.Portal.Get<AgencyDesk>().TakeInChargeAsync(me, report, Patience);
        await stage.Portal.DecideAllAsync(me, report);
        var page = Render<LettersPage>(screen => screen.Add(p => p.ReportId, report));
        page.WaitForElement("form");
        return (page, report);
    }

    private static bool[] Ticks(IRenderedComponent<LettersPage> page) =>
        [.. page.FindAll("form tbody input[type=checkbox]").Select(box => box.HasAttribute("checked"))];

    private static Task TickAsync(IRenderedComponent<LettersPage> page, int row, bool yes) =>
        page.FindAll("form tbody input[type=checkbox]")[row].ChangeAsync(new() { Value = yes });

    private static Task PressAsync(IRenderedComponent<LettersPage> page, string text)
    {
        Assert.Contains(page.FindAll("button"), button => button.TextContent.Trim() == text);
        return page.InvokeAsync(() => page.Find("form").SubmitAsync());
    }
}
