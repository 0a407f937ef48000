using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Tests.Domain.Cases;

namespace CovidSchoolReporting.Tests.Domain.Decisions;

public sealed class DecisionDraftValidatorTests
{
    private static readonly DateOnly[] _met = [new(2020, 11, 19), new(2020, 11, 20)];

    [Fact]
    public void Check_StatusAlone_FindsNothing() => Assert.Empty(Codes(new DecisionDraft { Status = ContactStatus.Close }));

    [Fact]
    public void Check_NothingChosen_AsksForIt() => Assert.Equal([RuleCodes.Required], Codes(new DecisionDraft()));

    [Theory]
    [InlineData("30/11/2020", "Accordo con il medico", new string[0])]
    [InlineData("20/11/2020", "Accordo con il medico", new string[0])]
    [InlineData(" ", "Accordo con il medico", new[] { RuleCodes.OwnEndMissing })]
    [InlineData("30/11/2020", " ", new[] { RuleCodes.OwnEndReason })]
    [InlineData("19/11/2020", "Accordo con il medico", new[] { RuleCodes.OwnEndBeforeContact })]
    [InlineData("19/01/2021", "Accordo con il medico", new[] { RuleCodes.OwnEndTooLate })]
    [InlineData("31/11/2020", "", new[] { RuleCodes.NotADate, RuleCodes.OwnEndReason })]
    public void Check_OwnEnd_IsADayAfterEveryLastContactWithAReason(string end, string reason, string[] expected) =>
        Assert.Equal(expected, Codes(new DecisionDraft { Status = ContactStatus.Close, OwnEnd = end, Reason = reason }));

    [Fact]
    public void Check_ReasonTooLong_IsRefused() => Assert.Equal(
        [RuleCodes.TooLong],
        Codes(new DecisionDraft { Status = ContactStatus.Close, OwnEnd = "30/11/2020", Reason = new string('a', ContactDecision.ReasonMaxLength + 1) }));

    [Fact]
    public void Check_OwnEndOfWhoIsNoCloseContact_IsLeftOut()
    {
        var draft = new DecisionDraft { Status = ContactStatus.LowRisk, OwnEnd = "non so", Reason = "" };

        Assert.Empty(Codes(draft));
    }

    private static IEnumerable<string> Codes(DecisionDraft draft) =>
        Rulebook.DecisionRules.Check(draft, _met).Select(finding => finding.Code);
}
