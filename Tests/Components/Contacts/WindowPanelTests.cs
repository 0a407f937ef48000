using System.Globalization;
using Bunit;
using CovidSchoolReporting.App.Features.Contacts;
using CovidSchoolReporting.Domain.Policies;

namespace CovidSchoolReporting.Tests.Components.Contacts;

/// <summary>The calendar of a case, and the same in words.</summary>
public sealed class WindowPanelTests : ScreenContext
{
    private static readonly PolicyTimeline _timeline = new(ReferencePolicies.Load());

    [Fact]
    public void Panel_SwabKnown_DrawsTheDaysAndSaysThemInWords()
    {
        var panel = Show(null, "2020-11-21", "2020-11-20");

        Assert.Equal(["novembre 2020"], panel.FindAll("caption").Select(caption => caption.TextContent));
        Assert.Equal(["19", "20"], panel.FindAll("td.window > span:first-child").Select(day => day.TextContent));
        Assert.Contains("dal 19/11/2020 al 20/11/2020", panel.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["giorni da considerare: dal 19/11/2020 al 20/11/2020", "tampone positivo: 21/11/2020", "ultimo giorno di frequenza: 20/11/2020"],
            panel.FindAll(".legend li").Select(line => line.LastChild!.TextContent.Trim()));
    }

    [Fact]
    public void Panel_MarkedDays_AreSaidToScreenReadersAndBearLetters()
    {
        var panel = Show("2020-11-19", "2020-11-21", "2020-11-20");

        Assert.Equal(["17", "18", "19", "20"], panel.FindAll("td.window > span:first-child").Select(day => day.TextContent));
        Assert.Equal(["S", "U", "T"], panel.FindAll("td .marks").Select(mark => mark.TextContent));
        Assert.All(panel.FindAll("td .marks"), mark => Assert.Equal("true", mark.GetAttribute("aria-hidden")));
        Assert.Contains(": giorno da considerare, inizio dei sintomi", panel.FindAll("td.window .visually-hidden").Select(words => words.TextContent));
    }

    [Fact]
    public void Panel_WindowOverTheEndOfAMonth_DrawsBothMonthsWithEveryDayOnce()
    {
        var panel = Show("2020-11-01", "2020-11-04", "2020-11-02");

        Assert.Equal(["ottobre 2020", "novembre 2020"], panel.FindAll("caption").Select(caption => caption.TextContent));
        Assert.Equal(31 + 30, panel.FindAll("td > span:first-child").Count);
        Assert.Equal(["30", "31", "1", "2"], panel.FindAll("td.window > span:first-child").Select(day => day.TextContent));
        Assert.All(panel.FindAll("tbody tr"), week => Assert.Equal(7, week.Children.Length));

        // 1 November 2020 was a Sunday, the last day of an Italian week.
        Assert.Equal("1", panel.FindAll("table")[1].QuerySelector("tbody tr td:last-child span")!.TextContent);
    }

    [Fact]
    public void Panel_EmptyWindow_SaysThatZeroContactsIsRightAndLeadsToClosing()
    {
        var panel = Show(null, "2020-11-24", "2020-11-20");

        Assert.Empty(panel.FindAll("td.window"));
        Assert.Contains("Zero contatti è la risposta giusta", panel.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Equal("/casi/7/chiudi", panel.Find("a.btn").GetAttribute("href"));
        Assert.Empty(Show(null, "2020-11-24", "2020-11-20", hasContacts: true).FindAll("a.btn"));
    }

    [Fact]
    public void Panel_NeitherSwabNorOnset_SaysHowTheDaysWillBeCounted()
    {
        var panel = Show(null, null, "2020-11-20");

        Assert.Contains("da 2 giorni prima del tampone", panel.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Contains("quando è nota la data del tampone", panel.Find("dd").TextContent, StringComparison.Ordinal);
        Assert.Equal(["U"], panel.FindAll("td .marks").Select(mark => mark.TextContent));
    }

    [Theory]
    [InlineData(null, "2020-11-21", "almeno fino al 01/12/2020, poi finisce con un test negativo; al più tardi fino al 12/12/2020.")]
    [InlineData("2020-11-20", "2020-11-21", "almeno fino al 30/11/2020, poi finisce con un test negativo; gli ultimi 3 giorni senza sintomi; al più tardi fino al 11/12/2020.")]
    [InlineData(null, "2020-09-10", "fino ai test negativi richiesti: nessun numero di giorni basta.")]
    [InlineData(null, "2023-01-09", "fino al 14/01/2023, senza bisogno di test.")]
    [InlineData(null, "2023-09-09", "nessun isolamento")]
    public void Panel_Isolation_IsProposedInWords(string? onset, string swab, string expected)
    {
        var panel = Show(onset, swab, swab);

        Assert.Equal(expected, panel.Find("dd").TextContent.Trim());
    }

    [Fact]
    public void Panel_GroupsTellApart_EachHasItsLine()
    {
        var panel = Show(null, "2022-01-10", "2022-01-10");

        Assert.Equal(["Non vaccinato:", "Vaccinato:", "Con dose di richiamo:"], panel.FindAll("dd strong").Select(group => group.TextContent));
    }

    [Fact]
    public void Panel_Rules_NamesTheSource() =>
        Assert.Contains("n. 32850 del 12/10/2020, dal 12/10/2020", Show(null, "2020-11-21", "2020-11-20").Markup, StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Panel_OnceThereAreContacts_IsFolded(bool hasContacts)
    {
        var panel = Show(null, "2020-11-21", "2020-11-20", hasContacts);

        Assert.Equal(!hasContacts, panel.Find("details").HasAttribute("open"));
        Assert.Contains("dal 19/11/2020 al 20/11/2020", panel.Find("p").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<WindowPanel> Show(string? onset, string? swab, string lastDay, bool hasContacts = false)
    {
        var last = DateOnly.Parse(lastDay, CultureInfo.InvariantCulture);
        return Render<WindowPanel>(panel => panel.Add(p => p.CaseId, 7).Add(p => p.HasContacts, hasContacts).Add(p => p.Measures, new CaseMeasures(
            _timeline.InForceOn(last), onset is null ? null : DateOnly.Parse(onset, CultureInfo.InvariantCulture), swab is null ? null : DateOnly.Parse(swab, CultureInfo.InvariantCulture), last)));
    }
}
