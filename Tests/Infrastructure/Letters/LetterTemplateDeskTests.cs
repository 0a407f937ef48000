using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Infrastructure.Letters;

/// <summary>What the administrator does with the texts, on a real database.</summary>
public sealed class LetterTemplateDeskTests : IAsyncLifetime
{
    private static readonly Actor _keeper = Actor.OfAgency(9003, "Davide Monti", Role.AgencyAdministrator);

    private TestPortal _portal = null!;

    private LetterTemplateDesk Desk => _portal.Get<LetterTemplateDesk>();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task List_NewDatabase_HasTheStandardTextsAndAnotherStartBringsNoMore()
    {
        await using var again = await TestPortal.StartAsync(databasePath: _portal.DatabasePath);

        var texts = (await again.Get<LetterTemplateDesk>().ListAsync(_keeper, Patience))!;

        Assert.Equal(StandardLetter.All.Count, texts.Count);
        Assert.All(texts, text => Assert.Equal((1, true), (text.Version, text.IsInUse)));
    }

    [Fact]
    public async Task Save_Twice_WritesOneVersion()
    {
        var draft = await DraftAsync();
        draft.Title = "Quarantena";

        var first = await Desk.SaveAsync(_keeper, draft, Patience);
        var second = await Desk.SaveAsync(_keeper, draft, Patience);

        Assert.All([first, second], outcome => Assert.Equal(2, Assert.IsType<LetterTemplateOutcome.Done>(outcome).Template.Version));
        Assert.Equal(("Quarantena", 2), ((await DraftAsync()).Title, (await DraftAsync()).Version));
    }

    [Fact]
    public async Task Save_ColleagueWasFirst_IsToldAndMaySaveOverIt()
    {
        var (mine, theirs) = (await DraftAsync(), await DraftAsync());
        (mine.Title, theirs.Title) = ("Mio", "Loro");
        await Desk.SaveAsync(_keeper, theirs, Patience);

        var stale = Assert.IsType<LetterTemplateOutcome.Stale>(await Desk.SaveAsync(_keeper, mine, Patience));

        mine.Version = stale.Version;
        Assert.IsType<LetterTemplateOutcome.Done>(await Desk.SaveAsync(_keeper, mine, Patience));
        Assert.Equal(("Mio", 3), ((await DraftAsync()).Title, (await DraftAsync()).Version));
    }

    [Fact]
    public async Task Save_TwoAtOnce_OneIsToldOfTheOther()
    {
        var (mine, theirs) = (await DraftAsync(), await DraftAsync());
        (mine.Title, theirs.Title) = ("Mio", "Loro");

        var outcomes = await Task.WhenAll(Desk.SaveAsync(_keeper, mine, Patience), Desk.SaveAsync(_keeper, theirs, Patience));

        Assert.Single(outcomes.OfType<LetterTemplateOutcome.Done>());
        Assert.Single(outcomes.OfType<LetterTemplateOutcome.Stale>());
    }

    [Fact]
    public async Task Save_UnknownField_SaysWhereAndWhichAreKnown()
    {
        var draft = await DraftAsync();
        draft.Body = "Gentile {Cognome},\n\nfino al {Fine}";

        var invalid = Assert.IsType<LetterTemplateOutcome.Invalid>(await Desk.SaveAsync(_keeper, draft, Patience));

        var finding = Assert.Single(invalid.Findings);
        Assert.Equal(RuleCodes.LetterUnknownField, finding.Code);
        Assert.StartsWith("Riga 3: il campo {Fine} non esiste. I campi che si possono usare sono: {Cognome}, {Nome},", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_English_IsOutOfUseUntilItIsSavedAgain()
    {
        var draft = await DraftAsync("en");

        Assert.IsType<LetterTemplateOutcome.Done>(await Desk.WithdrawAsync(_keeper, draft.Kind, "en", draft.Version, Patience));
        Assert.False(await IsInUseAsync());
        Assert.IsType<LetterTemplateOutcome.Done>(await Desk.SaveAsync(_keeper, await DraftAsync("en"), Patience));
        Assert.True(await IsInUseAsync());
        Assert.IsType<LetterTemplateOutcome.NotFound>(await Desk.WithdrawAsync(_keeper, draft.Kind, "it", 1, Patience));

        async Task<bool> IsInUseAsync() => (await Desk.ListAsync(_keeper, Patience))!.Single(t => t.Kind == LetterKind.ContactQuarantine && t.Language == "en").IsInUse;
    }

    [Fact]
    public async Task Restore_AmendedText_BringsTheStandardBackAsANewVersion()
    {
        var draft = await DraftAsync();
        var standard = draft.Body;
        draft.Body = "Altro";
        await Desk.SaveAsync(_keeper, draft, Patience);

        Assert.IsType<LetterTemplateOutcome.Done>(await Desk.RestoreAsync(_keeper, draft.Kind, "it", 2, Patience));

        Assert.Equal((standard, 3), ((await DraftAsync()).Body, (await DraftAsync()).Version));
    }

    [Fact]
    public async Task Save_NewLanguage_BeginsIt()
    {
        var draft = new LetterTemplateDraft { Kind = LetterKind.ContactQuarantine, Language = "uk", Title = "Повідомлення", Body = "{Nome} {Cognome}" };

        Assert.Equal(1, Assert.IsType<LetterTemplateOutcome.Done>(await Desk.SaveAsync(_keeper, draft, Patience)).Template.Version);
    }

    private async Task<LetterTemplateDraft> DraftAsync(string language = "it") => LetterTemplateDraft.Of(
        (await Desk.ListAsync(_keeper, Patience))!.Single(t => t.Kind == LetterKind.ContactQuarantine && t.Language == language));
}
