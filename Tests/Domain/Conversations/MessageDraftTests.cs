using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Tests.Domain.Conversations;

public sealed class MessageDraftTests
{
    [Theory]
    [InlineData("Il bambino era in mensa?")]
    [InlineData("Prima riga\r\nSeconda riga\ttabulata")]
    [InlineData("<script>alert(1)</script> è solo testo 😀")]
    public void Check_PlainText_FindsNothing(string text) => Assert.Empty(Draft(text).Check());

    [Theory]
    [InlineData("", RuleCodes.Required)]
    [InlineData(" \r\n\t ", RuleCodes.Required)]
    [InlineData("a\0b", RuleCodes.ForbiddenCharacters)]
    [InlineData("a\u001bb", RuleCodes.ForbiddenCharacters)]
    [InlineData("scritto \u202Eal contrario", RuleCodes.ForbiddenCharacters)]
    public void Check_NothingOrWhatIsNoText_IsAnError(string text, string code) => Assert.Equal(code, Assert.Single(Draft(text).Check()).Code);

    [Fact]
    public void Check_LineBreaksAsTheBrowserSendsThem_CountOnce()
    {
        var lines = string.Join("\r\n", Enumerable.Repeat("a", 1_000)); // 1,999 characters once a break is one.

        Assert.Empty(Draft(lines).Check());
        Assert.Equal(RuleCodes.TooLong, Assert.Single(Draft(lines + "bb").Check()).Code);
    }

    private static MessageDraft Draft(string text) => new(Guid.NewGuid(), text);
}
